import {spawnSync} from 'node:child_process'
import {chmodSync, chownSync, lchownSync, lstatSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {copyFolder} from './commands.ts'
import {judged, type Bench, type Figures} from './kill.ts'
import {oneOf, randomFrom} from './random.ts'

// Faults that the system itself makes, and not a harness in its place: a disk that is full, a folder that another user owns, too few open files.

/** Nobody, on every Debian. */
const NOBODY = 65_534
const DISK_KB = 16_384
const PATIENCE_MS = 120_000

/** How a run is made to fail. */
interface SystemFault {
  /** What this machine lacks to make it; null when it can. */
  lacks(): string | null
  /** Prepares a folder, and gives the program and arguments to put before a command, and how to take the fault away. */
  arm(folder: string, random: () => number): {readonly before: readonly string[]; disarm(): void}
}

const isRoot = (): boolean => process.getuid?.() === 0
const needsRoot = (): string | null => (isRoot() ? null : 'root, who alone may mount a disk or become another user (run it with sudo)')
const folders = (of: string): readonly string[] => [
  of,
  ...(readdirSync(of, {recursive: true, encoding: 'utf8', withFileTypes: false}) as string[])
    .map((name) => join(of, name))
    .filter((path) => lstatSync(path).isDirectory()),
]
const everything = (of: string): readonly string[] => [
  of,
  ...readdirSync(of, {recursive: true, encoding: 'utf8'}).map((name) => join(of, name)),
]

/** The calls by which a disk is changed. */
const DISK_CALLS =
  'pwrite64,pwritev,rename,renameat,renameat2,unlink,unlinkat,fsync,fdatasync,ftruncate,link,linkat,symlink,symlinkat,mkdir,mkdirat'
const slow = (ms: number): readonly string[] => [
  ...['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=write,${DISK_CALLS}`],
  ...['-e', `inject=${DISK_CALLS}:delay_enter=${ms}ms`],
]
let strace: string | null | undefined
/** Asked once: where a container forbids it to look into processes, it cannot be made either. */
function needsStrace(): string | null {
  strace ??=
    spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0
      ? ''
      : 'strace, with the right to look into processes (apt-get install strace)'
  return strace === '' ? null : strace
}

/** Fills the disk below a folder up to so many bytes. */
function fill(folder: string, room: number): string {
  const filler = join(folder, '..', 'filler')
  const {bavail, bsize} = statfsSync(folder)
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - room)))
  return filler
}

/** Every fault of the system, by its name in the table of the page. */
export const SYSTEM_FAULTS = {
  'full disk': {
    lacks: needsRoot,
    arm(folder, random) {
      // From no room at all to room for a few files, in the pages that a disk is given out in.
      const filler = fill(folder, Math.floor(random() * 24) * 4096)
      return {before: [], disarm: () => rmSync(filler)}
    },
  },
  'folder of another user': {
    lacks: needsRoot,
    arm(folder, random) {
      for (const path of everything(folder)) lchownSync(path, NOBODY, NOBODY)
      const closed = oneOf(
        random,
        folders(folder).filter((path) => !path.includes('/.git/')),
      )
      const mode = oneOf(random, [0o555, 0o755])
      chownSync(closed, 0, 0)
      chmodSync(closed, mode)
      return {
        // Git reads no repository of another user unless it is told to: then a build says that there is no commit, and its files are others.
        before: [
          ...['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', 'env', 'HOME=/nonexistent'],
          ...['GIT_CONFIG_COUNT=1', 'GIT_CONFIG_KEY_0=safe.directory', 'GIT_CONFIG_VALUE_0=*'],
        ],
        disarm() {
          chmodSync(closed, 0o755)
          for (const path of everything(folder)) lchownSync(path, 0, 0)
        },
      }
    },
  },
  'disk is read-only': {
    lacks: needsRoot,
    arm(folder) {
      remount(folder, 'ro')
      return {before: [], disarm: () => remount(folder, 'rw')}
    },
  },
  'too few open files': {
    lacks: () => null,
    arm: (_, random) => ({before: ['sh', '-c', `ulimit -n ${20 + Math.floor(random() * 60)}; exec "$@"`, 'sh'], disarm: () => undefined}),
  },
  'files may not grow': {
    lacks: () => null,
    // In blocks of 512 bytes.
    arm: (_, random) => ({before: ['sh', '-c', `ulimit -f ${Math.floor(random() * 24)}; exec "$@"`, 'sh'], disarm: () => undefined}),
  },
  'slow disk': {
    lacks: needsStrace,
    // Every write, rename, deletion and flush takes a twentieth of a second.
    arm: () => ({before: slow(50), disarm: () => undefined}),
  },
  'killed on a slow disk': {
    lacks: needsStrace,
    // The steps are far apart, and the kill is between two of them.
    arm: (_, random) => ({before: [...slow(50), 'timeout', '-s', 'KILL', (0.2 + random() * 2).toFixed(2)], disarm: () => undefined}),
  },
  'clock set back by years': {lacks: () => null, arm: () => clock(-4 * 365)},
  'clock set forward by years': {lacks: () => null, arm: () => clock(4 * 365)},
} as const satisfies Readonly<Record<string, SystemFault>>
export type SystemFaultName = keyof typeof SYSTEM_FAULTS

