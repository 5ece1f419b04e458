import {quotedLabel, shortTitle} from '../model/label.ts'
import {isHabit} from '../model/few.ts'
import {excerpt} from '../model/problem.ts'
import {itemsOf} from './evaluated.ts'
import {rule, type Evaluated} from './rule.ts'

const NAME_IT = 'name it in a line of the schedule'

/** So many of the lines of a schedule name items where it is meant to place them. */
const MOST = 0.5

/** Whether a schedule is there to place items: most of its lines name items, or sections by their titles, or most of its headings a priority, and most items are placed so. One that describes its phases forgets nothing, even where words of it fit a title. */
function placesItems(evaluated: Evaluated): boolean {
  const {plan, namings} = evaluated
  const lines = namings.filter(({line}) => line.depth === 0)
  const naming = lines.filter(({isReference}) => isReference).length
  const phases = plan.phases.filter(({section}) => section === null)
  const byPriority = phases.filter(({priorities}) => priorities.length > 0).length
  const isByPriority = byPriority > 0 && byPriority >= phases.length * MOST
  if (!isByPriority && (naming === 0 || naming < lines.length * MOST)) return false
  const free = itemsOf(evaluated).filter(({item, phase}) => !item.implicit && phase?.cause.code !== 'under-heading')
  const placed = free.filter(({phase}) => phase !== null).length
  return isHabit(placed, free.length - placed, 2)
}

/** Rules about what the lines of the schedule name. */
export const LINES_RULES = {
  'schedule/other-priority': rule<{
    readonly line: string
    readonly item: string
    readonly priority: string
    readonly phase: readonly string[]
  }>({
    severity: 'warning',
    finds: 'A phase that names an item of another priority than its own.',
    help: "Change the priority of the item or of the phase's heading, or move the line. The line decides.",
    message: ({line, item, priority, phase}) =>
      `"${excerpt(line)}" names ${item}, which has priority ${priority}, but the heading of this phase says ${phase.join(' and ')}`,
    fix: ({item, priority}) => `change the priority of ${item}, or move the line to the phase of ${priority}`,
    find: ({items, namings}) => {
      const told = new Map<readonly string[], Set<string>>()
      return namings.flatMap(({phase, line, items: named}) => {
        const own = phase.priorities.map(({id}) => id)
        // A section that many lines name is told where the first names it.
        const before = told.get(named) ?? new Set<string>()
        told.set(named, before)
        if (own.length === 0 || before.has(own.join())) return []
        before.add(own.join())
        return named.flatMap((item) => {
          const priority = items.get(item)?.item.priority ?? null
          return priority === null || own.includes(priority) ? [] : [[line, {line: line.text, item, priority, phase: own}] as const]
        })
      })
    },
  }),
  'schedule/too-many': rule<{readonly limit: number}>({
    severity: 'error',
    finds: 'Lines of the schedule that name more than 100,000 items by their numbers.',
    help: 'Name sections in the place of their items, or split the plan. What stands behind the limit places nothing.',
    message: ({limit}) => `the lines of the schedule name more than ${limit} items: none is read from here on`,
    fix: () => 'name sections in the place of their items, or split the plan',
  }),
  'schedule/unnamed-item': rule<{readonly item: string; readonly phase: string}>({
    severity: 'info',
    finds: 'An item that no line of the schedule names.',
    help: 'Nothing, when its priority puts it into the right phase. Else name it in a line of the schedule.',
    message: ({item, phase}) => `no line of the schedule names ${item}; it is in ${phase} because of its priority`,
    fix: () => NAME_IT,
    find: (evaluated) => {
      const {namings, plan} = evaluated
      if (namings.length === 0) return []
      const named = new Set([...new Set(namings.map(({items}) => items))].flat())
      const byId = new Map(plan.phases.map((one) => [one.id, one]))
      return itemsOf(evaluated).flatMap(({item, phase}) => {
        const own = byId.get(phase?.id ?? '')
        if (item.implicit || named.has(item.id) || phase === null || own?.section != null) return []
        return [[item, {item: quotedLabel(item), phase: own === undefined ? phase.id : shortTitle(own.title)}]]
      })
    },
  }),
  'schedule/unplaced-item': rule<{readonly item: string; readonly priority: string | null}>({
    severity: 'info',
    finds: 'An item that falls into no phase of a schedule that places most others.',
    help: 'Name it in a line of the schedule, best by its number. It has no dates until then.',
    message: ({item, priority}) =>
      `${item} is in no phase: no line names it and no heading names its priority${priority === null ? '' : ` (${priority})`}`,
    fix: () => NAME_IT,
    find: (evaluated) =>
      placesItems(evaluated)
        ? itemsOf(evaluated).flatMap(({item, phase, progress}) =>
            item.implicit || phase !== null || progress.tasks === 0 ? [] : [[item, {item: quotedLabel(item), priority: item.priority}]],
          )
        : [],
  }),
  'schedule/unresolved-line': rule<{readonly line: string; readonly part: string | null; readonly nearest: string | null}>({
    severity: 'warning',
    finds: 'A line of the schedule that names no item, among lines of which most do.',
    help: 'Name the items by their numbers: `- 2.1, 2.2`. A list of which less than half of the lines name an item describes its phase, and nothing is said of it.',
    message: ({line, part}) => `${part === null ? '' : `"${part}" in `}"${line}" names no item or section of the plan`,
    fix: ({nearest}) => `name the items by their numbers${nearest === null ? '' : `; the nearest is ${nearest}`}`,
  }),
  'schedule/ambiguous-line': rule<{readonly text: string; readonly names: string}>({
    severity: 'info',
    finds: 'A line of the schedule that fits several items equally well.',
    help: 'Name the item by its number. The items are placed by their priority until then.',
    message: ({text, names}) => `"${text}" fits ${names} equally well, so they are placed by their priority`,
    fix: () => 'name the item by its number',
  }),
}
