import {toStatus} from '../view/files/status.ts'
import {withHealth} from '../view/pages/urgent.ts'
import {weeklyMarkdown} from '../view/files/weekly.ts'
import {nextUp} from '../view/pages/next-up.ts'
import {changeJson} from '../view/words/changes.ts'
import {periodNoteText, sinceText} from '../view/words/forecast.ts'
import {ENGLISH} from '../view/words/words.ts'
import {loadPeriod, sinceOption} from './period.ts'
import {format, json, type Common, type Verb} from './session.ts'

/** `report`: what changed, what is next, what is late. */
export const reportVerb: Verb = (session) =>
  void session
    .command('report', 'print what changed since a date or a revision, what is next and what is late', 'action-plan report --since 7d')
    .argument('[FILE]')
    .addOption(sinceOption())
    .addOption(format('markdown', 'json'))
    .action(async (file: string | undefined, options: Common & {since: string; format: string}) => {
      const {terminal} = session
      const {report, period} = await loadPeriod(session, file, options)
      const status = toStatus(report, null)
      if (options.format === 'markdown') return terminal.out(weeklyMarkdown(status, period))
      const {title, statusDate, weeklyNote, totals, source, problems, verdict, end, forecast} = status
      terminal.data(
        json({
          title,
          source,
          statusDate,
          weeklyNote,
          totals,
          verdict,
          end,
          forecast,
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
