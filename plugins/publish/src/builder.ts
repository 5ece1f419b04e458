import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'

export interface Builder {
  /** Its exit status; null when it was ended. */
  readonly ended: Promise<number | null>
  /** Ends it and all that it started: asks first, insists after the grace. */
  stop(): void
}

const GRACE_MS = 3000
const GUARD = fileURLToPath(new URL('../bin/guard.mjs', import.meta.url))

/** With a warm cache the bundler names things in its runtime otherwise: what goes live is built without, so that a commit always gives the same bytes. */
const ENVIRONMENT = {DOCUSAURUS_NO_PERSISTENT_CACHE: 'true'}

/** Starts a builder in a process group of its own, which ends when this process does, even when it is killed. */
export function startBuilder(command: readonly string[], cwd: string): Builder {
  const guard = spawn(process.execPath, [GUARD, ...command], {
    cwd,
    detached: true,
    env: {...process.env, ...ENVIRONMENT},
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(-(guard.pid ?? 0), name)
    } catch {
      // All of it has ended meanwhile.
    }
  }
  guard.stdin.on('error', () => undefined)
  const ended = new Promise<number | null>((resolve) => {
    guard.on('error', () => resolve(127))
    guard.on('exit', (status) => {
      // What the builder left behind must not go on writing.
      if (guard.pid !== undefined) signal('SIGKILL')
      resolve(status)
    })
  })
  return {
    ended,
    stop: () => {
      signal('SIGTERM')
      setTimeout(() => signal('SIGKILL'), GRACE_MS).unref()
    },
  }
}
