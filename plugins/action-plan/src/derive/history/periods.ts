import {addDays, dateIn} from '../../model/date.ts'
import type {PeriodNote} from '../../model/cause.ts'
import type {Parsed, Past, ReportPeriod, Since, Slip, HistoryReport, Unavailable} from '../../model/history.ts'
import type {Report} from '../../model/report.ts'
import {dayOfEach} from './burnup.ts'
import {matchItems, type Placed} from '../changes/match-items.ts'
import {differences, historyOf} from './history.ts'
import type {Matching} from '../changes/match.ts'

/** How texts of the past are read: by the same parser and the same report as the present one. */
export interface PlanReader {
  parse(text: string): Parsed
  report(parsed: Parsed, today: string): Report
}

interface Base {
  readonly commit: string | null
  readonly day: string
  readonly text: string
  readonly note: PeriodNote | null
}

/** What changed from the beginning of a period to a report of `text`. */
export function periodOf(
  past: Past | null,
  reader: PlanReader,
  text: string,
  report: Report,
  id: string,
  since: Since,
): Promise<ReportPeriod> {
  return period(past, comparing(reader, text, report), report, id, since)
}

type Changed = Pick<ReportPeriod, 'before' | 'changes' | 'slipped'>

/** Holds texts of the past against the present one, the same text once: the periods of a young plan begin alike. */
function comparing(reader: PlanReader, text: string, report: Report): (base: Base) => Changed {
  // By its text alone, as one of the past is: what is wrong around it (a baseline that cannot be read) changed nothing in the plan.
  const reportOf = (text: string, day: string): readonly [Parsed, Report] => {
    const parsed = reader.parse(text)
    const made = reader.report(parsed, day)
    return [{plan: parsed.plan, problems: made.problems}, made]
  }
  const [after] = reportOf(text, report.statusDate)
  const known = new Map<string, Changed>()
  return (base) => {
    const key = `${base.day} ${base.text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const [plan, old] = reportOf(base.text, base.day)
    const {tasks, done, percent} = old.totals
    const made = {
      before: {tasks, done, percent},
      changes: differences(plan, after),
      slipped: slips(old, report, matchItems(plan.plan, after.plan)),
    }
    known.set(key, made)
    return made
  }
}

/** Absent history is a note, never an empty list that looks like "nothing". */
async function period(
  past: Past | null,
  compare: (base: Base) => Changed,
  report: Report,
  id: string,
  since: Since,
): Promise<ReportPeriod> {
  const base = past === null ? no('standard-input') : await baseOf(past, report, since)
  if ('state' in base)
    return {id, since, base: null, note: {code: 'unavailable', facts: {why: base.cause}}, before: null, changes: [], slipped: []}
  const {commit, day, note} = base
  return {id, since, base: {commit, day}, note, ...compare(base)}
}

const no = (code: 'standard-input' | 'not-committed'): Unavailable => ({state: 'unavailable', cause: {code, facts: {}}})

/** The revision that a period begins with: of a date, the last one before that day; when the plan is younger, its first one. */
async function baseOf(past: Past, report: Report, since: Since): Promise<Base | Unavailable> {
  const {timeZone} = report.settings
  if (since.kind === 'revision') {
    const found = await past.textAt(since.name)
    if (found.state === 'unavailable') return found
    return {commit: found.commit, day: found.at === null ? report.statusDate : dateIn(timeZone, found.at), text: found.text, note: null}
  }
  const found = await past.revisions()
  if (found.state === 'unavailable') return found
  const {days} = dayOfEach(found.revisions, (at) => dateIn(timeZone, at), report.statusDate)
  const present = found.revisions
    .map((revision, index) => ({revision, day: days[index] as string}))
    .filter(({revision}) => revision.content !== null && revision.commit !== null)
  const before = since.kind === 'date' ? present.findLast(({day}) => day < since.date) : undefined
  const start = before ?? present[0]
  if (start === undefined) return no('not-committed')
  const younger = since.kind === 'date' && before === undefined
  let text = ''
  const missing = await past.read([start.revision.content as string], (_, found) => void (text = found))
  if (missing !== null) return missing
  return {
    commit: start.revision.commit,
    day: start.day,
    text,
    note: younger ? {code: 'younger', facts: {day: start.day}} : null,
  }
}

/** Items of both that finish later now, in the order of the plan: the same ones whatever their numbers and titles are. */
function slips(before: Report, after: Report, {pairs}: Matching<Placed>): readonly Slip[] {
  const finishes = ({sections}: Report): ReadonlyMap<string, string | null> =>
    new Map(sections.flatMap((section) => section.items.map(({item, finish}) => [item.id, finish] as const)))
  const [old, now] = [finishes(before), finishes(after)]
  return pairs.flatMap((pair) => {
    const {id, number, title} = pair.after.item
    const [from, to] = [old.get(pair.before.item.id) ?? null, now.get(id) ?? null]
    return from === null || to === null || to <= from ? [] : [{id, number, title, from, to}]
  })
}

/** The day some days ago; what that day changed is in the period. */
export const daysAgo = (days: number, today: string): Since => ({kind: 'date', date: addDays(today, -days)})

/** The history and the periods of the report page: the last week, the last four, and all. */
export async function historyReport(past: Past, reader: PlanReader, text: string, report: Report): Promise<HistoryReport> {
  const compare = comparing(reader, text, report)
  const [history, ...periods] = await Promise.all([
    historyOf(past, (found) => reader.parse(found), report),
    period(past, compare, report, 'week', daysAgo(7, report.statusDate)),
    period(past, compare, report, 'month', daysAgo(28, report.statusDate)),
    period(past, compare, report, 'start', {kind: 'start'}),
  ])
  return {history, periods}
}
