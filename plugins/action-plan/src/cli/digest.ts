import {digestOf} from '../view/files/digest.ts'
import {digestHtml, digestMarkdown} from '../view/files/digest-text.ts'
import {slackMessage} from '../view/files/slack.ts'
import {toStatus} from '../view/files/status.ts'
import {teamsMessage} from '../view/files/teams.ts'
import {loadPeriod, sinceOption} from './period.ts'
import {format, json, type Common, type Verb} from './session.ts'

/** `digest`: the weekly report as a message for a chat or a mail. */
export const digestVerb: Verb = (session) =>
  void session
    .command(
      'digest',
      'print the weekly report as a message for Slack, Teams or a mail',
      'action-plan digest --format slack > message.json',
    )
    .argument('[FILE]')
    .addOption(sinceOption())
    .addOption(format('markdown', 'slack', 'teams', 'html'))
    .action(async (file: string | undefined, options: Common & {since: string; format: string}) => {
      const {terminal} = session
      const {report, period} = await loadPeriod(session, file, options)
      const digest = digestOf(toStatus(report, null), period)
      if (options.format === 'slack') return terminal.data(json(slackMessage(digest)))
      if (options.format === 'teams') return terminal.data(json(teamsMessage(digest)))
      if (options.format === 'html') return terminal.data(digestHtml(digest))
      terminal.out(digestMarkdown(digest))
    })
