import {main as runbooks} from '../../plugins/tested-docs/src/cli.ts'
import {main as mutations} from '../../plugins/tested-docs/src/mutate.ts'

/** Runs all runbooks; then changes them for the worse, in 200 places that change every day, and counts how many changes a run notices. */
export async function nightlyRunbooks(): Promise<boolean> {
  const passed = (await runbooks(['node', 'runbooks', '--check'])) === 0
  return (await mutations(['node', 'mutations', '--sample', '200'])) === 0 && passed
}
