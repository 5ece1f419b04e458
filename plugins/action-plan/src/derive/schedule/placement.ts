import {shortTitle} from '../../model/label.ts'
import type {Item, Phase, PhaseLine, Plan} from '../../model/plan.ts'
import {excerpt, type Problem} from '../../model/problem.ts'
import type {Naming, Placement} from '../../model/report.ts'
import {lineProblems} from './line-problems.ts'
import {lineResolver, type ResolvedLine} from './resolve-line.ts'

export interface Placements {
  /** By item id; an item that falls into no phase is absent. */
  readonly byItem: ReadonlyMap<string, Placement>
  readonly namings: readonly Naming[]
  readonly problems: readonly Problem[]
}

/** Says which phase each item is in: what a line names, else the phase whose heading names its priority, each with its reason. */
export function placements(plan: Plan): Placements {
  if (plan.phases.length === 0) return {byItem: new Map(), namings: [], problems: []}
  const resolve = lineResolver(plan)
  const resolved = plan.phases.map((phase) => ({
    phase,
    lines: phase.lines.map((line): ResolvedLine => ({line, ...resolve(line, phase)})),
  }))
  // Of two reasons the first counts: a line that names an item itself says more than one that names its section.
  const byItem = new Map<string, Placement>()
  for (const [id, placement] of underHeadings(plan)) if (!byItem.has(id)) byItem.set(id, placement)
  placeByLines(resolved, false, byItem)
  placeByLines(resolved, true, byItem)
  for (const [id, placement] of byPriority(plan)) if (!byItem.has(id)) byItem.set(id, placement)
  const idsOf = idsOfLists()
  return {
    byItem,
    namings: resolved.flatMap(({phase, lines}) =>
      lines.map(({line, items, asSection, sure}) => ({
        phase,
        line,
        items: idsOf(items),
        isReference: items.length > 0 && (!asSection || sure === 'by-title'),
      })),
    ),
    problems: lineProblems(
      resolved.map(({lines}) => lines),
      plan.sections.some(({items}) => items.some(({number, implicit}) => number !== null && !implicit)),
    ),
  }
}

type Placed = readonly (readonly [id: string, placement: Placement])[]

/** Items that stand under the heading of their phase. */
function underHeadings({phases, sections}: Plan): Placed {
  const sectionOf = new Map(sections.map((section) => [section.id, section]))
  return phases.flatMap((phase) =>
    (phase.section === null ? [] : (sectionOf.get(phase.section)?.items ?? [])).map(
      ({id}) => [id, {id: phase.id, cause: {code: 'under-heading', facts: {phase: phase.title}}}] as const,
    ),
  )
}

/** Places the items that lines name: themselves, or with their whole section. A section that many lines name is gone through once. */
function placeByLines(
  resolved: readonly {readonly phase: Phase; readonly lines: readonly ResolvedLine[]}[],
  asSection: boolean,
  byItem: Map<string, Placement>,
): void {
  const placedAll = new Set<readonly Item[]>()
  for (const {phase, lines} of resolved)
    for (const {line, items, asSection: isSection} of lines) {
      if (isSection !== asSection || placedAll.has(items)) continue
      placedAll.add(items)
      for (const {id} of items) if (!byItem.has(id)) byItem.set(id, placed(phase.id, line, asSection))
    }
}

/** Gives the ids of items; those of the same list are the same list. */
function idsOfLists(): (items: readonly Item[]) => readonly string[] {
  const known = new WeakMap<readonly Item[], readonly string[]>()
  return (items) => {
    const ids = known.get(items) ?? items.map(({id}) => id)
    known.set(items, ids)
    return ids
  }
}

/** Items whose priority the heading of a phase names. */
function byPriority({phases, sections}: Plan): Placed {
  if (phases.every(({section}) => section !== null)) return []
  const named = phases.flatMap((phase) => phase.priorities.flatMap(({id, qualified}) => (qualified ? [] : [[id, phase] as const])))
  // The first phase that names a priority has it.
  const byId = new Map(named.reverse())
  return sections.flatMap(({items}) =>
    items.flatMap(({id, priority}: Item): Placed => {
      const phase = priority === null ? undefined : byId.get(priority)
      if (phase === undefined || priority === null) return []
      const facts = {phase: shortTitle(phase.title), line: phase.line, priority}
      return [[id, {id: phase.id, cause: {code: 'heading-names-priority', facts}}]]
    }),
  )
}

/** What a line of the schedule says of an item. */
function placed(phase: string, {line, text}: PhaseLine, asSection: boolean): Placement {
  return {id: phase, cause: {code: asSection ? 'line-names-section' : 'line-names-item', facts: {line, text: excerpt(text)}}}
}
