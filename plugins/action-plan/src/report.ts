import {calendar, dateIn, nextReview, type Calendar} from './derive/calendar.ts'
import {groupHealth, itemHealth, RISK_BEHIND} from './derive/health.ts'
import {placements} from './derive/placement.ts'
import {itemProgress, totalProgress} from './derive/progress.ts'
import {reconcile} from './derive/reconcile.ts'
import {schedule, type Activity} from './derive/schedule.ts'
import type {Item, Plan} from './model/plan.ts'
import {byPlace} from './model/problem.ts'
import type {ItemReport, PhaseReport, PriorityReport, Progress, Prospects, Report, Slot, Source} from './model/report.ts'
import {parsePlan} from './parse/plan.ts'

/** Everything a report is made of; absent is null. */
export interface Inputs {
  /** The plan's text as it was read (a byte-order mark may lead it). */
  readonly text: string
  readonly source: Source
  /** The instant of reading, ISO with offset: its day in the plan's time zone is the status date, */
  readonly now: string
  /** unless a date is given here. */
  readonly today: string | null
}

/** The one pure function that joins the stages: the same inputs give the same report. Never throws on any text. */
export function report({text, source, now, today}: Inputs): Report {
  const {plan, problems} = parsePlan(text)
  const statusDate = today ?? dateIn(plan.settings.timeZone, now)
  const items = plan.sections.flatMap((section) => section.items.map((item) => ({item, section: section.id})))
  const days = calendar(plan.settings, firstDate(plan))
  const placed = placements(plan)
  const windows = new Map(plan.phases.map((phase) => [phase.id, days.windowOf(phase.period)]))
  const timed = schedule(items.map(({item}) => activity(item, plan, days, windows.get(placed.byItem.get(item.id)?.id ?? '') ?? null)))

  const reports = new Map(
    items.map(({item, section}): readonly [string, ItemReport] => {
      const progress = itemProgress(item)
      const slot = timed.slots.get(item.id) ?? null
      const {start, finish} = slot === null ? UNDATED : datesOf(slot.earlyStart, slot.earlyFinish, days)
      const prospects: Prospects = {
        tasks: progress.tasks,
        done: progress.done,
        start,
        finish,
        due: item.due?.date ?? null,
        riskFrom: riskFrom(progress, slot, days),
      }
      return [
        item.id,
        {
          item,
          section,
          progress,
          phase: placed.byItem.get(item.id) ?? null,
          slot,
          start,
          finish,
          prospects,
          ...itemHealth(prospects, statusDate),
        },
      ]
    }),
  )
  const verdictOf = (chosen: readonly ItemReport[]): ReturnType<typeof groupHealth> =>
    groupHealth(chosen.map(({item, health, because}) => ({name: item.number ?? `"${item.title}"`, health, because})))
  const all = [...reports.values()]

  const phases = plan.phases.map((phase): PhaseReport => {
    const own = all.filter((one) => one.phase?.id === phase.id)
    const window = windows.get(phase.id) ?? null
    const size = window === null ? null : window.to - window.from
    const progress = totalProgress(own.map(({item}) => item))
    return {
      phase,
      window,
      ...(window === null || size === 0 ? UNDATED : datesOf(window.from, window.to, days)),
      workingDays: size,
      items: own.map(({item}) => item.id),
      effortDays: progress.effort.days,
      peopleNeeded: size === null || size === 0 ? null : Math.ceil((10 * progress.effort.days) / size - 1e-9) / 10,
      progress,
      ...verdictOf(own),
    }
  })
  const found = reconcile({plan, items: reports, phases, namings: placed.namings})
  return {
    source,
    statusDate,
    title:
      plan.title === ''
        ? (source.path
            .split('/')
            .at(-1)
            ?.replace(/\.[^.]+$/, '') ?? 'Plan')
        : plan.title,
    overview: plan.overview,
    settings: plan.settings,
    totals: {...totalProgress(items.map(({item}) => item)), ...verdictOf(all)},
    ledger: plan.ledger,
    legend: plan.priorities,
    priorities: priorities(plan, all).map(([id, chosen, progress]): PriorityReport => ({
      id,
      level: plan.priorities.find((level) => level.id === id) ?? null,
      deadlineDate: deadlineDate(plan.priorities.find((level) => level.id === id)?.deadlineDays ?? null, days),
      progress,
      items: chosen.map(({item}) => item.id),
      ...verdictOf(chosen),
    })),
    sections: plan.sections.map((section) => {
      const own = section.items.map((item) => reports.get(item.id) as ItemReport)
      return {section, progress: totalProgress(section.items), items: own, ...verdictOf(own)}
    }),
    phases,
    metrics: plan.metrics.map((metric) => ({metric, state: 'unknown', because: evidenceOf(metric.text, plan)})),
    reviews: plan.reviews.map((review) => ({
      review,
      next: nextReview(plan.settings.start, review.cadence, statusDate),
      first: nextReview(plan.settings.start, review.cadence, plan.settings.start ?? statusDate),
    })),
    nextSteps: plan.nextSteps,
    problems: [...problems, ...placed.problems, ...timed.problems, ...found].sort(byPlace),
  }
}

