import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {keep, sayFirst} from './run.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Of the day of the builds: with it, the same commit gives the same bytes. */
const EPOCH = String(Math.floor(Date.parse('2026-11-24T12:00:00Z') / 1000))

/** Two places that have nothing in common but the commit. */
const PLACES = [
  {folder: 'a', umask: '022', env: {TZ: 'UTC', LC_ALL: 'C', HOME: '/root', USER: 'root'}},
  {
    folder: 'another folder/with-a-longer-name',
    umask: '077',
    env: {TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', HOME: '/tmp', USER: 'somebody'},
  },
] as const

/** What is made twice: the command, and where its files are. */
const MADE: Readonly<Record<string, {readonly command: string; readonly at: string}>> = {
  'the package': {command: 'node plugins/action-plan/scripts/pack.mjs', at: 'plugins/action-plan/dist'},
  'the site': {command: 'npx docusaurus build', at: 'build'},
}

/** Builds the package and the site in two places, and compares every byte. */
export function nightlyReproduce(): boolean {
  const home = mkdtempSync(join(tmpdir(), 'reproduce-'))
  let lost = 0
  for (const [name, {command, at}] of Object.entries(MADE)) {
    const [one, other] = PLACES.map((place) => filesOf(join(made(home, place, command), at))) as [Files, Files]
    const wrong = [...new Set([...one.keys(), ...other.keys()])].sort().filter((file) => one.get(file) !== other.get(file))
    console.log(`${name}: ${one.size} files in one place, ${other.size} in the other, ${wrong.length} differ`)
    sayFirst(wrong, 20)
    lost += wrong.length
    keep({of: `${name}, every file`, fault: 'built elsewhere', runs: one.size, lost: wrong.length})
  }
  rmSync(home, {recursive: true, force: true})
  return lost === 0
}

type Files = ReadonlyMap<string, string>

/** A clone in which a command has run. The packages are links to those of this repository: what is asked is what our own code makes of a place. */
function made(home: string, {folder, umask, env}: (typeof PLACES)[number], command: string): string {
  const place = join(home, folder)
  if (!existsSync(place)) {
    mkdirSync(join(place, '..'), {recursive: true})
    run('git', ['clone', '-q', '--local', ROOT, place], ROOT)
    for (const name of ['.', ...readdirSync(join(ROOT, 'plugins')).map((plugin) => `plugins/${plugin}`)]) {
      const modules = join(ROOT, name, 'node_modules')
      if (existsSync(modules)) run('cp', ['-al', modules, join(place, name)], ROOT)
    }
    rmSync(join(place, 'node_modules/.cache'), {recursive: true, force: true})
    // What the site tells of its own quality is told of one run of the tests.
    if (existsSync(join(ROOT, 'reports')))
      cpSync(join(ROOT, 'reports'), join(place, 'reports'), {recursive: true, preserveTimestamps: true})
  }
  run('sh', ['-c', `umask ${umask} && ${command}`], place, {...env, SOURCE_DATE_EPOCH: EPOCH, NODE_ENV: 'production'})
  return place
}

function run(program: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): void {
  const {status, stdout, stderr} = spawnSync(program, args, {cwd, encoding: 'utf8', env: {...process.env, ...env}})
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} in ${cwd} ended with ${String(status)}: ${stdout}${stderr}`)
}

/** Every file below a folder, with a hash of its bytes. */
function filesOf(folder: string): Files {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => lstatSync(join(folder, name)).isFile())
  return new Map(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}
