import {commands} from '../faults/commands.ts'
import {record} from '../faults/figures.ts'
import {bench, breakMany, FAULTS, type Fault} from '../faults/kill.ts'
import {breakBySystem, SYSTEM_FAULTS, type SystemFaultName} from '../faults/system.ts'
import {bundled} from '../faults/programs.ts'

/** Chosen by the day, and printed: the same seed breaks the same steps. */
const SEED = Number(process.env['FAULTS_SEED'] ?? Math.floor(Date.now() / 86_400_000))
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
  console.log(`seed ${SEED} (FAULTS_SEED=${SEED} does the same again)`)
  let lostInAll = 0
  for (const fault of [...FAULTS, ...(Object.keys(SYSTEM_FAULTS) as SystemFaultName[])])
    for (const name of Object.keys(commands(() => undefined)).filter((name) => `${name}: ${fault}`.includes(ONLY))) {
      const one = bench(name, programs)
      const {runs, stopped, waits, lost} = await (isInjected(fault)
        ? breakMany(one, fault, runsOf(fault), SEED)
        : breakBySystem(one, fault, systemRuns, SEED))
      one.remove()
      const broken = new Set(lost.map((line) => line.slice(0, line.indexOf('}: ')))).size
      console.log(`${name}: ${fault}: ${runs} runs, ${stopped} stopped, ${waits} wait for the next run, ${broken} lost`)
      for (const line of lost.slice(0, 10)) console.log(`  ${line}`)
      lostInAll += broken
      if (process.env['FAULTS_RECORD'] === '1') record([{of: name, fault, runs, survived: runs - broken, waits, lost: broken}])
    }
  programs.remove()
  return lostInAll === 0
}
