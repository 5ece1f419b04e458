import type {Health} from '../../model/health.ts'
import {priorityLabel} from '../../model/label.ts'
import type {PageStatusItem, PageStatus} from '../../model/page.ts'
import {chooser} from '../pages/chooser.ts'
import type {Wording} from '../words/words.ts'

export const GROUPINGS = ['phase', 'section', 'priority', 'owner'] as const
export type GroupingId = (typeof GROUPINGS)[number]

/** Items under one head, in the order they start. */
export interface Group {
  readonly id: string
  readonly title: string
  readonly items: readonly PageStatusItem[]
  readonly tasks: number
  readonly done: number
}

const NONE = ''

/** What the heads of a grouping are, in order, and under which of them an item stands. */
const KINDS: {
  readonly [Id in GroupingId]: {
    readonly heads: (status: PageStatus) => readonly (readonly [id: string, title: string])[]
    readonly of: (item: PageStatusItem, section: string) => readonly string[]
    readonly none: (words: Wording) => string
  }
} = {
  phase: {
    heads: ({phases}) => phases.map(({id, title}) => [id, title]),
    of: ({phase}) => [phase?.id ?? NONE],
    none: ({say}) => say('plan.group.noPhase', 'In no phase'),
  },
  section: {
    heads: ({sections}) => sections.map(({id, label}) => [id, label]),
    of: (_, section) => [section],
    none: ({say}) => say('plan.group.noSection', 'In no section'),
  },
  priority: {
    heads: ({priorities}) => priorities.flatMap(({id, title}) => (id === null ? [] : [[id, priorityLabel({id, title})] as const])),
    of: ({priority}) => [priority ?? NONE],
    none: ({say}) => say('plan.progress.noPriority', 'No priority'),
  },
  owner: {
    heads: (status) => owners(status).map((name) => [name, name]),
    of: ({owners: own}) => (own.length === 0 ? [NONE] : own),
    none: ({say}) => say('plan.group.unassigned', 'Unassigned'),
  },
}

const owners = ({sections}: PageStatus): readonly string[] =>
  Array.from(new Set(sections.flatMap(({items}) => items.flatMap((item) => item.owners)))).sort((a, b) => (a < b ? -1 : 1))

/** The chosen items under their heads; heads without one are left out. An item with several owners stands under each. */
export function groups(words: Wording, status: PageStatus, grouping: GroupingId, chosen: ReadonlySet<string>): readonly Group[] {
  const {heads, of, none} = KINDS[grouping]
  const members = new Map<string, PageStatusItem[]>(heads(status).map(([id]) => [id, []]))
  members.set(NONE, [])
  for (const section of status.sections)
    for (const item of section.items) if (chosen.has(item.id)) for (const id of of(item, section.id)) members.get(id)?.push(item)
  const titles = new Map<string, string>([...heads(status), [NONE, none(words)]])
  return Array.from(members).flatMap(([id, items]) =>
    items.length === 0 ? [] : [{id, title: titles.get(id) ?? id, items: items.sort(byStart), ...sums(items)}],
  )
}

/** The ids of the items that the filter lets through. The page of the timeline carries neither issues nor the texts of tasks. */
export function filtered(status: PageStatus, text: string, health: Health | 'all'): ReadonlySet<string> {
  const {shows} = chooser(status, {text, health})
  return new Set(status.sections.flatMap((section) => section.items.filter((item) => shows(item, section)).map(({id}) => id)))
}

/** Earliest first; what nothing places in time comes last; else in the order of the plan. */
function byStart(a: PageStatusItem, b: PageStatusItem): number {
  return (a.earlyStart ?? Number.MAX_SAFE_INTEGER) - (b.earlyStart ?? Number.MAX_SAFE_INTEGER)
}

function sums(items: readonly PageStatusItem[]): {readonly tasks: number; readonly done: number} {
  return {tasks: items.reduce((sum, {tasksTotal}) => sum + tasksTotal, 0), done: items.reduce((sum, {done}) => sum + done, 0)}
}
