import {runTime} from '../source/clock.ts'
import type {Verb} from './session.ts'

interface Options {
  readonly all?: true
}

/** `lsp`: serves an editor over standard input and output. */
export const lsp: Verb = ({command, version, exitWith}) =>
  void command('lsp', 'serve an editor (Language Server Protocol) over standard input and output', 'action-plan lsp --stdio')
    .option('--stdio', 'what editors add; it is the only way there is')
    .option('--all', 'take every Markdown file for a plan, not only the plan of the project and files with "plan:" in their front matter')
    .action(async ({all}: Options) => {
      // Loaded here: no other command serves.
      const {serve} = await import('../lsp/server.ts')
      exitWith(await serve({version, input: process.stdin, output: process.stdout, now: runTime, all: all === true}))
    })