/** A process whose clock is wrong by so many days, while that of the disk is right: no program is needed for it. */
function clock(days: number): {readonly before: readonly string[]; disarm(): void} {
  const code = `const Real = Date; const by = ${days} * 86400000
globalThis.Date = class extends Real { constructor(...all) { super(...(all.length === 0 ? [Real.now() + by] : all)) } static now() { return Real.now() + by } }`
  return {
    before: ['env', `NODE_OPTIONS=--import=data:text/javascript,${encodeURIComponent(code)}`],
    disarm: () => undefined,
  }
}

function remount(folder: string, how: 'ro' | 'rw'): void {
  const {status, stderr} = spawnSync('mount', ['-o', `remount,${how}`, join(folder, '..')], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`the disk cannot be made ${how}: ${stderr}`)
}

/** Runs a command so many times under a fault of the system, each in a process of its own. */
export async function breakBySystem(one: Bench, name: SystemFaultName, runs: number, seed: number): Promise<Figures> {
  const fault: SystemFault = SYSTEM_FAULTS[name]
  const lack = fault.lacks()
  if (lack !== null) return {command: one.name, fault: name, runs, stopped: 0, waits: 0, lost: [`not tried: this needs ${lack}`]}
  const random = randomFrom(seed)
  let [stopped, waits] = [0, 0]
  const lost: string[] = []
  const disk = join(one.root, 'disk')
  mkdirSync(disk)
  chmodSync(one.root, 0o755)
  if (isRoot()) mount(disk)
  try {
    for (let run = 0; run < runs; run++) {
      const folder = join(disk, `run-${run}`)
      copyFolder(one.old, folder)
      const {before, disarm} = fault.arm(folder, random)
      const [program, ...args] = [...before, process.execPath, one.programs.start[one.command.program], ...one.command.args(folder)]
      const {status, signal, stderr} = spawnSync(program as string, args, {cwd: folder, encoding: 'utf8', timeout: PATIENCE_MS})
      disarm()
      // Node.js itself could not load a module: the command had not begun, and has no words for it. What strace says is not said by the command.
      const err = /^Error: EMFILE[^]*ModuleLoader/m.test(stderr) ? 'Node.js did not start\n' : stderr.replace(/^strace: .*\n+/gm, '')
      // Killed: by strace, which ends as its program did, or by timeout in it.
      const isKilled = signal === 'SIGKILL' || status === 137
      const found = await judged(one, {folder, status: isKilled ? null : (status ?? 70), steps: 0, err})
      if (status !== 0) stopped++
      if (found.waits) waits++
      lost.push(...found.lost.map((line) => `${one.name}, ${name}, {"run":${run},"before":${JSON.stringify(before.slice(0, 3))}}: ${line}`))
      rmSync(folder, {recursive: true, force: true})
    }
  } finally {
    if (isRoot()) spawnSync('umount', ['-l', disk])
    rmSync(disk, {recursive: true, force: true})
  }
  return {command: one.name, fault: name, runs, stopped, waits, lost}
}

function mount(folder: string): void {
  const {status, stderr} = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_KB}k`, 'tmpfs', folder], {encoding: 'utf8'})
  if (status !== 0) throw new Error(`a disk of ${DISK_KB} kB cannot be mounted at ${folder}: ${stderr}`)
}
