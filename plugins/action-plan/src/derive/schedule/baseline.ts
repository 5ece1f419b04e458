import type {BaselineNote, Doubt, UnavailableCause} from '../../model/cause.ts'
import type {FoundRevision, Parsed} from '../../model/history.ts'
import type {Plan} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import type {Baseline, BaselineDates} from '../../model/report.ts'
import {problem} from '../../rules/problem.ts'
import type {Calendar, Window} from './calendar.ts'
import {calendar, datesOf} from './calendar.ts'
import {matchItems, matchPhases, matchSections} from '../changes/match-items.ts'
import {planning, type Planning} from './planning.ts'
import {totalProgress} from '../progress.ts'

/** A plan held against its baseline: what stood where, by the ids of today. */
export interface BaselineComparison {
  readonly baseline: Baseline | null
  readonly items: ReadonlyMap<string, BaselineDates>
  readonly phases: ReadonlyMap<string, BaselineDates>
  readonly problems: readonly Problem[]
}

const NOTHING: BaselineComparison = {baseline: null, items: new Map(), phases: new Map(), problems: []}

/** Where something is in time: as days from the start, and as dates where there are any. */
type Span = Omit<BaselineDates, 'variance' | 'doubt' | 'id'>

/** Holds a plan against the revision that its settings name: the same parser and the same schedule on the earlier text. `found` is null when none was looked for. */
export function compareBaseline(
  plan: Plan,
  now: Planning,
  found: FoundRevision | null,
  parse: (text: string) => Parsed,
  /** The cause in words, for the problem. */
  explain: (cause: UnavailableCause) => {readonly reason: string; readonly fix: string},
): BaselineComparison {
  const revision = plan.settings.baseline
  if (revision === null || found === null) return NOTHING
  const unavailable = (cause: UnavailableCause): BaselineComparison => {
    const {reason, fix: remedy} = explain(cause)
    return {
      ...NOTHING,
      baseline: {state: 'unavailable', revision, cause},
      problems: [problem('baseline/unavailable', plan.places['baseline'] ?? {line: 1, column: 1}, {reason, remedy})],
    }
  }
  if (found.state === 'unavailable') return unavailable(found.cause)
  const parsed = parse(found.text)
  const error = parsed.problems.find(({severity}) => severity === 'error')
  if (error !== undefined) return unavailable({code: 'had-error', facts: {line: error.line, reason: error.reason}})
  return compared(plan, now, parsed.plan, revision, found)
}

// eslint-disable-next-line max-lines-per-function -- parts of one comparison, which share what was matched
function compared(
  plan: Plan,
  now: Planning,
  then: Plan,
  revision: string,
  {commit, at}: {commit: string; at: string | null},
): BaselineComparison {
  const [laid, note] = rebase(then, now.days)
  const before = planning(laid)
  const dated = now.days.origin !== null
  const spans = (of: Plan, {days, windows, slots}: Planning, withDates: boolean): Spans => {
    const span = (from: number, to: number): Span => ({
      ...(withDates ? datesOf(days, from, to) : {start: null, finish: null}),
      earlyStart: from,
      earlyFinish: to,
    })
    const items = of.sections.flatMap((section) => section.items)
    return {
      items: new Map(
        items.map(({id}) => [id, slots.has(id) ? span(slots.get(id)?.earlyStart ?? 0, slots.get(id)?.earlyFinish ?? 0) : UNPLACED]),
      ),
      phases: new Map(of.phases.map(({id}) => [id, placed(windows.get(id) ?? null, span)])),
    }
  }
  const [old, own] = [spans(laid, before, dated), spans(plan, now, dated)]
  const late = lateness(plan, [...old.items.values(), ...old.phases.values(), ...own.items.values(), ...own.phases.values()])
  const sections = matchSections(laid, plan)
  const items = matchItems(laid, plan, sections)
  const phases = matchPhases(laid, plan, sections)
  const planned = (id: string, from: Span, to: Span, doubt: Doubt | null): BaselineDates => ({
    id,
    ...from,
    variance: late(from, to),
    doubt,
  })
  const [endThen, endNow] = [end(old.items), end(own.items)]
  const removed = items.gone.map(({item}) => ({id: item.id, number: item.number, title: item.title, tasks: totalProgress([item]).tasks}))
  const sums = totalProgress(laid.sections.flatMap((section) => section.items))
  return {
    baseline: {
      state: 'available',
      revision,
      commit,
      committedAt: at,
      note,
      finish: endThen?.finish ?? null,
      earlyFinish: endThen?.earlyFinish ?? null,
      variance: endThen === null || endNow === null ? null : late(endThen, endNow),
      tasks: sums.tasks,
      effortDays: sums.effort.days,
      removed,
      planned: plannedLine(laid, old.items),
    },
    items: new Map(
      items.pairs.map(({before: {item: from}, after: {item: to}, doubt}) => [
        to.id,
        planned(from.id, old.items.get(from.id) ?? UNPLACED, own.items.get(to.id) ?? UNPLACED, doubt),
      ]),
    ),
    phases: new Map(
      phases.pairs.map(({before: from, after: to, doubt}) => [
        to.id,
        planned(from.id, old.phases.get(from.id) ?? UNPLACED, own.phases.get(to.id) ?? UNPLACED, doubt),
      ]),
    ),
    problems: [],
  }
}

