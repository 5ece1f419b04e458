import type {GapCause} from '../../model/cause.ts'
import type {Change} from '../../model/changes.ts'
import {addDays, dateIn} from '../../model/date.ts'
import type {DayChanges, History, RevisionSummary, Parsed, Past, Revision, Snapshot, Unavailable} from '../../model/history.ts'
import type {Report} from '../../model/report.ts'
import {additions} from './added.ts'
import {burnUp, dayOfEach, snapshot} from './burnup.ts'
import {changes, problemChanges} from '../changes/changes.ts'
import {finishedTasks} from './finished-tasks.ts'
import {forecast, WINDOW} from '../forecast/forecast.ts'
import {trendOf} from './trend.ts'

/** Days whose changes are told one by one; older ones are in the burn-up. */
const TOLD = 30

interface Counted {
  readonly snapshot: Snapshot | null
  readonly gap: GapCause | null
}

/** Replays the plan's history: each distinct content is read and parsed once and kept as sums. */
export async function historyOf(past: Past, parse: (text: string) => Parsed, report: Report): Promise<History | Unavailable> {
  const found = await past.revisions()
  if (found.state === 'unavailable') return found
  const {revisions} = found
  const {timeZone} = report.settings
  const {days, misdated} = dayOfEach(revisions, (at) => dateIn(timeZone, at), report.statusDate)
  const told = toldRevisions(revisions, days)
  const keep = new Set(comparedRevisions(told, days).flatMap((index) => revisions[index]?.content ?? []))
  const plans = new Map<string, Parsed>()
  const sums = new Map<string, Counted>()
  const pace = finishedTasks(revisions, days, addDays(report.statusDate, -7 * WINDOW))
  const firstOn = new Map([...revisions.entries()].reverse().map(([index, {content}]) => [content, days[index] as string]))
  const items = additions()
  const missing = await past.read([...new Set(revisions.flatMap(({content}) => content ?? []))], (content, text) => {
    const parsed = parse(text)
    const sum = counted(parsed)
    sums.set(content, sum)
    if (sum.snapshot !== null) {
      pace.keep(content, parsed.plan)
      items.keep(parsed.plan, firstOn.get(content) as string)
    }
    if (keep.has(content)) plans.set(content, parsed)
  })
  if (missing !== null) return missing
  const finished = pace.finished()
  const summaries = revisions.map((revision, index): RevisionSummary => {
    const {commit, author, subject, at, content} = revision
    const {snapshot: sum, gap} = content === null ? {snapshot: null, gap: ABSENT} : (sums.get(content) as Counted)
    return {commit, author, subject, at, day: days[index] as string, snapshot: sum, gap, finished: finished[index] as number}
  })
  const line = burnUp(summaries, misdated)
  return {
    state: 'available',
    revisions: summaries,
    burnUp: line,
    added: items.added(),
    forecast: forecast({points: line.points, revisions: revisions.length, settings: report.settings, asOf: report.statusDate}),
    trend: trendOf(line.points, report.statusDate),
    days: dayChanges(revisions, days, told, plans),
  }
}

const ABSENT: GapCause = {code: 'absent', facts: {}}

function counted({plan, problems}: Parsed): Counted {
  const error = problems.find(({severity}) => severity === 'error')
  return error === undefined
    ? {snapshot: snapshot(plan), gap: null}
    : {snapshot: null, gap: {code: 'error', facts: {line: error.line, reason: error.reason}}}
}

/** Indices of the committed revisions of the newest days. */
function toldRevisions(revisions: readonly Revision[], days: readonly string[]): ReadonlySet<number> {
  const newest = new Set([...new Set(days)].slice(-TOLD))
  return new Set([...revisions.keys()].filter((index) => revisions[index]?.commit != null && newest.has(days[index] as string)))
}

/** Indices of those that are held against each other: the last one of each day, and the one before all. */
function comparedRevisions(told: ReadonlySet<number>, days: readonly string[]): readonly number[] {
  const order = [...told]
  const first = order[0]
  return first === undefined ? [] : [first - 1, ...order.filter((index, at) => days[index] !== days[order[at + 1] ?? -1])]
}

/** The differences of two revisions with those of their problems. */
export function differences(before: Parsed | null, after: Parsed): readonly Change[] {
  return before === null ? [] : [...changes(before.plan, after.plan), ...problemChanges(before.problems, after.problems)]
}

/** What each day changed, newest first: from the last revision before it that can be read to its own last one. */
function dayChanges(
  revisions: readonly Revision[],
  days: readonly string[],
  told: ReadonlySet<number>,
  plans: ReadonlyMap<string, Parsed>,
): readonly DayChanges[] {
  const found: DayChanges[] = []
  const order = [...told]
  const parsed = (index: number): Parsed | null => plans.get(revisions[index]?.content ?? '') ?? null
  let before: Parsed | null = order[0] === undefined ? null : parsed(order[0] - 1)
  for (let at = 0; at < order.length;) {
    const day = days[order[at] as number] as string
    const own = order.slice(at).filter((index) => days[index] === day)
    at += own.length
    const after = parsed(own.at(-1) as number)
    const last = revisions[own.at(-1) as number] as Revision
    const commits = own
      .map((index) => revisions[index] as Revision)
      .map(({commit, author, subject}) => ({commit: commit ?? '', author: author ?? '', subject}))
    found.push({
      day,
      at: last.at ?? '',
      commits,
      changes: after === null ? [] : differences(before, after),
      note: after === null ? {code: 'absent-then', facts: {}} : before === null ? {code: 'first-revision', facts: {}} : null,
    })
    before = after ?? before
  }
  return found.reverse()
}
