import {main as runbooks} from '../../plugins/tested-docs/src/cli.ts'
import {main as mutations} from '../../plugins/tested-docs/src/mutate.ts'

/** How many changes are tried. */
const SAMPLE = process.env['RUNBOOKS_MUTATIONS'] ?? '200'

/**
 * Runs all runbooks; then changes them for the worse, in places that change every day, and counts how many changes a run notices.
 * RUNBOOKS_RECORD=1 keeps the counts, and /quality shows them.
 */
export async function nightlyRunbooks(): Promise<boolean> {
  const passed = (await runbooks(['node', 'runbooks', '--check'])) === 0
  const record = process.env['RUNBOOKS_RECORD'] === '1' ? ['--record'] : []
  return (await mutations(['node', 'mutations', '--sample', SAMPLE, ...record])) === 0 && passed
}
