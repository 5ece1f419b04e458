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
  const stated = [...underHeadings(plan), ...byLines(resolved, false), ...byLines(resolved, true)]
  const byItem = new Map<string, Placement>()
  for (const [id, placement] of stated) if (!byItem.has(id)) byItem.set(id, placement)
  for (const [id, placement] of byPriority(plan)) if (!byItem.has(id)) byItem.set(id, placement)
  return {
    byItem,
    namings: resolved.flatMap(({phase, lines}) =>
      lines.map(({line, items, asSection, sure}) => ({
        phase,
        line,
        items: items.map(({id}) => id),
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

/** Items that lines name: themselves, or with their whole section. */
function byLines(resolved: readonly {readonly phase: Phase; readonly lines: readonly ResolvedLine[]}[], asSection: boolean): Placed {
  return resolved.flatMap(({phase, lines}) =>
    lines
      .filter((one) => one.asSection === asSection)
      .flatMap(({line, items}) => items.map(({id}) => [id, placed(phase.id, line, asSection)] as const)),
  )
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
