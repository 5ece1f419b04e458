import type {Parsed, Past, Period, Slip, Story, Unavailable} from '../model/history.ts'
import type {ItemReport, Report} from '../model/report.ts'
import {dayOfEach} from './burnup.ts'
import {dateIn} from './calendar.ts'
import {differences, historyOf} from './changes-history.ts'
import {back} from './forecast.ts'

/** How texts of the past are judged: by the same parser and the same report as the present one. */
export interface Judge {
  parse(text: string): Parsed
  report(text: string, today: string): Report
}

/** Where a period begins. */
export type Since =
  {readonly kind: 'date'; readonly date: string} | {readonly kind: 'revision'; readonly name: string} | {readonly kind: 'start'}

interface Base {
  readonly commit: string | null
  readonly day: string
  readonly text: string
  readonly note: string | null
}

/** What changed from the beginning of a period to a report of `text`. */
export function periodOf(past: Past | null, judge: Judge, text: string, report: Report, id: string, since: Since): Promise<Period> {
  return changed(past, judge, judged(judge, text, report), report, id, since)
}

/** By its text alone, as one of the past is: what is wrong around it (a baseline that cannot be read) changed nothing in the plan. */
function judged(judge: Judge, text: string, {statusDate}: Report): Parsed {
  return {plan: judge.parse(text).plan, problems: judge.report(text, statusDate).problems}
}

/** Absent history is a note, never an empty list that looks like "nothing". */
async function changed(past: Past | null, judge: Judge, after: Parsed, report: Report, id: string, since: Since): Promise<Period> {
  const title = since.kind === 'start' ? 'since the start' : `since ${since.kind === 'date' ? since.date : since.name}`
  const base = past === null ? no('standard input has no history', "name the plan's file") : await baseOf(past, report, since)
  if ('state' in base)
    return {id, title, base: null, note: `History is unavailable: ${base.reason} (${base.mend}).`, before: null, changes: [], slipped: []}
  const {commit, day, note} = base
  const old = judge.report(base.text, day)
  const {tasks, done, percent} = old.totals
  return {
    id,
    title,
    base: {commit, day},
    note,
    before: {tasks, done, percent},
    changes: differences({plan: judge.parse(base.text).plan, problems: old.problems}, after),
    slipped: slips(old, report),
  }
}

const no = (reason: string, mend: string): Unavailable => ({state: 'unavailable', reason, mend})

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
  if (start === undefined) return no('no commit holds the plan', 'commit the plan')
  const younger = since.kind === 'date' && before === undefined
  let text = ''
  const missing = await past.read([start.revision.content as string], (_, found) => void (text = found))
  if (missing !== null) return missing
  return {
    commit: start.revision.commit,
    day: start.day,
    text,
    note: younger ? `The plan's first revision is of ${start.day}: changes are counted from there.` : null,
  }
}

/** Items of both that finish later now, in the order of the plan. */
function slips(before: Report, after: Report): readonly Slip[] {
  const items = ({sections}: Report): readonly ItemReport[] => sections.flatMap((section) => section.items)
  const key = ({item}: ItemReport): string => `${item.id} ${item.title}`
  const old = new Map(items(before).map((one) => [key(one), one.finish]))
  return items(after).flatMap((one) => {
    const from = old.get(key(one)) ?? null
    return from === null || one.finish === null || one.finish <= from
      ? []
      : [{id: one.item.id, title: one.item.title, from, to: one.finish}]
  })
}

/** The day some days ago; what that day changed is in the period. */
export const daysAgo = (days: number, today: string): Since => ({kind: 'date', date: back(today, days)})

/** The history and the periods of the report page: the last week, the last four, and all. */
export async function storyOf(past: Past, judge: Judge, text: string, report: Report): Promise<Story> {
  const after = judged(judge, text, report)
  const period = (id: string, since: Since): Promise<Period> => changed(past, judge, after, report, id, since)
  const [history, ...periods] = await Promise.all([
    historyOf(past, (found) => judge.parse(found), report),
    period('week', daysAgo(7, report.statusDate)),
    period('month', daysAgo(28, report.statusDate)),
    period('start', {kind: 'start'}),
  ])
  return {history, periods}
}
