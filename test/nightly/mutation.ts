import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {randomFrom} from '../faults/random.ts'
import {saySeed, SEED} from './run.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCE = 'plugins/action-plan/src'
const ROOMS = ['parse', 'derive', 'view', 'live'] as const
const REPORT = new URL('../../reports/mutation.json', import.meta.url)
/** So many files of each room a night, other ones each day; MUTATION_FILES names them instead, with commas, or MUTATION_EACH says how many. */
const EACH = Number(process.env['MUTATION_EACH'] ?? 1)
/** No file is begun after so many minutes. */
const MINUTES = Number(process.env['MUTATION_MINUTES'] ?? 60)

interface Mutant {
  readonly status: string
  readonly mutatorName: string
  readonly replacement?: string
  readonly location: {readonly start: {readonly line: number; readonly column: number}}
}
interface MutationReport {
  readonly files: Readonly<Record<string, {readonly source: string; readonly mutants: readonly Mutant[]}>>
}

/** Every file of a room that is code of its own and not a table of words. */
const filesOf = (room: string): readonly string[] =>
  readdirSync(`${ROOT}/${SOURCE}/${room}`, {recursive: true, encoding: 'utf8'})
    .map((name) => `${SOURCE}/${room}/${name}`)
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\.d\.ts$|\/fixtures\/|\/words\//.test(name))
    .sort()

/** Files in turn of each room, so that a run that stops early has some of all. */
function chosen(): readonly string[] {
  const named = process.env['MUTATION_FILES']?.split(',')
  if (named !== undefined) return named
  const shuffled = ROOMS.map((room) => {
    const random = randomFrom(SEED)
    return filesOf(room)
      .map((name) => ({name, at: random()}))
      .sort((one, other) => one.at - other.at)
  })
  return Array.from({length: EACH}, (_, turn) => shuffled.flatMap((files) => files[turn]?.name ?? [])).flat()
}

const roomOf = (name: string): string => ROOMS.find((room) => name.startsWith(`${SOURCE}/${room}/`)) ?? 'elsewhere'
const share = (found: number, all: number): string =>
  `${found} of ${all} changes found${all === 0 ? '' : ` (${Math.floor((100 * found) / all)} %)`}`

/** Changes lines of a few files one by one, and lists the changes that no unit test of the same room finds. */
export function nightlyMutation(): boolean {
  saySeed()
  const rooms = new Map<string, {found: number; all: number; files: number}>()
  const started = performance.now()
  for (const name of chosen()) {
    if (performance.now() - started > MINUTES * 60_000) {
      console.log(`${name}: not begun: ${MINUTES} minutes are over`)
      continue
    }
    const mutants = mutantsOf(name)
    if (mutants === null) return false
    const {found, all, files} = rooms.get(roomOf(name)) ?? {found: 0, all: 0, files: 0}
    const own = mutants.found + mutants.left.length
    rooms.set(roomOf(name), {found: found + mutants.found, all: all + own, files: files + 1})
    console.log(`${name}: ${share(mutants.found, own)}`)
    for (const line of mutants.left) console.log(`  ${line}`)
  }
  for (const [room, {found, all, files}] of rooms) console.log(`${room}: ${files} of ${filesOf(room).length} files: ${share(found, all)}`)
  return true
}

/** How many changes of a file were found, and a line for each that was not; null when Stryker failed. */
function mutantsOf(name: string): {readonly found: number; readonly left: readonly string[]} | null {
  const {status} = spawnSync('node_modules/.bin/stryker', ['run', 'test/mutation/stryker.config.mjs', '--mutate', name], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, MUTATION_TESTS: `${SOURCE}/${roomOf(name)}/**`},
  })
  if (status !== 0) return null
  const {files: made} = JSON.parse(readFileSync(REPORT, 'utf8')) as MutationReport
  const {source, mutants} = made[name] ?? {source: '', mutants: []}
  const lines = source.split('\n')
  return {
    found: mutants.filter((one) => ['Killed', 'Timeout'].includes(one.status)).length,
    left: mutants.flatMap(({status: state, mutatorName, replacement = '', location: {start}}) =>
      ['Survived', 'NoCoverage'].includes(state)
        ? [`${start.line}:${start.column} ${state} ${mutatorName}: ${lines[start.line - 1]?.trim() ?? ''} → ${replacement}`]
        : [],
    ),
  }
}
