import {UserError} from 'build-kit/user-error'
import {InvalidArgumentError} from 'commander'
import {daysAgo, periodOf} from '../derive/history/periods.ts'
import {readerOfPast} from '../load/report.ts'
import type {Since, Unavailable} from '../model/history.ts'
import {isDate} from '../parse/values/date.ts'
import {readPlanText} from '../source/file.ts'
import {pastOf} from '../source/history.ts'
import {toStatus} from '../view/files/status.ts'
import {withHealth} from '../view/pages/urgent.ts'
import {weeklyMarkdown} from '../view/files/weekly.ts'
import {nextUp} from '../view/pages/next-up.ts'
import {changeJson} from '../view/words/changes.ts'
import {periodNoteText, sinceText} from '../view/words/forecast.ts'
import {unavailableText} from '../view/words/unavailable.ts'
import {ENGLISH} from '../view/words/words.ts'
import {format, json, type Common, type Verb} from './session.ts'

/** `report`: what changed, what is next, what is late. */
export const reportVerb: Verb = ({command, fileOf, read, terminal}) =>
  void command('report', 'print what changed since a date or a revision, what is next and what is late', 'action-plan report --since 7d')
    .argument('[FILE]')
    .option('--since <when>', 'days ago (7d), weeks ago (2w), a date or a git revision', given, '7d')
    .addOption(format('markdown', 'json'))
    .action(async (file: string | undefined, options: Common & {since: string; format: string}) => {
      const path = fileOf(file)
      // Standard input is read once, and has no history to hold it against.
      const text = path === null ? '' : readPlanText(path)
      const made = await read(file, options)
      const since = sinceOf(options.since, made.statusDate)
      const past = path === null ? null : pastOf(path)
      if (since.kind === 'revision' && past !== null) {
        const found = await past.textAt(since.name)
        if (found.state === 'unavailable') throw new UserError(sinceFault(found))
      }
      const period = await periodOf(past, readerOfPast(made.source), text, made, 'period', since)
      const status = toStatus(made, null)
      if (options.format === 'markdown') return terminal.out(weeklyMarkdown(status, period))
      const {title, statusDate, totals, source, problems} = status
      terminal.data(
        json({
          title,
          source,
          statusDate,
          totals,
          since: sinceText(ENGLISH, period.since),
          base: period.base,
          note: period.note === null ? null : periodNoteText(ENGLISH, period.note),
          before: period.before,
          changes: period.changes.map(changeJson),
          slipped: period.slipped,
          nextUp: nextUp(status),
          late: withHealth(status, 'late'),
          atRisk: withHealth(status, 'at-risk'),
          problems,
        }),
      )
    })

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
