import {UserError} from 'build-kit/user-error'
import {InvalidArgumentError} from 'commander'
import {projectedEnd} from '../derive/schedule/what-if.ts'
import {loadHistory} from '../load/history.ts'
import type {Past} from '../model/history.ts'
import type {Report} from '../model/report.ts'
import {withHistory} from '../report.ts'
import {forecastOf, forecastOutput, type WhatIf} from '../view/files/forecast.ts'
import {toStatus} from '../view/files/status.ts'
import {format, json, type Common, type Verb} from './session.ts'

/** `forecast`: when the plan ends, how that comes about, and what a team of another size would change. */
export const forecastVerb: Verb = ({command, pastOf, readAlone, terminal}) =>
  void command('forecast', 'print when the plan ends, as planned and as forecast', 'action-plan forecast --team 4')
    .argument('[FILE]')
    .option('--team <people>', 'what if so many people worked on it', people)
    .addOption(format('text', 'json'))
    .action(async (file: string | undefined, options: Common & {team?: number; format: string}) => {
      const past = pastOf(file)
      const alone = await readAlone(file, options)
      const made = withHistory(alone, await loadHistory(past, alone))
      const whatIf = options.team === undefined ? null : await withTeam(past, alone, options.team)
      const found = forecastOf(toStatus(made, null), whatIf)
      if (options.format === 'json') return terminal.data(json(found))
      terminal.out(forecastOutput(found))
    })

/** The same history, as if the team had another size from now on: the pace grows with it. */
async function withTeam(past: Past | null, report: Report, team: number): Promise<WhatIf> {
  const {settings} = report
  if (settings.team === null)
    throw new UserError(
      `--team: the plan says not how many people work on it now (write "team: 3" under "plan:" in its front matter, with your number)`,
    )
  const bigger: Report = {...report, settings: {...settings, team}}
  const {end, forecast} = toStatus(withHistory(bigger, await loadHistory(past, bigger)), null)
  return {team, now: settings.team, forecast, projected: projectedEnd(bigger, team), varianceDays: end.varianceDays}
}

function people(text: string): number {
  const count = Number(text)
  if (!/^\d{1,4}$/.test(text) || count === 0) throw new InvalidArgumentError('Expected a number of people, 1 or more.')
  return count
}
