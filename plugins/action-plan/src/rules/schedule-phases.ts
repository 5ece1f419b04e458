import {largest, smallest} from '../model/list.ts'
import {quotedLabel} from '../model/label.ts'
import {isDone, itemsOf, phaseName, workingDays} from './evaluated.ts'
import {rule, type Evaluated, type Found} from './rule.ts'

export interface Crowded {
  readonly effortDays: number
  readonly workingDays: number
  readonly peopleNeeded: number
}
const needed = ({effortDays, workingDays: days, peopleNeeded}: Crowded): string =>
  `${effortDays} days of work in ${workingDays(days)} need ${peopleNeeded.toFixed(1)} people`
const MORE = 'move items to another phase, lengthen this one, or add people (plan: {team: …})'

/** Phases that need more people than there are. */
function crowded({phases}: Evaluated, team: number): readonly Found<Crowded>[] {
  return phases.flatMap(({phase, peopleNeeded, effortDays, workingDays: days}): readonly Found<Crowded>[] =>
    peopleNeeded === null || days === null || peopleNeeded <= team ? [] : [[phase, {effortDays, workingDays: days, peopleNeeded}]],
  )
}

type WrongOrder =
  | {readonly by: 'priority'; readonly phase: string; readonly priority: string; readonly later: string; readonly urgent: string}
  | {readonly by: 'dependency'; readonly item: string; readonly dependsOn: string}

/** Rules about the length, the load and the order of phases. */
export const PHASES_RULES = {
  'schedule/overcommitted': rule<Crowded>({
    severity: 'info',
    finds: 'More effort in a phase than its days hold.',
    help: 'Move items to another phase, lengthen this one, or say how many people there are (`team` in the [settings](settings.md)).',
    message: needed,
    fix: () => MORE,
    find: (evaluated) => (evaluated.plan.settings.team === null ? crowded(evaluated, 1) : []),
  }),
  'schedule/understaffed': rule<Crowded & {readonly team: number}>({
    severity: 'warning',
    finds: 'A phase needs more people than the team has.',
    help: 'As above; the team of the settings is smaller than what the phase needs.',
    message: (facts) => `${needed(facts)}, but the team has ${facts.team}`,
    fix: () => MORE,
    find: (evaluated) => {
      const {team} = evaluated.plan.settings
      return team === null ? [] : crowded(evaluated, team).map(([place, facts]) => [place, {...facts, team}])
    },
  }),
  'schedule/overrun': rule<{readonly item: string; readonly days: number; readonly over: number; readonly phase: string}>({
    severity: 'warning',
    finds: 'An item that does not fit into its phase.',
    help: 'Shorten the item, lengthen the phase, or let the item start earlier.',
    message: ({item, days, over, phase}) => `${item} takes ${workingDays(days)} and ends ${workingDays(over)} after ${phase}`,
    fix: () => 'start it earlier, shorten it, or move it to a longer phase',
    find: (evaluated) => {
      const byId = new Map(evaluated.phases.map((one) => [one.phase.id, one]))
      return itemsOf(evaluated).flatMap((one) => {
        const [{item, scheduled, phase}, report] = [one, byId.get(one.phase?.id ?? '')]
        if (scheduled === null || phase === null || report?.window?.to == null || isDone(one)) return []
        const over = scheduled.earlyFinish - report.window.to
        if (over <= 0) return []
        return [[item, {item: quotedLabel(item), days: scheduled.earlyFinish - scheduled.earlyStart, over, phase: phaseName(report)}]]
      })
    },
  }),
  'schedule/order': rule<WrongOrder>({
    severity: 'warning',
    finds: 'Phases whose order contradicts priorities or dependencies.',
    help: 'Put the more urgent phase, or the one that the other waits for, first.',
    message: (facts) =>
      facts.by === 'priority'
        ? `${facts.phase} takes ${facts.priority} before ${facts.later} takes ${facts.urgent}`
        : `${facts.item} waits for ${facts.dependsOn}, which is in a later phase`,
    fix: ({by}) => (by === 'priority' ? 'put the more urgent phase first' : 'swap their phases, or remove the dependency'),
    find: (evaluated) => [...priorityOrder(evaluated), ...dependencyOrder(evaluated)],
  }),
  'schedule/assumed-year': rule<{readonly heading: string; readonly year: number; readonly from: 'start' | 'neighbours'}>({
    severity: 'info',
    finds: 'A period without its year.',
    help: 'Write the year. Until then it is the one that follows the `start` of the plan, or that fits the dated headings beside it.',
    message: ({heading, year, from}) =>
      `"${heading}" has no year: it was read as ${year}, ${from === 'start' ? 'because of the start of the plan' : 'which fits the headings beside it'}`,
    fix: ({year}) => `write the year: ${year}`,
  }),
  'schedule/no-year': rule<{readonly heading: string}>({
    severity: 'info',
    finds: 'A period without its year, in a plan that gives none.',
    help: 'Write the year, or the `start` of the plan in the front matter. The phase has no dates until then.',
    message: ({heading}) => `"${heading}" has no year, and nothing else in the plan gives one, so the phase has no dates`,
    fix: () => 'write the year, or plan: {start: …} in the front matter',
  }),
  'schedule/fiscal-year': rule<{readonly heading: string}>({
    severity: 'info',
    finds: 'A quarter of a fiscal year, in a plan that does not say when that begins.',
    help: 'Write the first day of one fiscal year into the [settings](settings.md), `fiscalYear: {2026: 2025-10-01}`, or the dates of the phase. It has no dates until then: the quarters of the calendar are others.',
    message: ({heading}) =>
      `"${heading}" is a part of a fiscal year, and the settings do not say when that begins, so the phase has no dates`,
    fix: () => 'write plan: {fiscalYear: {2026: …}} in the front matter, with the first day of that fiscal year, or write dates',
  }),
  'schedule/unreadable-period': rule<{readonly heading: string}>({
    severity: 'warning',
    finds: 'A phase whose period cannot be read.',
    help: 'Name weeks (`Week 2-3` from the start of the plan, `Week 49, 2026` of the calendar), a month, a quarter with its year (`Q1 2027`) or dates.',
    message: ({heading}) => `"${heading}" is not a period that can be read`,
    fix: () => 'name its weeks ("Week 2-3"), month, quarter or dates',
  }),
}

