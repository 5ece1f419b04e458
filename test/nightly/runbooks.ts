import {main} from '../../plugins/tested-docs/src/mutate.ts'

/** Changes the runbooks for the worse, in 200 places that change every day, and counts how many changes a run notices. */
export async function nightlyRunbooks(): Promise<boolean> {
  return (await main(['node', 'mutations', '--sample', '200'])) === 0
}
