import {quotedLabel, shortTitle} from '../../model/label.ts'
import type {Place} from '../../model/place.ts'
import type {Plan} from '../../model/plan.ts'
import {daysText} from '../../model/number.ts'
import {excerpt, problem, type Problem} from '../../model/problem.ts'
import type {ItemReport, PhaseReport} from '../../model/report.ts'
import type {RuleId} from '../../model/rules.ts'
import type {Naming} from './placement.ts'

interface Facts {
  readonly plan: Plan
  readonly items: ReadonlyMap<string, ItemReport>
  readonly phases: readonly PhaseReport[]
  readonly namings: readonly Naming[]
}

type Found = readonly [place: Place, reason: string, fix: string]

/** Holds the schedule against the items. A rule is a row: what it finds in the facts, with place, reason and mend. */
const RECONCILED: {readonly [Rule in RuleId]?: (facts: Facts) => readonly Found[]} = {
  'schedule/overcommitted': ({phases, plan}) => (plan.settings.team === null ? crowded(phases, 1) : []),
  'schedule/understaffed': ({phases, plan}) => (plan.settings.team === null ? [] : crowded(phases, plan.settings.team)),
  'schedule/overrun': ({items, phases}) => {
    const byId = new Map(phases.map((one) => [one.phase.id, one]))
    return each(items).flatMap(({item, scheduled: slot, phase, progress}) => {
      const window = byId.get(phase?.id ?? '')
      if (slot === null || window?.window == null || slot.earlyFinish <= window.window.to || progress.itemsDone > 0) return []
      const over = slot.earlyFinish - window.window.to
      return [
        [
          item,
          `${quotedLabel(item)} takes ${days(slot.earlyFinish - slot.earlyStart)} and ends ${days(over)} after ${short(window)}`,
          'start it earlier, shorten it, or move it to a longer phase',
        ],
      ]
    })
  },
  'schedule/misses-deadline': ({items, plan}) =>
    each(items).flatMap(({item, scheduled: slot, progress}) => {
      const level = plan.priorities.find(({id}) => id === item.priority)
      if (slot === null || level?.deadlineDays == null || progress.itemsDone > 0) return []
      // "Immediate" is about the start; anything else about the finish.
      const misses = level.deadlineDays === 0 ? slot.earlyStart > 0 : slot.earlyFinish > level.deadlineDays
      if (!misses) return []
      const planned = level.deadlineDays === 0 ? `starts on working day ${slot.earlyStart + 1}` : `ends on working day ${slot.earlyFinish}`
      return [
        [
          item,
          `${quotedLabel(item)} ${planned}; the legend says of ${level.id}: "${level.deadline ?? ''}"${level.deadlineDays > 0 ? ` (${days(level.deadlineDays)})` : ''}`,
          'schedule it earlier, or change its priority or the legend',
        ],
      ]
    }),
  'schedule/misses-due-date': ({items}) =>
    each(items).flatMap(({item, finish, progress}) =>
      item.due === null || finish === null || finish <= item.due.date || progress.itemsDone > 0
        ? []
        : [
            [
              item.due,
              `${quotedLabel(item)} is due ${item.due.date}, but its schedule ends ${finish}`,
              'schedule it earlier, or change the due date',
            ],
          ],
    ),
  'schedule/longer-than-deadline': ({items, plan}) =>
    each(items).flatMap(({item}) => {
      const level = plan.priorities.find(({id}) => id === item.priority)
      if (item.duration === null || level?.deadlineDays == null || level.deadlineDays === 0 || item.duration.days <= level.deadlineDays)
        return []
      return [
        [
          item.duration,
          `${quotedLabel(item)} takes ${days(item.duration.days)}; the legend gives ${level.id} ${days(level.deadlineDays)} ("${level.deadline ?? ''}")`,
          'split the item, or change its priority or the legend',
        ],
      ]
    }),
  'schedule/other-priority': ({items, namings}) =>
    namings.flatMap(({phase, line, items: named}) => {
      const own = phase.priorities.map(({id}) => id)
      return named.flatMap((id): readonly Found[] => {
        const priority = items.get(id)?.item.priority ?? null
        if (own.length === 0 || priority === null || own.includes(priority)) return []
        return [
          [
            line,
            `"${excerpt(line.text)}" names ${id}, which is ${priority}; the heading of this phase says ${own.join(' and ')}`,
            `change the priority of ${id}, or move the line to the phase of ${priority}`,
          ],
        ]
      })
    }),
  'schedule/unnamed-item': ({items, namings, plan}) => {
    const named = new Set(namings.flatMap(({items: ids}) => ids))
    if (namings.length === 0) return []
    const byId = new Map(plan.phases.map((one) => [one.id, one]))
    return each(items).flatMap(({item, phase}) => {
      const own = byId.get(phase?.id ?? '')
      if (item.implicit || named.has(item.id) || phase === null || own?.section != null) return []
      return [
        [
          item,
          `no line of the schedule names ${quotedLabel(item)}; it is in ${own === undefined ? phase.id : shortTitle(own.title)} by its priority`,
          'name it in a line of the schedule',
        ],
      ]
    })
  },
  'schedule/unplaced-item': ({items, plan}) =>
    plan.phases.some(({section}) => section === null)
      ? each(items).flatMap(({item, phase}) =>
          item.implicit || phase !== null
            ? []
            : [
                [
                  item,
                  `${quotedLabel(item)} is in no phase: no line names it and no heading names its priority${item.priority === null ? '' : ` (${item.priority})`}`,
                  'name it in a line of the schedule',
                ],
              ],
        )
      : [],
  'schedule/beyond-calendar': ({phases, items, plan}) => {
    const dated = plan.settings.start !== null || plan.phases.some(({period}) => period.unit === 'date')
    const past = (start: string | null, length: number | null): boolean => dated && length !== null && length > 0 && start === null
    const found = (place: Place, what: string): Found => [
      place,
      `${what} would end after the year 9999: it has no dates`,
      'correct its length, or the start',
    ]
    return [
      ...phases.filter(({start, workingDays}) => past(start, workingDays)).map((report) => found(report.phase, short(report))),
      ...each(items)
        .filter(({start, scheduled: slot}) => past(start, slot === null ? null : slot.earlyFinish - slot.earlyStart))
        .map(({item}) => found(item, quotedLabel(item))),
    ]
  },
  'schedule/before-start': ({phases, plan}) =>
    phases.flatMap((report) => {
      const {period} = report.phase
      const {start} = plan.settings
      return start === null || period.unit !== 'date' || period.start >= start
        ? []
        : [
            [
              report.phase,
              `${short(report)} begins on ${period.start}, before the plan's start on ${start}: ${period.finish < start ? 'it has no days' : 'its days before do not count'}`,
              'correct the period, or start: in the front matter',
            ],
          ]
    }),
  'schedule/order': ({phases, items, plan}) => [...priorityOrder(phases, plan), ...dependencyOrder(phases, items)],
}