interface Spans {
  readonly items: ReadonlyMap<string, Span>
  readonly phases: ReadonlyMap<string, Span>
}
const UNPLACED: Span = {start: null, finish: null, earlyStart: null, earlyFinish: null}

const placed = (window: Window | null, span: (from: number, to: number) => Span): Span =>
  window === null
    ? UNPLACED
    : window.to === null
      ? {...span(window.from, window.from), finish: null, earlyFinish: null}
      : span(window.from, window.to)

/** A baseline without dates of its own is laid on this plan's start; one whose dates nothing here answers is compared by days alone. */
function rebase(then: Plan, {origin}: Calendar): readonly [Plan, BaselineNote | null] {
  const own = planning(then).days.origin
  if (own === null && origin !== null)
    return [
      {...then, settings: {...then.settings, start: origin}},
      {code: 'baseline-without-dates', facts: {}},
    ]
  return own !== null && origin === null ? [then, {code: 'plan-without-dates', facts: {}}] : [then, null]
}

/** The last of them. */
function end(items: ReadonlyMap<string, Span>): Span | null {
  let last: Span | null = null
  for (const one of items.values())
    if (one.earlyFinish !== null && (last?.earlyFinish == null || one.earlyFinish > last.earlyFinish)) last = one
  return last
}

/** How many working days something ends later: by this plan's calendar where both have dates, else by days from each start. */
function lateness(plan: Plan, all: readonly Span[]): (then: Span, now: Span) => number | null {
  const first = all
    .flatMap(({start}) => start ?? [])
    .reduce<string | null>((least, one) => (least === null || one < least ? one : least), null)
  const days = calendar({...plan.settings, start: first}, null)
  const endOf = ({start, finish}: Span): number | null =>
    finish !== null ? days.through(finish) : start === null ? null : days.dayOf(start)
  return (then, now) => {
    if (then.earlyFinish === null || now.earlyFinish === null) return null
    const [from, to] = [endOf(then), endOf(now)]
    return from === null || to === null ? now.earlyFinish - then.earlyFinish : to - from
  }
}

/** How many tasks the baseline would have had done by the end of a day: an item's on its last day. Empty without dates. */
function plannedLine(then: Plan, spans: ReadonlyMap<string, Span>): Extract<Baseline, {state: 'available'}>['planned'] {
  const byDay = new Map<string, number>()
  for (const item of then.sections.flatMap((section) => section.items)) {
    const one = spans.get(item.id)
    const day = one?.finish ?? one?.start ?? null
    if (day !== null) byDay.set(day, (byDay.get(day) ?? 0) + totalProgress([item]).tasks)
  }
  let tasks = 0
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, more]) => ({day, tasks: (tasks += more)}))
}
