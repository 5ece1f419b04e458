import {main as runbooks} from '../../plugins/tested-docs/src/cli.ts'
import {SHELLS} from '../../plugins/tested-docs/src/source/sandbox.ts'
import {main as mutations} from '../../plugins/tested-docs/src/mutate.ts'

/** How many changes are tried. */
const SAMPLE = process.env['RUNBOOKS_MUTATIONS'] ?? '200'

/**
 * Runs all runbooks, pasted into each shell; then changes them for the worse, in places that change every day, and counts how many changes a run notices.
 * RUNBOOKS_RECORD=1 keeps the counts, and /quality shows them.
 */
export async function nightlyRunbooks(): Promise<boolean> {
  let passed = true
  for (const shell of SHELLS) passed = (await runbooks(['node', 'runbooks', '--check', '--shell', shell])) === 0 && passed
  const record = process.env['RUNBOOKS_RECORD'] === '1' ? ['--record'] : []
  return (await mutations(['node', 'mutations', '--sample', SAMPLE, ...record])) === 0 && passed
}
