import {spawn, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {commands, copyFolder, type Command} from './commands.ts'
import type {Programs} from './programs.ts'
import {oneOf, randomFrom} from './random.ts'

/** How a run is stopped. At a step: before a change of the disk, after it, or in the middle of what is written. By the clock: from outside, at a moment. */
export const FAULTS = ['killed at a step', 'killed by the clock', 'a step is refused', 'full disk from a step on'] as const
export type Fault = (typeof FAULTS)[number]

/** What came of some runs of one command with one fault. */
export interface Figures {
  readonly command: string
  readonly fault: string
  readonly runs: number
  /** Runs that the fault stopped; the others had ended before it came, or did not need what it took. */
  readonly stopped: number
  /** Runs after which something is old or absent until the next run. */
  readonly waits: number
  readonly lost: readonly string[]
}

/** One command, ready to be broken: its folder before and after a run that nothing stopped, and how many steps such a run has. */
export interface Bench {
  readonly name: string
  readonly command: Command
  readonly programs: Programs
  readonly root: string
  readonly old: string
  readonly made: string
  readonly steps: number
  remove(): void
}

/** One run that is to be broken, and what came of it. */
interface Planned {
  readonly folder: string
  readonly strike: object
  readonly share: number
}
interface Ended {
  readonly folder: string
  /** Null when it was killed. */
  readonly status: number | null
  readonly steps: number
  readonly err: string
}

const BATCH = fileURLToPath(new URL('batch.mjs', import.meta.url))
/** Runs that share a process: it starts once for all of them. */
const BATCH_SIZE = 25
const CODES = ['ENOSPC', 'EIO', 'EMFILE', 'EACCES', 'EROFS', 'EDQUOT'] as const
const PATIENCE_MS = 600_000

/** Makes a command ready. */
export function bench(name: string, programs: Programs): Bench {
  const built = (args: readonly string[]): void => void spawnSync(process.execPath, [programs.start.plan, ...args])
  const command = commands(built)[name]
  if (command === undefined) throw new Error(`${name}: unexpected command, expected one of ${Object.keys(commands(built)).join(', ')}`)
  const root = mkdtempSync(join(tmpdir(), 'faults-'))
  const [old, made] = ['old', 'made'].map((part) => join(root, part)) as [string, string]
  mkdirSync(old)
  command.prepare(old)
  copyFolder(old, made)
  const bare = {name, command, programs, root, old, made, steps: 0, remove: () => rmSync(root, {recursive: true, force: true})}
  const [ended] = batch(bare, [{folder: made, strike: {}, share: 0}])
  if (ended?.status !== 0) throw new Error(`${name}: a run that nothing stops ended with ${String(ended?.status)}: ${ended?.err ?? ''}`)
  return {...bare, steps: ended.steps}
}

/** Breaks a command so many times at places that a seed chooses. */
export async function breakMany(one: Bench, fault: Fault, runs: number, seed: number): Promise<Figures> {
  const random = randomFrom(seed)
  let [stopped, waits] = [0, 0]
  const lost: string[] = []
  for (let from = 0; from < runs; from += BATCH_SIZE) {
    const plans = Array.from({length: Math.min(BATCH_SIZE, runs - from)}, (_, run) => planned(one, fault, from + run, random))
    for (const {folder} of plans) copyFolder(one.old, folder)
    const ended = fault === 'killed by the clock' ? await byTheClock(one, plans) : batch(one, plans)
    for (const [index, plan] of plans.entries()) {
      const found = await judged(one, ended[index])
      if (ended[index]?.status !== 0) stopped++
      if (found.waits) waits++
      lost.push(...found.lost.map((line) => `${one.name}, ${fault}, ${JSON.stringify(plan)}: ${line}`))
      rmSync(plan.folder, {recursive: true, force: true})
    }
  }
  return {command: one.name, fault, runs, stopped, waits, lost}
}

function planned({root, steps}: Bench, fault: Fault, run: number, random: () => number): Planned {
  const at = 1 + Math.floor(random() * steps)
  const share = random()
  const code = oneOf(random, CODES)
  const how = oneOf(random, ['before', 'after', 'torn'])
  const strikes: Readonly<Record<Fault, object>> = {
    'killed at a step': {at, how, share},
    'killed by the clock': {},
    'a step is refused': {at, how: 'error', code},
    'full disk from a step on': {at, how: 'full', code: 'ENOSPC'},
  }
  return {folder: join(root, `run-${run}`), strike: strikes[fault], share}
}

/** Runs in one process, which is killed at the end. */
function batch({command, programs}: Pick<Bench, 'command' | 'programs'>, plans: readonly Planned[]): readonly Ended[] {
  const input = JSON.stringify(plans.map(({folder, strike}) => ({folder, args: command.args(folder), strike})))
  const {stdout, stderr} = spawnSync(process.execPath, [BATCH, programs.module[command.program]], {
    input,
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  })
  const lines = stdout.trim().split('\n').filter(Boolean)
  const ended = lines.map((line) => JSON.parse(line) as Ended)
  return plans.map(({folder}, index) => ended[index] ?? {folder, status: 71, steps: 0, err: `did not end: ${stderr}`})
}

/** Runs one after the other, each in a process that is killed at some moment between its start and the end that the first run had. */
async function byTheClock(one: Bench, plans: readonly Planned[]): Promise<readonly Ended[]> {
  const ended: Ended[] = []
  let length = 0
  for (const {folder, share} of plans) {
    const {command, programs} = one
    const child = spawn(process.execPath, [programs.start[command.program], ...command.args(folder)], {cwd: folder, stdio: 'ignore'})
    const started = performance.now()
    // The first one runs to its end, and says how long that is.
    const timer = length === 0 ? undefined : setTimeout(() => child.kill('SIGKILL'), share * length)
    const status = await new Promise<number | null>((done) => child.on('exit', done))
    clearTimeout(timer)
    if (length === 0) length = performance.now() - started
    ended.push({folder, status, steps: 0, err: ''})
  }
  return ended
}

/** What is wrong after a run, and after the one that follows it. */
export async function judged(one: Bench, ended: Ended | undefined): Promise<{readonly waits: boolean; readonly lost: readonly string[]}> {
  if (ended === undefined) return {waits: false, lost: ['did not run']}
  const {folder} = ended
  for (let tries = 0; tries < 200 && processesIn(folder); tries++) await sleep(20)
  const {lost, waits} = one.command.look(folder, one.old, one.made)
  let err = ''
  const terminal = {cwd: folder, out: () => undefined, err: (text: string) => void (err += text)}
  const next = await one.programs
    .run(one.command.program, one.command.args(folder), terminal)
    .catch((error: unknown) => (err = String(error)))
  return {
    waits: waits !== null,
    lost: [
      ...lost,
      ...complaints(ended),
      ...(next === 0 ? [] : [`the next run ended with ${next}: ${err}`]),
      ...one.command.after(folder, one.made),
    ],
  }
}

/** A run that failed says why in plain words. */
function complaints({status, err}: Ended): readonly string[] {
  if (status === null || status === 0) return []
  if (err.trim() === '') return [`ended with ${status} and said nothing`]
  return /^\s+at /m.test(err) || status > 2 ? [`ended with ${status}: ${err.slice(0, 1500)}`] : []
}

/** Whether a process still runs whose command line names a folder. */
function processesIn(folder: string): boolean {
  return readdirSync('/proc').some((pid) => {
    try {
      if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        .split('\0')
        .some((part) => part === folder || part.startsWith(`${folder}/`))
    } catch {
      return false
    }
  })
}
