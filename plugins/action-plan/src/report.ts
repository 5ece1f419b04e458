import {compareBaseline} from './derive/schedule/baseline.ts'
import {datesOf, nextReview, UNDATED, type Calendar} from './derive/schedule/calendar.ts'
import {verify} from './derive/evidence/verification.ts'
import {groupHealth, heldAgainst, itemHealth, lateArrival, RISK_BEHIND} from './derive/health/health.ts'
import {metrics} from './derive/evidence/metrics.ts'
import {projectedItems} from './derive/schedule/projected-items.ts'
import {planning, type Planning} from './derive/schedule/planning.ts'
import {lastProjected} from './derive/schedule/what-if.ts'
import {workItem} from './derive/schedule/work-item.ts'
import {itemProgress, totalProgress} from './derive/progress.ts'
import {dateIn, daysBetween} from './model/date.ts'
import type {Explain, Today} from './derive/evidence/evaluate-metric.ts'
import type {Evidence} from './model/evidence-file.ts'
import type {HealthStatus} from './model/health.ts'
import type {Forecast, PlanEnd} from './model/forecast.ts'
import type {FoundRevision, History, Parsed, Unavailable} from './model/history.ts'
import type {Item, Plan, PriorityLevel} from './model/plan.ts'
import {ceilTo, floorTo} from './model/number.ts'
import {shortLabel} from './model/label.ts'
import {planEnd} from './model/plan-end.ts'
import {priorityOrder} from './model/priority.ts'
import {verdictOf} from './model/verdict.ts'
import {byPlace, type Problem} from './model/problem.ts'
import type {ItemReport, PhaseReport, PriorityReport, Progress, HealthInputs, Report, ScheduledDates, Source} from './model/report.ts'
import {parsePlan} from './parse/structure/plan.ts'
import {evidenceText, nothingText, shownText, targetsText} from './view/words/evidence.ts'
import {unavailableText} from './view/words/unavailable.ts'
import {ENGLISH} from './view/words/words.ts'
import {findProblems} from './rules/problem.ts'

/** Everything a report is made of; absent is null. */
export interface Inputs {
  /** The plan's text as it was read (a byte-order mark may lead it). */
  readonly text: string
  readonly source: Source
  /** The plan at the revision that its settings name as baseline, or why it cannot be read; null when none is named, or none is to be held against. */
  readonly baseline: FoundRevision | null
  /** The instant of reading, ISO with offset: its day in the plan's time zone is the status date, */
  readonly now: string
  /** unless a date is given here. */
  readonly today: string | null
  /** What the files say that the plan names as evidence; null when they were not read. */
  readonly evidence: Evidence | null
}

/** The one pure function that joins the stages: the same inputs give the same report. Never throws on any text. */
export function report({text, ...facts}: Inputs): Report {
  return reportOf(parsePlan(text), facts)
}

/** The same for a text that has been parsed already. */
export function reportOf({plan, problems}: Parsed, {source, baseline, now, today, evidence}: Omit<Inputs, 'text'>): Report {
  const statusDate = today ?? dateIn(plan.settings.timeZone, now)
  const planned = planning(plan)
  const before = compareBaseline(plan, planned, baseline, parsePlan, (cause) => unavailableText(ENGLISH, cause))
  const day = {statusDate, timeZone: plan.settings.timeZone, explain: EXPLAIN}
  const judged = plan.sections.flatMap((section) =>
    section.items.map((item) => itemReport(item, section.id, {planned, before, path: source.path, evidence, day})),
  )
  const projected = projectedItems(
    judged.map(({report: {item, phase, scheduled}}) => ({...workItem(item, phase?.id ?? null), earlyStart: scheduled?.earlyStart ?? null})),
    priorityOrder(plan.priorities.map(({id}) => id)),
    {days: planned.days, team: plan.settings.team, today: statusDate},
  )
  const all = judged.map(({report}) => ({...report, projected: projected.get(report.item.id) ?? null}))
  const reports = new Map(all.map((one) => [one.item.id, one]))
  const phases = phaseReports(plan, all, planned, before)
  const measured = metrics({plan, items: reports, evidence, today: day})
  const found = findProblems({plan, items: reports, phases, namings: planned.namings})
  const shown = judged.flatMap((one) => one.problems)
  const totals = {...totalProgress(all.map(({item}) => item)), evidenced: sumEvidenced(all), ...groupOf(all, plan.priorities)}
  return {
    source,
    statusDate,
    title: plan.title === '' ? titleOfFile(source.path) : plan.title,
    overview: plan.overview,
    settings: plan.settings,
    totals,
    ledger: plan.ledger,
    legend: plan.priorities,
    priorities: priorityReports(plan, all, planned.days),
    sections: plan.sections.map((section) => {
      const own = section.items.map((item) => reports.get(item.id) as ItemReport)
      return {section, progress: totalProgress(section.items), evidenced: sumEvidenced(own), items: own, ...groupOf(own, plan.priorities)}
    }),
    phases,
    metrics: measured.metrics,
    reviews: plan.reviews.map((review) => ({
      review,
      next: nextReview(plan.settings.start, review.cadence, statusDate),
      first: nextReview(plan.settings.start, review.cadence, plan.settings.start ?? statusDate),
    })),
    nextSteps: plan.nextSteps,
    baseline: before.baseline,
    end: {planned: planEnd(lastDays(all)), projected: lastProjected(projected), forecast: null, varianceDays: null},
    verdict: verdictOf(totals.health, null, null),
    forecast: null,
    trend: null,
    problems: [...problems, ...planned.problems, ...before.problems, ...found, ...shown, ...measured.problems].sort(byPlace),
    evidence,
  }
}

