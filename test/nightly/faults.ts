import {commands} from '../faults/commands.ts'
import {bench, breakMany, FAULTS, type Fault} from '../faults/kill.ts'
import {breakBySystem, SYSTEM_FAULTS, type SystemFaultName} from '../faults/system.ts'
import {bundled} from '../faults/programs.ts'
import {saySeed, SEED, settle} from './run.ts'

/** What is tried, by a part of "command: fault"; all without it. */
const ONLY = process.env['FAULTS_ONLY'] ?? ''
/** Of each command that is killed; the other faults are tried a fifth as often. */
const MOST = Number(process.env['FAULTS_RUNS'] ?? 500)
const runsOf = (fault: Fault): number => (fault.startsWith('killed') ? MOST : Math.ceil(MOST / 5))

const isInjected = (fault: Fault | SystemFaultName): fault is Fault => FAULTS.some((one) => one === fault)

/** What the system itself refuses: each run is a process of its own. */
const systemRuns = Math.ceil(MOST / 10)

/** Breaks every command that changes files, hundreds of times each; FAULTS_RECORD=1 keeps the figures and writes the page. */
export async function nightlyFaults(): Promise<boolean> {
  const programs = await bundled()
  saySeed()
  let lostInAll = 0
  for (const fault of [...FAULTS, ...(Object.keys(SYSTEM_FAULTS) as SystemFaultName[])])
    for (const name of Object.keys(commands(() => undefined)).filter((name) => `${name}: ${fault}`.includes(ONLY))) {
      const one = bench(name, programs)
      const found = await (isInjected(fault) ? breakMany(one, fault, runsOf(fault), SEED) : breakBySystem(one, fault, systemRuns, SEED))
      one.remove()
      lostInAll += settle(name, fault, found)
    }
  programs.remove()
  return lostInAll === 0
}
