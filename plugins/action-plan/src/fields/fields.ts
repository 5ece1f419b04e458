import type {ChangeKind} from '../model/changes.ts'
import type {FieldValue} from '../model/plan.ts'

// The browser loads this file with the progress page: rows are data. Their words, for the reader, are in words.ts.

/** Types of fields that an item holds itself, each with the key of the item. The code of such a type reads, shows and compares that key: no other field can have the type. */
interface Keys {
  readonly prose: 'issue'
  readonly priority: 'priority'
  readonly duration: 'duration'
  readonly names: 'owners'
  readonly date: 'due'
  readonly references: 'dependsOn'
  readonly evidence: 'evidence'
}

/** Types of fields that stand in `fields`: all but `text` have a reader in parse/values/choice.ts. `none` has no value. */
type OwnType = 'none' | 'level' | 'state' | 'text'

/** How the value of a field is read, kept and shown. */
export type FieldType = keyof Keys | OwnType

/** What an item can state beside its tasks: one row has all that a field is. */
export type Field = FieldFacts & (Held | {readonly type: OwnType; readonly key?: never})

type Held = {readonly [T in keyof Keys]: {readonly type: T; readonly key: Keys[T]}}[keyof Keys]

interface FieldFacts {
  /** In English, as pages and exports call it. */
  readonly label: string
  /** What pages show for an item without it; without this, they leave it out. */
  readonly unstated?: 'none' | 'unstated' | 'unassigned'
  /** Pages offer to choose items by it. */
  readonly filter?: true
  /** How the history calls a change of it; without one nobody is told. */
  readonly change?: ChangeKind
  /** Headline of the list, in the report, of open items that state it. */
  readonly report?: string
}

/** Every field. docs/contributing/add-a-field.md says how to add one. */
export const FIELDS = {
  issue: {label: 'Issue', type: 'prose', key: 'issue', change: 'reworded'},
  actions: {label: 'Actions', type: 'none'},
  priority: {label: 'Priority', type: 'priority', key: 'priority', unstated: 'none', filter: true, change: 're-prioritised'},
  duration: {label: 'Timeline', type: 'duration', key: 'duration', unstated: 'unstated', change: 're-timed'},
  owner: {label: 'Owner', type: 'names', key: 'owners', unstated: 'unassigned', filter: true, change: 'owner-changed'},
  due: {label: 'Due', type: 'date', key: 'due', change: 're-timed'},
  dependsOn: {label: 'Depends on', type: 'references', key: 'dependsOn'},
  evidence: {label: 'Evidence', type: 'evidence', key: 'evidence'},
  status: {label: 'Status', type: 'state', filter: true, change: 'field-changed'},
  risk: {label: 'Risk', type: 'level', filter: true, change: 'field-changed'},
  blockedBy: {label: 'Blocked by', type: 'text', filter: true, change: 'field-changed', report: 'Blocked'},
} as const satisfies Readonly<Record<string, Field>>

export type FieldName = keyof typeof FIELDS
export const fieldOf = (name: FieldName): Field => FIELDS[name]

const OF_ITEMS: readonly FieldType[] = ['duration', 'names', 'references', 'date', 'evidence']
/** Whether it says something of an item and of nothing else. A status, or a risk, may be that of a section or of a task as well. */
export const isOfItem = (name: FieldName): boolean => OF_ITEMS.includes(FIELDS[name].type)

/** The rows, each with its name, in the order in which pages show them. */
export const FIELD_ROWS: readonly (Field & {readonly name: FieldName})[] = Object.entries<Field>(FIELDS).map(([name, field]) => ({
  ...field,
  name: name as FieldName,
}))
export const FIELD_NAMES: readonly FieldName[] = FIELD_ROWS.map(({name}) => name)

/** Fields that pages show beside each other: an issue is a text of its own, and evidence is shown by what it says. */
export const SHOWN_FIELDS = FIELD_ROWS.filter(({type}) => type !== 'prose' && type !== 'none' && type !== 'evidence').map(({name}) => name)

/** Rows of fields that stand in `fields` of an item. */
export const OWN_FIELDS = FIELD_ROWS.filter(({key, type}) => key === undefined && type !== 'none')

/** What an item of the plan, or of `status.json`, states in a field of `fields`; null when it does not. */
export function stated({fields}: {readonly fields: Readonly<Record<string, FieldValue>>}, name: FieldName): FieldValue | null {
  return fields[name] ?? null
}