/** Where every item has a day at which it ends or is due, those that are only due count too; else some items would end later than the plan. */
function lastDays(items: readonly ItemReport[]): readonly {readonly finish: string | null}[] {
  const ends = items.map(({finish, item}) => ({finish: finish ?? item.due?.date ?? null}))
  return ends.every(({finish}) => finish !== null) ? ends : items
}

const titleOfFile = (path: string): string =>
  path
    .split('/')
    .at(-1)
    ?.replace(/\.[^.]+$/, '') ?? 'Plan'

/** What an item is judged with. */
interface Around {
  readonly planned: Planning
  readonly before: ReturnType<typeof compareBaseline>
  readonly path: string
  readonly evidence: Evidence | null
  readonly day: Today
}

function itemReport(
  item: Item,
  section: string,
  {planned: {days, windows, slots, phases}, before, path, evidence, day}: Around,
): {readonly report: ItemReport; readonly problems: readonly Problem[]} {
  const progress = itemProgress(item)
  const slot = slots.get(item.id) ?? null
  const {start, finish} = slot === null ? UNDATED : datesOf(days, slot.earlyStart, slot.earlyFinish)
  const phase = phases.get(item.id) ?? null
  const window = windows.get(phase?.id ?? '') ?? null
  const held = heldAgainst(
    {due: item.due?.date ?? null, finish, tasks: progress.tasks, dropped: progress.dropped, duration: item.duration},
    window === null ? null : datesOf(days, window.from, window.to).finish,
  )
  const healthInputs: HealthInputs = {
    tasks: progress.tasks,
    done: progress.done,
    start,
    ...held,
    addedOn: null,
    riskFrom: riskFrom(progress, slot, held.due, days),
  }
  const {problems, ...shown} = verify(item, progress, path, evidence, day)
  const planned = before.items.get(item.id) ?? null
  const healthStatus = itemHealth(healthInputs, day.statusDate)
  return {
    report: {
      item,
      ...shown,
      section,
      progress,
      phase,
      scheduled: slot,
      start,
      finish,
      healthInputs,
      planned,
      projected: null,
      ...healthStatus,
    },
    problems,
  }
}

function phaseReports(
  plan: Plan,
  items: readonly ItemReport[],
  {days, windows}: Planning,
  before: Around['before'],
): readonly PhaseReport[] {
  const inPhase = new Map<string | undefined, ItemReport[]>(plan.phases.map(({id}) => [id, []]))
  for (const one of items) inPhase.get(one.phase?.id)?.push(one)
  return plan.phases.map((phase): PhaseReport => {
    const own = inPhase.get(phase.id) ?? []
    const window = windows.get(phase.id) ?? null
    const size = window?.to == null ? null : window.to - window.from
    const progress = totalProgress(own.map(({item}) => item))
    return {
      phase,
      window,
      ...(window === null || size === 0 ? UNDATED : datesOf(days, window.from, window.to)),
      workingDays: size,
      items: own.map(({item}) => item.id),
      effortDays: progress.effort.days,
      peopleNeeded: size === null || size === 0 ? null : ceilTo(progress.effort.days / size, 1),
      progress,
      planned: before.phases.get(phase.id) ?? null,
      ...groupOf(own, plan.priorities),
    }
  })
}

function priorityReports(plan: Plan, items: readonly ItemReport[], days: Calendar): readonly PriorityReport[] {
  return priorities(plan, items).map(([id, chosen, progress]) => {
    const level = plan.priorities.find((one) => one.id === id) ?? null
    return {
      id,
      level,
      deadlineDate: deadlineDate(level?.deadlineDays ?? null, days),
      progress,
      items: chosen.map(({item}) => item.id),
      ...groupOf(chosen, plan.priorities),
    }
  })
}

/** The health of what has these items. */
const groupOf = (chosen: readonly ItemReport[], legend: readonly PriorityLevel[]): HealthStatus =>
  groupHealth(
    chosen.map(({item, health, cause, lateDays}) => ({name: shortLabel(item), health, cause, lateDays, priority: item.priority})),
    legend.map(({id}) => id),
  )

