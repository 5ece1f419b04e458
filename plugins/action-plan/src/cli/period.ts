import {UserError} from 'build-kit/user-error'
import {InvalidArgumentError, Option} from 'commander'
import {daysAgo, periodOf} from '../derive/history/periods.ts'
import {readerOfPast} from '../load/report.ts'
import type {ReportPeriod, Since, Unavailable} from '../model/history.ts'
import type {Report} from '../model/report.ts'
import {isDate} from '../model/date.ts'
import {readPlanText} from '../source/file.ts'
import {unavailableText} from '../view/words/unavailable.ts'
import {ENGLISH} from '../view/words/words.ts'
import type {Common, Session} from './session.ts'

/** The option `--since`. */
export const sinceOption = (): Option =>
  new Option('--since <when>', 'days ago (7d), weeks ago (2w), a date or a git revision').argParser(given).default('7d')

/** The plan as it is, and what changed in it since a date or a revision. */
export async function loadPeriod(
  {fileOf, pastOf, read}: Session,
  file: string | undefined,
  options: Common & {readonly since: string},
): Promise<{readonly report: Report; readonly period: ReportPeriod}> {
  const path = fileOf(file)
  // Standard input is read once, and has no history to hold it against.
  const text = path === null ? '' : readPlanText(path)
  const report = await read(file, options)
  const since = sinceOf(options.since, report.statusDate)
  const past = pastOf(file)
  if (since.kind === 'revision' && past !== null) {
    const found = await past.textAt(since.name)
    if (found.state === 'unavailable') throw new UserError(sinceFault(found))
  }
  return {report, period: await periodOf(past, readerOfPast(report.source), text, report, 'period', since)}
}

function sinceFault({cause}: Unavailable): string {
  const {reason, fix} = unavailableText(ENGLISH, cause)
  return `--since: ${reason} (${fix}; or give 7d, or a date such as 2026-11-16)`
}

function given(text: string): string {
  if (text.trim() === '' || /^0+[dw]$/.test(text) || /^\d{5,}[dw]$/.test(text) || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !isDate(text)))
    throw new InvalidArgumentError('Expected days (7d), weeks (2w), a date that exists (2026-11-16) or a git revision.')
  return text
}

function sinceOf(text: string, today: string): Since {
  const [, count, unit] = /^(\d+)([dw])$/.exec(text) ?? []
  if (count !== undefined) return daysAgo(Number(count) * (unit === 'w' ? 7 : 1), today)
  return isDate(text) ? {kind: 'date', date: text} : {kind: 'revision', name: text}
}
