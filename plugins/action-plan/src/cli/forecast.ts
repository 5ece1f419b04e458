import {UserError} from 'build-kit/user-error'
import {InvalidArgumentError} from 'commander'
import {supposeReport} from '../derive/schedule/what-if.ts'
import {loadHistory} from '../load/history.ts'
import type {Past} from '../model/history.ts'
import type {Report} from '../model/report.ts'
import {withHistory} from '../report.ts'
import {forecastOf, forecastOutput, type WhatIf} from '../view/files/forecast.ts'
import {toStatus} from '../view/files/status.ts'
import {date, format, json, type Common, type Verb} from './session.ts'

interface Supposition {
  readonly team?: number
  readonly start?: string
}

/** `forecast`: when the plan ends, how that comes about, and what a team of another size or another start would change. */
export const forecastVerb: Verb = ({command, pastOf, readAlone, terminal}) =>
  void command('forecast', 'print when the plan ends, as planned and as forecast', 'action-plan forecast --team 4')
    .argument('[FILE]')
    .option('--team <people>', 'what if so many people worked on it', people)
    .option('--start <date>', 'what if the plan started on this day', date)
    .addOption(format('text', 'json'))
    .action(async (file: string | undefined, options: Common & Supposition & {format: string}) => {
      const past = pastOf(file)
      const alone = await readAlone(file, options)
      const made = withHistory(alone, await loadHistory(past, alone))
      const asked = options.team !== undefined || options.start !== undefined
      const whatIf = asked ? await whatIfOf(past, {alone, made}, options) : null
      const found = forecastOf(toStatus(made, null), whatIf)
      if (options.format === 'json') return terminal.data(json(found))
      terminal.out(forecastOutput(found))
    })

/** The same history and the same work, with another team from now on, another start, or both. */
async function whatIfOf(past: Past | null, {alone, made}: {alone: Report; made: Report}, {team, start}: Supposition): Promise<WhatIf> {
  const {settings} = alone
  if (team !== undefined && settings.team === null)
    throw new UserError(
      '--team: the plan does not say how many people work on it now (write "team: 3" under "plan:" in its front matter, with your number)',
    )
  const change = {...(team === undefined ? {} : {team}), ...(start === undefined ? {} : {start})}
  const {end, forecast} = toStatus(team === undefined ? made : await withTeam(past, alone, team), null)
  const {after, later} = supposeReport(alone, change)
  return {
    team: team ?? null,
    now: settings.team,
    start: start ?? null,
    forecast,
    projected: after,
    projectedLaterDays: later,
    varianceDays: end.varianceDays,
  }
}

/** The same history, as if the team had another size from now on: the pace grows with it. */
async function withTeam(past: Past | null, report: Report, team: number): Promise<Report> {
  const bigger: Report = {...report, settings: {...report.settings, team}}
  return withHistory(bigger, await loadHistory(past, bigger))
}

function people(text: string): number {
  const count = Number(text)
  if (!/^\d{1,4}$/.test(text) || count === 0) throw new InvalidArgumentError('Expected a number of people, 1 or more.')
  return count
}
