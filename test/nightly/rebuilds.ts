import {breakRebuilds, REBUILD_FAULTS, rebuilt} from '../faults/rebuilds.ts'
import {pack} from '../site/packed.ts'
import {saySeed, SEED, settle} from './run.ts'

/** Of each fault: every run builds a site once or twice. */
const RUNS = Number(process.env['FAULTS_RUNS'] ?? 30)

/** Builds a site over an old build: killed at random moments, and with caches that are damaged or of another state. FAULTS_RECORD=1 keeps the figures and writes the page. */
export async function nightlyRebuilds(): Promise<boolean> {
  saySeed()
  const one = await rebuilt(pack())
  let lostInAll = 0
  for (const fault of REBUILD_FAULTS) {
    const found = await breakRebuilds(one, fault, RUNS, SEED)
    lostInAll += settle(found.command, fault, found)
  }
  one.remove()
  return lostInAll === 0
}
