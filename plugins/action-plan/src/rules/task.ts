import {nearBoxEdits, nearBoxFix, nearBoxMessage, type NearBox} from './near-box.ts'
import {blankLineBefore, replace} from './edit.ts'
import {group, plural, rule} from './rule.ts'
import {STATUS_LIST_RULES} from './status-lists.ts'

const OUTSIDE = {heading: 'a heading', table: 'a table', 'no-bullet': 'a line without a bullet'} as const
const IN_CODE = {code: 'code', comment: 'a comment'} as const

export const TASK_RULES = group('Tasks', 'Check boxes that count, and check boxes that do not.', {
  'task/near-box': rule<NearBox>({
    severity: 'warning',
    finds: 'Text that looks like a task and is none for GitHub Flavored Markdown.',
    help: 'Write `- [ ] text` for an open task and `- [x] text` for a done one: a bullet, a space, brackets with one character, a space, a text.',
    message: nearBoxMessage,
    fix: nearBoxFix,
    edits: nearBoxEdits,
  }),
  'task/outside-list': rule<{readonly where: keyof typeof OUTSIDE; readonly count?: number}>({
    severity: 'warning',
    finds: 'A box in a heading, a table or a line without a bullet.',
    help: 'Write it as a list item under the heading or the table: `- [ ] text`. It is said once for each table, for all headings and for all lines without a bullet, at the first box.',
    message: ({where, count = 1}) =>
      count === 1
        ? `a check box in ${OUTSIDE[where]} is not a task, so it is not counted`
        : `${count} check boxes in ${OUTSIDE[where]} are not tasks, so they are not counted; this is the first`,
    fix: ({where}) =>
      where === 'no-bullet'
        ? 'put a bullet before it: "- [ ] text"'
        : `write it as a list item${where === 'heading' ? ' under the heading' : ''}: "- [ ] text"`,
  }),
  'task/in-html': rule({
    severity: 'warning',
    finds: 'Boxes inside an HTML block, where Markdown does not reach.',
    help: 'Put an empty line between the HTML tag and the list, so that Markdown reads the list again.',
    message: () => 'a check box inside an HTML block is not a task, so it is not counted',
    fix: () => 'put a blank line between the HTML tag and the list',
  }),
  'task/in-code': rule<{readonly where: keyof typeof IN_CODE; readonly count: number}>({
    severity: 'info',
    finds: 'Boxes inside code blocks or comments are not tasks.',
    help: 'Nothing, when they are an example. Move them out of the code or the comment when they are tasks.',
    message: ({where, count}) =>
      count === 1
        ? `a line with a check box is inside ${IN_CODE[where]}, so it is not counted`
        : `${count} lines with check boxes are inside ${IN_CODE[where]}, so they are not counted; this is the first`,
    fix: ({where, count}) =>
      `move ${count === 1 ? 'it' : 'them'} out of the ${where} if ${count === 1 ? 'it is a task' : 'they are tasks'}`,
  }),
  'task/in-legend': rule<{readonly heading: string; readonly count: number}>({
    severity: 'info',
    finds: 'Boxes that explain the marks are not tasks.',
    help: 'Nothing, if the boxes explain the marks: they stand under a heading such as "Legend", and every one says only what its mark means ("done", "open: not begun yet"). Move tasks under another heading.',
    message: ({heading, count}) =>
      `${plural(count, 'check box', 'check boxes')} under "${heading}" ${count === 1 ? 'explains' : 'explain'} the marks, so ${count === 1 ? 'it is' : 'they are'} not counted`,
    fix: () => 'move tasks under another heading',
  }),
  'task/unknown-mark': rule<{readonly mark: string; readonly count?: number}>({
    severity: 'warning',
    finds: 'A mark that nobody defined: the task counts as not done.',
    help: 'Write `[ ]`, `[x]` or `[-]`, or say what the mark means: `marks` in the [settings](settings.md). Each mark is told once, at its first task.',
    message: ({mark, count = 1}) =>
      `unexpected mark "[${mark}]", expected [ ], [x] or [-]; ${count === 1 ? 'the task counts' : `${count} tasks, of which this is the first, count`} as not done`,
    fix: ({mark}) => `write [ ] or [x], or define it in the front matter: plan: {marks: {${JSON.stringify(mark)}: open}}`,
  }),
  ...STATUS_LIST_RULES,
  'task/tag': rule<{readonly tag: string}>({
    severity: 'info',
    finds: 'A letter in brackets that is no check box, as in "[P] tasks = other files".',
    help: 'Nothing, when it is a tag. When it is a mark of tasks, say what it means: `marks` in the [settings](settings.md).',
    message: ({tag}) => `"[${tag}]" is a tag and no check box, so the line is not counted as a task`,
    fix: ({tag}) => `write [ ] or [x] for a task, or define the mark in the front matter: plan: {marks: {${JSON.stringify(tag)}: open}}`,
  }),
  'task/done-mark': rule<{readonly mark: string}>({
    severity: 'info',
    finds: 'A check mark in a box instead of an x: the task counts as done.',
    help: 'Write `[x]`: GitHub shows no box here, and counts no task.',
    message: ({mark}) => `"[${mark}]" was read as done; GitHub Flavored Markdown knows only [x]`,
    fix: () => 'write [x]',
    edits: ({mark}, place) => [replace(place, mark.length + 2, '[x]')],
  }),
  'task/dropped': rule<{readonly mark: string | null; readonly count: number}>({
    severity: 'info',
    finds: 'Tasks marked [-] or wholly struck through are out of scope.',
    help: 'Nothing: it is said so that a smaller total is no surprise. Write `[ ]` to bring the task back.',
    message: ({mark, count}) =>
      count > 1
        ? `${count} tasks are out of scope and do not count; this is the first`
        : mark === null
          ? 'the whole text is struck through, so the task is out of scope and does not count'
          : `"[${mark}]" marks the task as out of scope, so it does not count`,
    fix: ({mark, count}) =>
      count > 1
        ? 'write [ ] and delete tildes to bring a task back, or delete tasks that nobody needs'
        : `${mark === null ? 'delete the tildes' : 'write [ ]'} to bring the task back, or delete the task`,
  }),
  'task/empty': rule({
    severity: 'warning',
    finds: 'A box without text.',
    help: 'Give the task a text, or delete the box.',
    message: () => 'the check box has no text, so it is not a task in GitHub Flavored Markdown and is not counted',
    fix: () => 'write the text of the task, or delete the box',
  }),
  'task/box-and-text': rule({
    severity: 'warning',
    finds: 'An open box whose text says that it is done.',
    help: 'Tick the box, or take the sign out of the text. The box counts.',
    message: () => 'the box is open, but a check mark in the text says that the task is done; the box counts',
    fix: () => 'tick the box, or delete the check mark from the text',
  }),
  'task/parent-and-child': rule<{readonly line: number}>({
    severity: 'warning',
    finds: 'A ticked task with open tasks under it.',
    help: 'Tick the tasks under it, or untick this one. Each box counts as it is written.',
    message: ({line}) => `the task is ticked, but the task under it on line ${line} is open; each box counts as written`,
    fix: () => 'tick the tasks under it, or untick this one',
  }),
  'task/list-not-started': rule<{readonly bullet: string; readonly atStart: boolean}>({
    severity: 'warning',
    finds: 'A numbered task glued to the text above it.',
    help: 'Put an empty line before it. In Markdown, a list can interrupt a paragraph only when it starts with 1.',
    message: ({bullet}) =>
      `"${bullet}" does not start a list here, because a list can interrupt a paragraph only at 1; the line is not counted`,
    fix: () => 'put a blank line before it',
    edits: ({atStart}, {line}) => (atStart ? [blankLineBefore(line)] : []),
  }),
})
