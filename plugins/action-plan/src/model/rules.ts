import type {Severity} from './problem.ts'

interface Rule {
  readonly severity: Severity
  /** What the rule finds, for the documentation and for SARIF. */
  readonly finds: string
}

/** Every rule. Ids are public: once published they keep their meaning. */
export const RULES = {
  'plan/unreadable': {severity: 'error', finds: 'The file of the plan cannot be read.'},
  'text/empty': {severity: 'error', finds: 'The file holds no text.'},
  'text/invalid-utf-8': {severity: 'error', finds: 'Bytes that are not UTF-8.'},
  'text/replacement-character': {severity: 'warning', finds: 'U+FFFD, which stands for a character that was lost before.'},
  'text/nul': {severity: 'error', finds: 'A NUL character.'},
  'text/control-character': {severity: 'error', finds: 'A character that steers a terminal instead of being shown.'},
  'text/bidi-control': {severity: 'error', finds: 'A character that shows the text after it in another order than it is read.'},
  'text/raw-html': {
    severity: 'info',
    finds: 'HTML in the plan: shown as text in progress pages, rendered by a page that shows the file itself.',
  },
  'text/script': {severity: 'warning', finds: 'HTML or a link that runs code in a page that shows the file itself.'},
  'text/hidden-character': {severity: 'warning', finds: 'A character that nobody sees and that changes how the text is read.'},
  'text/conflict-marker': {severity: 'error', finds: 'Markers of an unresolved merge.'},
  'markdown/unclosed-fence': {severity: 'error', finds: 'A code fence that is never closed swallows what follows.'},
  'markdown/unclosed-comment': {severity: 'error', finds: 'A comment that is never closed hides what follows.'},
  'markdown/unclosed-front-matter': {severity: 'error', finds: 'Front matter that is never closed swallows the whole file.'},
  'markdown/too-deep': {severity: 'error', finds: 'Lists or quotes nested more than 100 deep.'},
  'markdown/not-a-heading': {severity: 'warning', finds: 'Number signs without a space after them are text.'},
  'settings/invalid': {severity: 'error', finds: 'A plan setting in the front matter with a value that cannot be used.'},
  'settings/unknown': {severity: 'warning', finds: 'A plan setting that does not exist.'},
  'task/near-box': {severity: 'warning', finds: 'Text that looks like a task and is none for GitHub Flavored Markdown.'},
  'task/outside-list': {severity: 'warning', finds: 'A box in a heading, a table or a line without a bullet.'},
  'task/in-html': {severity: 'warning', finds: 'Boxes inside an HTML block, where Markdown does not reach.'},
  'task/in-code': {severity: 'info', finds: 'Boxes inside code blocks or comments are not tasks.'},
  'task/in-legend': {severity: 'info', finds: 'Boxes that explain the marks are not tasks.'},
  'task/unknown-mark': {severity: 'warning', finds: 'A mark that nobody defined: the task counts as not done.'},
  'task/dropped': {severity: 'info', finds: 'Tasks marked [-] or wholly struck through are out of scope.'},
  'task/empty': {severity: 'warning', finds: 'A box without text.'},
  'task/box-and-text': {severity: 'warning', finds: 'An open box whose text says that it is done.'},
  'task/parent-and-child': {severity: 'warning', finds: 'A ticked task with open tasks under it.'},
  'task/list-not-started': {severity: 'warning', finds: 'A numbered task glued to the text above it.'},
  'item/duplicate-number': {severity: 'error', finds: 'Two items with the same number.'},
  'item/skipped-number': {severity: 'info', finds: 'A gap in the numbers of a section.'},
  'item/wrong-section': {severity: 'warning', finds: 'An item whose number belongs to another section.'},
  'item/no-boxes': {severity: 'warning', finds: 'An item whose bullets have no boxes counts no tasks.'},
  'item/no-tasks': {severity: 'warning', finds: 'An item with a duration or a due date and no task.'},
  'field/glued': {severity: 'info', finds: 'Fields that Markdown joins to the task above them.'},
  'field/heading': {severity: 'warning', finds: 'A field line that a line of dashes below it makes a heading.'},
  'field/contradicts-boxes': {severity: 'warning', finds: 'A status that says something else than the boxes.'},
  'field/conflict': {severity: 'warning', finds: 'The same field twice with different values.'},
  'field/empty': {severity: 'info', finds: 'A field without a value.'},
  'field/of-section': {severity: 'warning', finds: 'A field above the items of a section, where it belongs to none.'},
  'field/of-task': {severity: 'warning', finds: 'A field in a list under a task, where only items have fields.'},
  'priority/unknown': {severity: 'error', finds: 'A priority that the legend does not have.'},
  'priority/conflict': {severity: 'warning', finds: 'Two different priorities for one thing.'},
  'priority/from-emoji': {severity: 'info', finds: 'A priority read from a coloured mark alone.'},
  'timeline/unreadable': {severity: 'error', finds: 'A duration that cannot be read.'},
  'timeline/prose': {severity: 'warning', finds: 'A timeline in prose: kept as text, without a duration.'},
  'timeline/is-position': {severity: 'info', finds: 'A timeline that is a position ("Week 2"), not a duration.'},
  'timeline/ambiguous-unit': {severity: 'warning', finds: 'A unit with two meanings ("m").'},
  'due/unreadable': {severity: 'error', finds: 'A date that cannot be read or does not exist.'},
  'due/ambiguous': {severity: 'warning', finds: 'A date that can be read in two ways (12/06/2026).'},
  'depends/unknown-item': {severity: 'error', finds: 'A dependency on an item that the plan does not have.'},
  'depends/not-an-item': {severity: 'warning', finds: 'A dependency in words that are no item of the plan.'},
  'depends/cycle': {severity: 'error', finds: 'Items that wait for each other.'},
  'baseline/unavailable': {severity: 'warning', finds: 'A baseline that cannot be compared with.'},
  'plan/no-tasks': {severity: 'info', finds: 'The plan has no tasks.'},
  'schedule/overcommitted': {severity: 'info', finds: 'More effort in a phase than its days hold.'},
  'schedule/understaffed': {severity: 'warning', finds: 'A phase needs more people than the team has.'},
  'schedule/overrun': {severity: 'warning', finds: 'An item that does not fit into its phase.'},
  'schedule/misses-deadline': {severity: 'warning', finds: 'An item scheduled later than the deadline of its priority.'},
  'schedule/misses-due-date': {severity: 'warning', finds: 'An item scheduled to finish after its due date.'},
  'schedule/longer-than-deadline': {severity: 'warning', finds: 'A timeline longer than the deadline of its priority.'},
  'schedule/other-priority': {severity: 'warning', finds: 'A phase that names an item of another priority than its own.'},
  'schedule/unnamed-item': {severity: 'info', finds: 'An item that no line of the schedule names.'},
  'schedule/unplaced-item': {severity: 'warning', finds: 'An item that falls into no phase.'},
  'schedule/unresolved-line': {severity: 'warning', finds: 'A line of the schedule that names no item.'},
  'schedule/ambiguous-line': {severity: 'warning', finds: 'A line of the schedule that fits several items equally well.'},
  'schedule/order': {severity: 'warning', finds: 'Phases whose order contradicts priorities or dependencies.'},
  'schedule/beyond-calendar': {severity: 'warning', finds: 'Work that would end after the year 9999 has no dates.'},
  'schedule/before-start': {severity: 'warning', finds: 'A period that begins before the start of the plan.'},
  'schedule/unreadable-period': {severity: 'warning', finds: 'A phase whose period cannot be read.'},
  'evidence/unknown-metric': {severity: 'warning', finds: 'Settings for a metric that the plan does not have.'},
  'evidence/unknown-item': {severity: 'error', finds: 'A metric shown by an item that the plan does not have.'},
  'evidence/no-target': {severity: 'warning', finds: 'A metric with evidence and without a target that can be read.'},
  'evidence/outside': {severity: 'error', finds: 'Evidence that is not a file of the project.'},
  'evidence/missing': {severity: 'info', finds: 'A file of evidence that is not there.'},
  'evidence/unreadable': {
    severity: 'warning',
    finds: 'Evidence that says nothing: it cannot be read, measured nothing, or is of another kind.',
  },
  'evidence/too-old': {severity: 'warning', finds: 'Evidence older than its metric allows, or of unknown age.'},
  'evidence/contradicts': {severity: 'warning', finds: 'A ticked task, or a complete item, whose evidence fails.'},
  'evidence/already-shown': {severity: 'info', finds: 'An open task, or an item with open tasks, whose evidence holds.'},
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[]

/** What the rules of some problems find, by their ids: a page carries these and not the whole table. */
export function rulesFound({problems}: {readonly problems: readonly {readonly rule: RuleId}[]}): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Set(problems.map(({rule}) => rule))].sort().map((rule) => [rule, RULES[rule].finds]))
}
