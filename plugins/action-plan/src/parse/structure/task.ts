import type {Mark} from '../../model/mark.ts'
import type {Place} from '../../model/place.ts'
import {problem} from '../../model/problem.ts'
import type {IgnoredReason, Task} from '../../model/plan.ts'
import type {Settings} from '../../model/settings.ts'
import {cellBoxes, holdsBox, looseCheckbox, readCheckbox, tagBox} from './checkbox.ts'
import type {Context} from '../context.ts'
import {fieldOf} from '../../fields/fields.ts'
import {readFields, type FieldText} from '../fields.ts'
import {isStruck} from '../markdown/inline.ts'
import type {Block, ItemBlock, Markdown, TextLine, VerbatimBlock} from '../markdown/blocks.ts'
import type {OutlineNode} from './outline.ts'
import {takePriority, type PriorityScale} from '../values/priority.ts'
import {readTaskLinks} from '../values/evidence-field.ts'

/** A field line with its place, as found under a heading. */
export interface FieldAt extends Place {
  readonly name: FieldText['name']
  readonly value: string
  readonly valuePlace: Place
  /** True when Markdown reads the line as part of the task above it. */
  readonly glued: boolean
}

export interface Checkboxes {
  /** By the index of their block. */
  readonly tasks: ReadonlyMap<number, Task>
  readonly fields: ReadonlyMap<number, readonly FieldAt[]>
  readonly gfm: {readonly tasks: number; readonly done: number}
  readonly ignored: readonly (Place & {readonly reason: IgnoredReason})[]
}

/** The tasks right below a heading. */
export function tasksOf({blocks}: Pick<OutlineNode, 'blocks'>, boxes: Checkboxes): readonly Task[] {
  return blocks.flatMap((index) => boxes.tasks.get(index) ?? [])
}

/** The fields right below a heading. */
export function fieldsOf({blocks}: Pick<OutlineNode, 'blocks'>, boxes: Checkboxes): readonly FieldAt[] {
  return blocks.flatMap((index) => boxes.fields.get(index) ?? [])
}

/** A field is a line. Only an issue, which is prose, and a value that is not there yet or ends with a separator go on below it. */
const UNFINISHED = /(?:^|[,;、])\s*$/