/** When a plan ends, with its forecast. */
function withForecast(end: PlanEnd, {p50}: Forecast): PlanEnd {
  return {...end, forecast: p50, varianceDays: end.planned === null || p50 === null ? null : daysBetween(end.planned, p50)}
}

/** The same report with what the history tells: how items are judged, the forecast and the trend. */
export function withHistory(report: Report, history: History | Unavailable): Report {
  if (history.state === 'unavailable') {
    const forecast: Forecast = {state: 'none', p50: null, p85: null, cause: history.cause}
    return {...report, forecast}
  }
  const {forecast, trend, added} = history
  const judged = withAdditions(report, new Map(added))
  const end = withForecast(report.end, forecast)
  return {...judged, forecast, trend, end, verdict: verdictOf(judged.totals.health, end.planned, forecast)}
}

/** The same report, judged with what the history knows: an item is not late for days on which it did not stand in the plan. `added` has the day of each item that came later than the plan, by its id. */
export function withAdditions(report: Report, added: ReadonlyMap<string, string>): Report {
  if (added.size === 0) return report
  const judged = new Map(
    report.sections.flatMap(({items}) =>
      items.map((one): readonly [string, ItemReport] => {
        const {item, healthInputs: inputs} = one
        const addedOn = lateArrival(inputs, added.get(item.id) ?? null)
        const held = {...inputs, addedOn}
        return [item.id, {...one, healthInputs: held, ...itemHealth(held, report.statusDate)}]
      }),
    ),
  )
  const of = (ids: readonly string[]): readonly ItemReport[] => ids.map((id) => judged.get(id) as ItemReport)
  const totals = {...report.totals, ...groupOf([...judged.values()], report.legend)}
  return {
    ...report,
    totals,
    verdict: verdictOf(totals.health, report.end.planned, report.forecast),
    priorities: report.priorities.map((one) => ({...one, ...groupOf(of(one.items), report.legend)})),
    sections: report.sections.map((one) => {
      const items = of(one.items.map(({item}) => item.id))
      return {...one, items, ...groupOf(items, report.legend)}
    }),
    phases: report.phases.map((one) => ({...one, ...groupOf(of(one.items), report.legend)})),
  }
}

/** The messages of problems are English. */
const EXPLAIN: Explain = {
  evidence: (cause) => evidenceText(ENGLISH, cause),
  nothing: (why) => nothingText(ENGLISH, why),
  shown: (shown) => shownText(ENGLISH, shown),
  targets: (targets) => targetsText(ENGLISH, targets),
}

const sumEvidenced = (items: readonly ItemReport[]): number => items.reduce((sum, one) => sum + one.evidenced, 0)

/** The last day that a deadline allows: "immediate" is the first day. */
function deadlineDate(deadlineDays: number | null, days: Calendar): string | null {
  return deadlineDays === null ? null : days.dateOf(Math.max(Math.ceil(deadlineDays), 1) - 1)
}

/** The first day on which more of the item's time than of its work has gone, by more than the threshold. Without an effort its time goes on to its due date. */
function riskFrom(progress: Progress, slot: ScheduledDates | null, due: string | null, days: Calendar): string | null {
  if (slot === null || progress.tasks === 0) return null
  const effort = slot.earlyFinish - slot.earlyStart
  const length = effort > 0 || due === null ? effort : Math.max(0, days.through(due) - slot.earlyStart)
  const elapsed = floorTo((progress.done / progress.tasks + RISK_BEHIND) * length) + 1
  return length === 0 || elapsed > length ? null : days.dateOf(slot.earlyStart + elapsed)
}

/** Priorities in the order of the legend, then others by name, then none; tasks decide the sums, items are listed by their own. */
function priorities(plan: Plan, items: readonly ItemReport[]): readonly (readonly [string | null, readonly ItemReport[], Progress])[] {
  const byOwn = new Map<string | null, ItemReport[]>()
  const byTask = new Set<string | null>(plan.priorities.map(({id}) => id))
  for (const one of items) {
    const list = byOwn.get(one.item.priority)
    if (list === undefined) byOwn.set(one.item.priority, [one])
    else list.push(one)
    byTask.add(one.item.priority)
    for (const task of one.item.tasks) byTask.add(task.priority ?? one.item.priority)
  }
  const ids = [...byTask].sort(priorityOrder(plan.priorities.map(({id}) => id)))
  return ids.map((id) => {
    const own = byOwn.get(id) ?? []
    const sums = totalProgress(
      items.map(({item}) => item),
      (task, item) => (task.priority ?? item.priority) === id,
    )
    const done = own.filter(({progress}) => progress.itemsDone > 0).length
    return [
      id,
      own,
      {
        ...sums,
        items: own.length,
        itemsDone: done,
        effort: own.length === 0 ? sums.effort : totalProgress(own.map(({item}) => item)).effort,
      },
    ] as const
  })
}
