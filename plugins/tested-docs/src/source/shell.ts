import {spawn} from 'node:child_process'
import {closeSync, existsSync, openSync, readSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {stop} from './process.ts'
import type {Sandbox, ShellName} from './sandbox.ts'

/** How a pasted text ended. `status` is null when its time was up. */
export interface Pasted {
  readonly status: number | null
  readonly output: string
  /** The shell is gone: the text ended it. */
  readonly closed: boolean
}

export interface Shell {
  /** Pastes commands as a person would and waits until the shell is ready for more. */
  readonly paste: (text: string, limitSeconds: number) => Promise<Pasted>
  readonly close: () => Promise<void>
}

const OUTPUT_LIMIT = 1_000_000
const RC = `PS1= PS2= HISTFILE=/dev/null
__ended() { echo "end $1 $2" >&3; }
[ ! -f "$TESTED_DOCS/profile" ] || . "$TESTED_DOCS/profile"
`

interface Kind {
  /** The file of its own settings, in the folder of the sandbox. */
  readonly rc: string
  readonly text: string
  readonly args: (rc: string) => readonly string[]
  /** What it says of its background jobs, and how it names itself where a message has a name. */
  readonly chatter: RegExp
}

/** Interactive shells as people have them: no \`set -e\`, no \`pipefail\`, and a failed line does not keep the next one from running. */
const KINDS: Readonly<Record<ShellName, Kind>> = {
  bash: {
    rc: 'bashrc',
    text: RC,
    args: (rc) => ['bash', '--noprofile', '--rcfile', rc, '--noediting', '-i'],
    chatter:
      /^bash: \[\d+: \d+ \(\d+\)\] tcsetattr|^\[\d+\](?: \d+|[+-]?\s+(?:Done|Exit \d+|Terminated|Killed|Running|Hangup|Interrupt|Stopped)\b.*)$/,
  },
  zsh: {
    rc: '.zshrc',
    text: `${RC}RPS1=\nunsetopt prompt_sp prompt_cr\n`,
    args: () => ['zsh', '-i'],
    chatter: /^\[\d+\](?: \d+|\s+(?:[+-]\s+)?(?:done|exit \d+|terminated|killed|running|hangup|interrupt|suspended)\b.*)$/,
  },
}

let pasted = 0

/** The interactive shell that a person pastes into. */
export const openShell = (sandbox: Sandbox): Shell => {
  const kind = KINDS[sandbox.shell]
  const rc = join(sandbox.folder, kind.rc)
  writeFileSync(rc, kind.text)
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...kind.args(rc)], {
    cwd: sandbox.work,
    env: {...sandbox.env, ZDOTDIR: sandbox.folder},
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    detached: true,
    ...(sandbox.user ?? {}),
  })
  let closed = false
  let waiting: {readonly mark: string; readonly done: (status: number | null) => void} | null = null
  let unread = ''
  const settle = (status: number | null): void => {
    const one = waiting
    waiting = null
    one?.done(status)
  }
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    const lines = (unread + chunk.toString()).split('\n')
    unread = lines.pop() ?? ''
    for (const line of lines) {
      const [, mark, status] = line.split(' ')
      if (waiting?.mark === mark) settle(Number(status))
    }
  })
  child.on('error', () => ((closed = true), settle(127)))
  child.on('exit', (status) => ((closed = true), settle(status ?? 128)))
  child.stdin?.on('error', () => {})
  const close = async (): Promise<void> => {
    child.stdin?.destroy()
    if (child.pid !== undefined) await stop([-child.pid, child.pid], 'SIGHUP', 0.2)
    for (const stream of child.stdio) stream?.destroy()
  }
  sandbox.undo.push(close)
  const paste = (text: string, limitSeconds: number): Promise<Pasted> =>
    new Promise((resolve) => {
      const mark = String(++pasted)
      const path = join(sandbox.output, mark)
      const timer = setTimeout(() => settle(null), limitSeconds * 1000)
      const done = (status: number | null): void => {
        clearTimeout(timer)
        resolve({status, output: read(path, kind.chatter), closed})
      }
      waiting = {mark, done}
      if (closed) return settle(128)
      child.stdin?.write(`exec > "$TESTED_DOCS/output/${mark}" 2>&1\n${text}\n__ended ${mark} $?\n`)
    })
  return {paste, close}
}

const read = (path: string, chatter: RegExp): string => {
  if (!existsSync(path)) return ''
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(OUTPUT_LIMIT)
    const text = buffer.subarray(0, readSync(file, buffer, 0, OUTPUT_LIMIT, 0)).toString('utf8')
    return text
      .split('\n')
      .filter((line) => !chatter.test(line))
      .join('\n')
  } finally {
    closeSync(file)
  }
}
