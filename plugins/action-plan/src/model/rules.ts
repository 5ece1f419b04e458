import type {Severity} from './problem.ts'

interface Rule {
  readonly severity: Severity
  /** What the rule finds, for the documentation and for SARIF. */
  readonly finds: string
}

/** Every rule. Ids are public: once published they keep their meaning. */
export const RULES = {
  'text/empty': {severity: 'error', finds: 'The file holds no text.'},
  'text/invalid-utf-8': {severity: 'error', finds: 'Bytes that are not UTF-8.'},
  'text/nul': {severity: 'error', finds: 'A NUL character.'},
  'text/hidden-character': {severity: 'warning', finds: 'A character that reorders the text around it (bidirectional control).'},
  'text/conflict-marker': {severity: 'error', finds: 'Markers of an unresolved merge.'},
  'markdown/unclosed-fence': {severity: 'error', finds: 'A code fence that is never closed swallows what follows.'},
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
  'task/dropped': {severity: 'info', finds: 'A task marked [-] or wholly struck through is out of scope.'},
  'task/empty': {severity: 'warning', finds: 'A box without text.'},
  'task/box-and-text': {severity: 'warning', finds: 'An open box whose text says that it is done.'},
  'task/parent-and-child': {severity: 'warning', finds: 'A ticked task with open tasks under it.'},
  'task/list-not-started': {severity: 'warning', finds: 'A numbered task glued to the text above it.'},
  'item/duplicate-number': {severity: 'error', finds: 'Two items with the same number.'},
  'item/skipped-number': {severity: 'info', finds: 'A gap in the numbers of a section.'},
  'item/wrong-section': {severity: 'warning', finds: 'An item whose number belongs to another section.'},
  'item/no-boxes': {severity: 'warning', finds: 'An item whose bullets have no boxes counts no tasks.'},
  'field/glued': {severity: 'info', finds: 'A field line that Markdown reads as part of the task above it.'},
  'field/conflict': {severity: 'warning', finds: 'The same field twice with different values.'},
  'field/empty': {severity: 'info', finds: 'A field without a value.'},
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
  'schedule/already-done': {severity: 'info', finds: 'A phase that names work which is already done.'},
  'schedule/unnamed-item': {severity: 'info', finds: 'An item that no line of the schedule names.'},
  'schedule/unplaced-item': {severity: 'warning', finds: 'An item that falls into no phase.'},
  'schedule/unresolved-line': {severity: 'warning', finds: 'A line of the schedule that names no item.'},
  'schedule/ambiguous-line': {severity: 'warning', finds: 'A line of the schedule that fits several items equally well.'},
  'schedule/order': {severity: 'warning', finds: 'Phases whose order contradicts priorities or dependencies.'},
  'schedule/beyond-calendar': {severity: 'warning', finds: 'Work that would end after the year 9999 has no dates.'},
  'schedule/unreadable-period': {severity: 'warning', finds: 'A phase whose period cannot be read.'},
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[]