/** Reads every box of the file: tasks with their marks and the field lines glued to them, and box-like text that is no task, with the reason. */
export function readCheckboxes(markdown: Markdown, settings: Settings, scale: PriorityScale, context: Context): Checkboxes {
  const tasks = new Map<number, Task>()
  const fields = new Map<number, readonly FieldAt[]>()
  const ignored: (Place & {reason: IgnoredReason})[] = []
  const gfm = {tasks: 0, done: 0}
  const verbatim: {readonly code: Place[]; readonly comment: Place[]} = {code: [], comment: []}
  const ignore = (place: Place, reason: IgnoredReason): void => void ignored.push({line: place.line, column: place.column, reason})

  markdown.blocks.forEach((block, index) => {
    if (block.type === 'item') {
      if (block.lines.length === 0) return
      const at = block.lines[0] as TextLine
      const box = readCheckbox(block, markdown.lines, markdown.isLink)
      if (box === null) {
        looseLines(block.lines.slice(1), true)
        const own = fieldsOf(block.lines, null)
        const task = own.length === 0 ? null : taskAround(block, markdown.blocks, tasks)
        const lost = own.find(({name}) => fieldOf(name).key !== undefined)
        if (task === null) fields.set(index, own)
        else if (lost !== undefined)
          context.report(
            problem(
              'field/of-task',
              lost,
              `"${fieldOf(lost.name).label}" under the task on line ${task.line} says nothing of its item`,
              'write it under the heading of the item, outside of the list, or give the task an item of its own',
            ),
          )
      } else if (box.kind === 'near') {
        ignore(at, box.reason)
        looseLines(block.lines.slice(1), true)
        const rule = box.reason === 'empty' ? 'task/empty' : 'task/near-box'
        context.report(problem(rule, at, `"${box.found}" looks like a task but is none in GitHub Flavored Markdown; not counted`, box.fix))
      } else {
        if (box.gfm) gfm.tasks++
        if (box.gfm && /[xX]/.test(box.char)) gfm.done++
        tasks.set(index, readTask(block, box, index))
      }
    } else if (block.type === 'paragraph') {
      looseLines(block.lines, false)
      fields.set(index, fieldsOf(block.lines, null))
    } else if (block.type === 'heading') {
      const at = block.lines[0]
      if (at !== undefined && /^\[[ xX]\]\s/.test(at.text)) {
        ignore(at, 'heading')
        context.report(
          problem(
            'task/outside-list',
            at,
            'a box in a heading is not a task; not counted',
            'write it as a list item under the heading: "- [ ] text"',
          ),
        )
      }
    } else verbatimBoxes(block)
  })
  for (const [found, what] of [
    [verbatim.code, 'code blocks'],
    [verbatim.comment, 'comments'],
  ] as const) {
    const first = found[0]
    if (first !== undefined)
      context.report(
        problem(
          'task/in-code',
          first,
          `${found.length} box-like line${found.length === 1 ? ' is' : 's are'} inside ${what}: not tasks, not counted`,
          `move ${found.length === 1 ? 'it' : 'them'} out if ${found.length === 1 ? 'it is a task' : 'they are tasks'}`,
        ),
      )
  }
  return {tasks, fields, gfm, ignored}

  function readTask(block: ItemBlock, box: {readonly gfm: boolean; readonly char: string; readonly text: string}, index: number): Task {
    const at = block.lines[0] as TextLine
    const place = {line: at.line, column: at.column}
    const glued = fieldsOf(block.lines.slice(1), at.column)
    fields.set(
      index,
      glued.filter((field) => field.glued),
    )
    // The text ends where the first glued field begins; what follows a field is not the task's.
    const fieldLine = glued.find((field) => field.glued)?.line
    const kept = fieldLine === undefined ? null : block.lines.filter(({line}) => line < fieldLine).length
    looseLines(block.lines.slice(1), true)
    const raw = kept === null ? box.text : box.text.split('\n').slice(0, kept).join('\n')
    if (holdsBox(at.text.slice(3)))
      context.report(
        problem(
          'task/near-box',
          place,
          'another box in the text of a task is no task of its own; not counted',
          'give each task a line of its own',
        ),
      )
    const mark = readMark(box, raw, place)
    const {id, rest} = takePriority(context.plain(raw), place, scale, context)
    return {text: rest, mark, priority: id, gfm: box.gfm, evidence: readTaskLinks(raw, place, context), ...place}
  }

  function readMark(box: {readonly gfm: boolean; readonly char: string}, raw: string, place: Place): Mark {
    if (isStruck(raw)) {
      context.report(
        problem(
          'task/dropped',
          place,
          'the whole text is struck through: the task is out of scope and does not count',
          'delete the tildes to bring it back, or the task when it is no longer of interest',
        ),
      )
      return 'dropped'
    }
    if (box.gfm) {
      const done = /[xX]/.test(box.char)
      if (!done && /^(?:✅|☑|✔)/u.test(raw.trimStart()))
        context.report(
          problem(
            'task/box-and-text',
            place,
            'the box is open, but the text starts as if it were done; the box counts',
            'tick the box, or take the mark out of the text',
          ),
        )
      return done ? 'done' : 'open'
    }
    const mark = Object.hasOwn(settings.marks, box.char) ? (settings.marks[box.char] as Mark) : 'unknown'
    if (mark === 'unknown')
      context.report(
        problem(
          'task/unknown-mark',
          place,
          `unexpected mark "[${box.char}]", expected [ ], [x] or [-]; it counts as not done`,
          `write [ ] or [x], or define it in the front matter: plan: {marks: {${JSON.stringify(box.char)}: ${/^[✅✓✔☑]/u.test(box.char) ? 'done' : 'open'}}}`,
        ),
      )
    else if (mark === 'dropped')
      context.report(
        problem(
          'task/dropped',
          place,
          `"[${box.char}]": the task is out of scope and does not count`,
          'write [ ] to bring it back, or delete it when it is no longer of interest',
        ),
      )
    return mark
  }

  /** Fields that start lines; `taskColumn` is the column of the task's box when the lines continue one (indented lines are then the task's own). */
  function fieldsOf(lines: readonly TextLine[], taskColumn: number | null): FieldAt[] {
    const found: FieldAt[] = []
    let goesOn = false
    for (const {line, column, text} of lines) {
      const glued = taskColumn !== null && column < taskColumn
      if (taskColumn !== null && !glued) continue
      const read = readFields(text)
      for (const {name, value, at, valueAt} of read)
        found.push({name, value, line, column: column + at, valuePlace: {line, column: column + valueAt}, glued})
      const last = found.at(-1)
      if (last === undefined) continue
      if (read.length === 0 && goesOn) found[found.length - 1] = {...last, value: `${last.value}\n${text}`}
      if (read.length > 0 || goesOn) goesOn = last.name === 'issue' || UNFINISHED.test(read.at(-1)?.value ?? text)
    }
    return found
  }

  function looseLines(lines: readonly TextLine[], inItem: boolean): void {
    lines.forEach((at, index) => {
      const box = looseCheckbox(at.text)
      if (box === null) return
      const place = {line: at.line, column: at.column}
      ignore(place, box.bullet === '' ? 'no-bullet' : 'malformed')
      if (box.bullet === '')
        context.report(
          problem('task/outside-list', place, 'a box without a bullet is not a task; not counted', 'put a bullet before it: "- [ ] text"'),
        )
      else if (!box.known)
        context.report(
          problem(
            'task/near-box',
            place,
            `"${box.bullet}" starts no list item in Markdown; not counted`,
            'write "- [ ] text" for an open task, "- [x] text" for a done one',
          ),
        )
      else if (!box.spaced)
        context.report(
          problem(
            'task/near-box',
            place,
            `"${box.bullet}[" looks like a task but is none in GitHub Flavored Markdown; not counted`,
            `put a space after the bullet: "${box.bullet} [ ] text"`,
          ),
        )
      else if (/\d/.test(box.bullet) && (index > 0 || inItem))
        context.report(
          problem(
            'task/list-not-started',
            place,
            `a list can interrupt a paragraph only at 1; "${box.bullet}" goes on with the text above; not counted`,
            'put an empty line before it',
          ),
        )
      else
        context.report(
          problem(
            'task/near-box',
            place,
            'this line goes on with the text above, so it is no task; not counted',
            'put an empty line before it, or indent it by 2 to 4 spaces under its parent',
          ),
        )
    })
  }

  function verbatimBoxes(block: VerbatimBlock): void {
    const comment = block.type === 'html' && (markdown.lines[block.line - 1] ?? '').trimStart().startsWith('<!--')
    for (let line = block.line; line <= block.endLine; line++) {
      const text = markdown.lines[line - 1] ?? ''
      if (block.type === 'table') {
        for (const at of cellBoxes(text)) {
          const place = {line, column: at + 1}
          ignore(place, 'table')
          context.report(
            problem('task/outside-list', place, 'a box in a table is not a task; not counted', 'write it as a list item: "- [ ] text"'),
          )
        }
        continue
      }
      const box = looseCheckbox(text) ?? (block.type === 'html' && !comment ? tagBox(text) : null)
      if (box === null) continue
      const place = {line, column: box.at + 1}
      ignore(place, comment ? 'comment' : block.type)
      if (block.type === 'html' && !comment) {
        context.report(
          problem(
            'task/in-html',
            place,
            'a box inside an HTML block is not a task; not counted',
            'put an empty line between the HTML tag and the list',
          ),
        )
      } else verbatim[comment ? 'comment' : 'code'].push(place)
    }
    if (comment && !markdown.lines.slice(block.line - 1, block.endLine).some((text) => text.includes('-->')))
      context.report(
        problem(
          'markdown/unclosed-comment',
          block,
          `this comment is never closed: everything after it, to line ${block.endLine}, is hidden`,
          'close it with "-->"',
        ),
      )
    if (!block.closed)
      context.report(
        problem(
          'markdown/unclosed-fence',
          block,
          'this code fence is never closed: everything after it is code',
          'close it with a line of the same fence',
        ),
      )
  }
}

/** The task in whose list a block stands, at any depth; null when it stands in none. */
export function taskAround(block: Block | undefined, blocks: readonly Block[], tasks: ReadonlyMap<number, Task>): Task | null {
  for (let at = block?.item ?? null; at !== null; at = blocks[at]?.item ?? null) {
    const task = tasks.get(at)
    if (task !== undefined) return task
  }
  return null
}
