import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import {delimiter, join} from 'node:path'

export type Run = {readonly ok: boolean; readonly output: string}

/** Servers are often outside a user's PATH, and Debian keeps PostgreSQL's programs by version. */
function places(): string[] {
  const postgresql = '/usr/lib/postgresql'
  const versions = existsSync(postgresql) ? readdirSync(postgresql).sort((a, b) => Number(b) - Number(a)) : []
  return [...versions.map((version) => join(postgresql, version, 'bin')), '/usr/bin', '/usr/sbin', ...(process.env.PATH ?? '').split(delimiter)]
}

/** Where a tool is, or an error that says how to get it: a check that cannot run must not look like a check that passed. */
export function find(tool: string, debian: string, folders: readonly string[] = places()): string {
  const folder = folders.find((candidate) => existsSync(join(candidate, tool)))
  if (folder === undefined) throw new Error(`${tool} is not installed: apt-get install -y --no-install-recommends ${debian}`)
  return join(folder, tool)
}

export function run(command: string, args: readonly string[], options: {readonly input?: string; readonly cwd?: string; readonly seconds?: number} = {}): Run {
  const {input = '', cwd, seconds = 30} = options
  const {status, stdout, stderr, error} = spawnSync(command, args, {
    input,
    cwd,
    encoding: 'utf8',
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    env: {...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC'},
  })
  return {ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`}
}
