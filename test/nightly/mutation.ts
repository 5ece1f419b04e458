import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCE = 'plugins/action-plan/src'
const ROOMS = ['parse', 'derive', 'view', 'live'] as const
const REPORT = new URL('../../reports/mutation.json', import.meta.url)
/** So many files a night, other ones each day; MUTATION_FILES names them instead, with commas. */
const SAMPLE = 4

interface Mutant {
  readonly status: string
  readonly mutatorName: string
  readonly replacement?: string
  readonly location: {readonly start: {readonly line: number; readonly column: number}}
}
interface MutationReport {
  readonly files: Readonly<Record<string, {readonly source: string; readonly mutants: readonly Mutant[]}>>
}

/** Every file that is code of its own and not a table of words. */
const files = (): readonly string[] =>
  ROOMS.flatMap((room) =>
    readdirSync(`${ROOT}/${SOURCE}/${room}`, {recursive: true, encoding: 'utf8'}).map((name) => `${SOURCE}/${room}/${name}`),
  )
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\.d\.ts$|\/fixtures\/|\/words\//.test(name))
    .sort()

function chosen(): readonly string[] {
  const named = process.env['MUTATION_FILES']?.split(',')
  if (named !== undefined) return named
  const [all, day] = [files(), Math.floor(Date.now() / 86_400_000)]
  return Array.from({length: SAMPLE}, (_, index) => all[(day * SAMPLE + index) % all.length] as string)
}

/** Changes lines of a few files one by one, and lists the changes that no unit test of the same folder finds. */
export function nightlyMutation(): boolean {
  let [found, all] = [0, 0]
  for (const name of chosen()) {
    const mutants = mutantsOf(name)
    if (mutants === null) return false
    found += mutants.found
    all += mutants.found + mutants.left.length
    console.log(`${name}: ${mutants.found} of ${mutants.found + mutants.left.length} changes found`)
    for (const line of mutants.left) console.log(`  ${line}`)
  }
  console.log(`${found} of ${all} changes found${all === 0 ? '' : ` (${Math.floor((100 * found) / all)} %)`}`)
  return true
}

/** How many changes of a file were found, and a line for each that was not; null when Stryker failed. */
function mutantsOf(name: string): {readonly found: number; readonly left: readonly string[]} | null {
  const {status} = spawnSync('node_modules/.bin/stryker', ['run', 'test/mutation/stryker.config.mjs', '--mutate', name], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, MUTATION_TESTS: dirname(name)},
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
