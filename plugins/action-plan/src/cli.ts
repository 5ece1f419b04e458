import {UserError} from 'build-kit/user-error'
import {Command, CommanderError} from 'commander'
import {badge} from './cli/badge.ts'
import {build} from './cli/build.ts'
import {check} from './cli/check.ts'
import {collectVerb} from './cli/collect.ts'
import {diff} from './cli/diff.ts'
import {digestVerb} from './cli/digest.ts'
import {exportPlan} from './cli/export.ts'
import {forecastVerb} from './cli/forecast.ts'
import {init} from './cli/init.ts'
import {lsp} from './cli/lsp.ts'
import {reportVerb} from './cli/report.ts'
import {session, type Verb} from './cli/session.ts'
import {status} from './cli/status.ts'
import {guarded, type PlanTerminal} from './cli/terminal.ts'
import {tick} from './cli/tick.ts'

export {runTime} from './source/clock.ts'
export type {PlanTerminal} from './cli/terminal.ts'

/** Every command, in the order of the help. To add one: its file in cli/, and its name here. */
const VERBS: readonly Verb[] = [
  status,
  check,
  diff,
  reportVerb,
  forecastVerb,
  digestVerb,
  exportPlan,
  badge,
  tick,
  build,
  collectVerb,
  init,
  lsp,
]

/** Runs the command line and gives its exit status: 0 fine, 1 the plan has errors (`check`), 2 wrong usage or an unreadable file. */
export async function main(args: readonly string[], version: string, given: PlanTerminal): Promise<number> {
  let exit = 0
  const terminal = guarded(given)
  const program = new Command('action-plan')
    .description('Progress of a checklist plan in Markdown, counted to the line.')
    .version(version)
    .showHelpAfterError('(action-plan --help lists the commands)')
    .configureOutput({writeOut: terminal.out, writeErr: terminal.err})
    .exitOverride()
  const made = session(program, version, terminal, (status) => void (exit = status))
  for (const verb of VERBS) verb(made)

  try {
    await program.parseAsync(args, {from: 'user'})
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof UserError)) throw error
    terminal.err(`${error.message}\n`)
    return 2
  }
}