function priorityOrder({phases, plan}: Evaluated): readonly Found<WrongOrder>[] {
  const rank = (id: string): number => plan.priorities.findIndex((level) => level.id === id)
  const name = (at: number): string => plan.priorities[at]?.id ?? ''
  const ranked = phases.flatMap((report) => {
    const own = report.phase.priorities
      .filter(({qualified}) => !qualified)
      .map(({id}) => rank(id))
      .filter((at) => at >= 0)
    return own.length === 0 || report.window === null ? [] : [{report, from: report.window.from, best: smallest(own), worst: largest(own)}]
  })
  return ranked.flatMap(({report, from, worst}): readonly Found<WrongOrder>[] => {
    const later = ranked.find((other) => other.from > from && other.best < worst)
    if (later === undefined) return []
    const facts = {phase: phaseName(report), priority: name(worst), later: phaseName(later.report), urgent: name(later.best)}
    return [[report.phase, {by: 'priority', ...facts}]]
  })
}

function dependencyOrder(evaluated: Evaluated): readonly Found<WrongOrder>[] {
  const {phases, items} = evaluated
  const start = new Map(phases.flatMap(({phase, window}) => (window === null ? [] : [[phase.id, window.from] as const])))
  return itemsOf(evaluated).flatMap(({item, phase}) =>
    item.dependsOn.flatMap((reference): readonly Found<WrongOrder>[] => {
      const other = items.get(reference.id)
      const [mine, theirs] = [start.get(phase?.id ?? ''), start.get(other?.phase?.id ?? '')]
      if (other === undefined || mine === undefined || theirs === undefined || theirs <= mine) return []
      return [[reference, {by: 'dependency', item: quotedLabel(item), dependsOn: quotedLabel(other.item)}]]
    }),
  )
}