const UNDATED = {start: null, finish: null}

/** First and last day of a stretch; without a length it has no last day, and past the end of the calendar it has neither. */
function datesOf(from: number, to: number, days: Calendar): {readonly start: string | null; readonly finish: string | null} {
  const finish = to === from ? null : days.dateOf(to - 1)
  return to > from && finish === null ? UNDATED : {start: days.dateOf(from), finish}
}

/** The earliest date that a phase states: the calendar's origin when the settings give no start. */
function firstDate(plan: Plan): string | null {
  const dates = plan.phases.flatMap(({period}) => (period.unit === 'date' ? [period.start] : []))
  return dates.sort()[0] ?? null
}

/** Evidence is named in the settings and not read by this version: a metric is unknown until something has shown it. */
function evidenceOf(text: string, plan: Plan): string {
  const named = Object.hasOwn(plan.settings.metrics, text) ? plan.settings.metrics[text] : undefined
  return named === undefined ? 'no evidence is configured' : `evidence is configured (${named.report}), but this version reads no reports`
}

function activity(item: Item, plan: Plan, days: Calendar, window: {readonly from: number} | null): Activity {
  // A plan without any schedule starts everything at its start; in one with a schedule, what is in no phase has no date.
  const from = window?.from ?? (plan.phases.length === 0 ? 0 : null)
  const due =
    item.due === null || days.origin === null
      ? null
      : days.dayOf(item.due.date) + (days.dateOf(days.dayOf(item.due.date)) === item.due.date ? 1 : 0)
  return {
    id: item.id,
    days: item.duration === null ? null : Math.ceil(item.duration.days - 1e-9),
    from,
    due,
    dependsOn: item.dependsOn,
    line: item.line,
    column: item.column,
  }
}

/** The last day that a deadline allows: "immediate" is the first day. */
function deadlineDate(deadlineDays: number | null, days: Calendar): string | null {
  return deadlineDays === null ? null : days.dateOf(Math.max(Math.ceil(deadlineDays), 1) - 1)
}

/** The first day on which more of the item's time than of its work has gone, by more than the threshold. */
function riskFrom(progress: Progress, slot: Slot | null, days: Calendar): string | null {
  if (slot === null || progress.tasks === 0) return null
  const length = slot.earlyFinish - slot.earlyStart
  const elapsed = Math.floor((progress.done / progress.tasks + RISK_BEHIND) * length + 1e-9) + 1
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
  const rank = new Map(plan.priorities.map(({id}, at) => [id, at]))
  const ids = [...byTask].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || (a < b ? -1 : 1),
  )
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
