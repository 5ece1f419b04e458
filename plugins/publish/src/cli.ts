import {resolve} from 'node:path'
import {isSystemError, systemReason} from 'build-kit/system-error'
import type {Terminal} from 'build-kit/terminal'
import {UserError} from 'build-kit/user-error'
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import {listing, publish, rollBack} from './publish.ts'
import {WAYS, type Way} from './releases.ts'

const KEEP = 3
const ROOM = 'make room, or keep fewer releases with --keep'
const FIXES = {ENOSPC: ROOM, EDQUOT: ROOM, EACCES: 'publish as the owner of the folder'}

/** The terminal of this command. */
export interface PublishTerminal extends Terminal {
  /** Aborted when the run is asked to end. */
  readonly signal: AbortSignal
}

interface Options {
  readonly to: string
  readonly keep: number
  readonly olderAssets: boolean
  readonly way: Way
  readonly rollback?: string | true
  readonly list?: true
}

/** Runs the command line and gives its exit status: 0 done, 1 nothing was changed, 2 wrong usage. */
export async function main(args: readonly string[], terminal: PublishTerminal): Promise<number> {
  const program = new Command('publish-site')
    .description(
      'Builds a static site beside the live one, checks it, and puts it in its place in one step. A build that fails or is killed changes nothing.',
    )
    .argument('[builder...]', 'the command that builds, with {} for the folder to write to', [
      'npx',
      'docusaurus',
      'build',
      '--out-dir',
      '{}',
    ])
    .requiredOption('--to <path>', 'what the server serves')
    .option('--keep <n>', 'how many older builds stay for a way back', count, KEEP)
    .addOption(
      new Option('--way <way>', 'how it is put in place: a symbolic link, or a folder where the server follows none')
        .choices(WAYS)
        .default(WAYS[0]),
    )
    .option('--no-older-assets', 'leave out the hashed files of older builds, which pages that are open ask for')
    .option('--rollback [release]', 'make an older build live again: this one, else the one before')
    .option('--list', 'print the builds that are there, the live one marked')
    .addHelpText(
      'after',
      '\nExamples:\n  publish-site --to /srv/www/site\n  publish-site --to /srv/www/site --rollback\n  publish-site --to /srv/www/site -- hugo --destination {}',
    )
    .configureOutput({writeOut: terminal.out, writeErr: terminal.err})
    .exitOverride()
  try {
    program.parse(args, {from: 'user'})
    const [command, options] = [program.processedArgs[0] as readonly string[], program.opts<Options>()]
    await act(command, {...options, to: resolve(terminal.cwd, options.to)}, terminal)
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof UserError || isSystemError(error))) throw error
    terminal.err(`${error instanceof UserError ? error.message : systemReason(error, FIXES)}\n`)
    return 1
  }
}

async function act(
  command: readonly string[],
  {to, keep, olderAssets, way, rollback, list}: Options,
  {cwd, now, signal, out}: PublishTerminal,
): Promise<void> {
  const say = (line: string): void => out(`${line}\n`)
  if (list === true) return listing(to).forEach(say)
  const order = {to, cwd, olderAssets, way, now, say}
  if (rollback !== undefined) return rollBack(order, rollback === true ? null : rollback)
  await publish({...order, command, keep, signal})
}

function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Expected a whole number, such as 3.')
  return Number(text)
}