/** Everything in which schedule, items, legend and dependencies contradict each other. */
export function reconcile(facts: Facts): readonly Problem[] {
  return (Object.entries(RECONCILED) as [RuleId, (facts: Facts) => readonly Found[]][]).flatMap(([rule, find]) =>
    find(facts).map(([place, reason, fix]) => problem(rule, place, reason, fix)),
  )
}

const each = (items: ReadonlyMap<string, ItemReport>): readonly ItemReport[] => [...items.values()]
const days = (count: number): string => daysText(count, 'working day')
const short = ({phase}: PhaseReport): string => shortTitle(phase.title)

function crowded(phases: readonly PhaseReport[], team: number): readonly Found[] {
  return phases.flatMap((report): readonly Found[] => {
    const {peopleNeeded, effortDays, workingDays, phase} = report
    if (peopleNeeded === null || workingDays === null || peopleNeeded <= team) return []
    return [
      [
        phase,
        `${effortDays} days of work in ${workingDays}: needs ${peopleNeeded.toFixed(1)} people${team === 1 ? '' : `, the team has ${team}`}`,
        'move items to another phase, lengthen this one, or add people (plan: {team: …})',
      ],
    ]
  })
}

function priorityOrder(phases: readonly PhaseReport[], plan: Plan): readonly Found[] {
  const rank = (id: string): number => plan.priorities.findIndex((level) => level.id === id)
  const ranked = phases.flatMap((report) => {
    const own = report.phase.priorities
      .filter(({qualified}) => !qualified)
      .map(({id}) => rank(id))
      .filter((at) => at >= 0)
    return own.length === 0 || report.window === null
      ? []
      : [{report, from: report.window.from, best: Math.min(...own), worst: Math.max(...own)}]
  })
  return ranked.flatMap(({report, from, worst}): readonly Found[] => {
    const later = ranked.find((other) => other.from > from && other.best < worst)
    return later === undefined
      ? []
      : [
          [
            report.phase,
            `${short(report)} takes ${plan.priorities[worst]?.id ?? ''} before ${short(later.report)} takes ${plan.priorities[later.best]?.id ?? ''}`,
            'put the more urgent phase first',
          ],
        ]
  })
}

function dependencyOrder(phases: readonly PhaseReport[], items: ReadonlyMap<string, ItemReport>): readonly Found[] {
  const start = new Map(phases.flatMap(({phase, window}) => (window === null ? [] : [[phase.id, window.from] as const])))
  return each(items).flatMap(({item, phase}) =>
    item.dependsOn.flatMap((reference): readonly Found[] => {
      const other = items.get(reference.id)
      const [mine, theirs] = [start.get(phase?.id ?? ''), start.get(other?.phase?.id ?? '')]
      if (other === undefined || mine === undefined || theirs === undefined || theirs <= mine) return []
      return [
        [
          reference,
          `${quotedLabel(item)} waits for ${quotedLabel(other.item)}, which is in a later phase`,
          'swap their phases, or take the dependency away',
        ],
      ]
    }),
  )
}
