import {spawn} from 'node:child_process'
import {closeSync, existsSync, openSync, readSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Page} from '../model/page.ts'
import {run, stop} from './process.ts'
import type {Sandbox} from './sandbox.ts'

/** How one block ended; `status` is null when its time was up. */
export interface Run {
  readonly index: number
  readonly status: number | null
  readonly output: string
}

const HOOKS = `__block() { exec > "$TESTED_DOCS/output/$1" 2>&1; echo "start $1" >&3; }
__ended() { echo "end $1 $2" >&3; }
`
const OUTPUT_LIMIT = 1_000_000

/** Runs a page's script in one bash and hands over each block as it ends. `accept` says whether the page goes on; it stops at the first refusal. */
export const execute = (page: Page, script: string, sandbox: Sandbox, accept: (run: Run) => boolean): Promise<void> => {
  writeFileSync(join(sandbox.folder, 'hooks.sh'), HOOKS)
  writeFileSync(join(sandbox.folder, 'page.sh'), script)
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'bash', join(sandbox.folder, 'page.sh')], {
    cwd: sandbox.work,
    env: {...sandbox.env, TESTED_DOCS_HOOKS: join(sandbox.folder, 'hooks.sh')},
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
    ...(sandbox.user ?? {}),
  })
  const group = (): Promise<void> => (child.pid === undefined ? Promise.resolve() : stop([-child.pid, child.pid], 'SIGTERM', 0.5))
  sandbox.undo.push(group)
  return new Promise((resolve, reject) => {
    let current: number | null = null
    let refused = false
    let timer: NodeJS.Timeout | undefined
    let unread = ''
    const settle = (index: number, status: number | null): void => {
      clearTimeout(timer)
      current = null
      if (accept({index, status, output: outputOf(sandbox, index)})) return
      refused = true
      void group()
    }
    const read = (line: string): void => {
      const [what, index, status] = line.split(' ')
      if (refused) return
      if (what === 'end') return settle(Number(index), Number(status))
      current = Number(index)
      const limit = page.blocks[current]?.limitSeconds ?? 30
      timer = setTimeout(() => settle(Number(index), null), limit * 1000)
    }
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      const lines = (unread + chunk.toString()).split('\n')
      unread = lines.pop() ?? ''
      lines.forEach(read)
    })
    let complaint = ''
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.on('error', reject)
    // Not 'close': a daemon that the page started may hold the pipe. What bash wrote before it ended is read first.
    const told = new Promise<void>((done) => child.stdio[3]?.once('end', done))
    child.on(
      'exit',
      (status) =>
        void Promise.race([told, sleep(300)]).then(() => {
          clearTimeout(timer)
          if (current !== null && !refused) settle(current, status ?? 128)
          for (const stream of child.stdio) stream?.destroy()
          if (complaint !== '' && status !== 0 && !refused) reject(new Error(complaint.trim()))
          else resolve()
        }),
    )
  })
}

const outputOf = (sandbox: Sandbox, index: number): string => {
  const path = join(sandbox.output, String(index))
  if (!existsSync(path)) return ''
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(OUTPUT_LIMIT)
    return buffer.subarray(0, readSync(file, buffer, 0, OUTPUT_LIMIT, 0)).toString('utf8')
  } finally {
    closeSync(file)
  }
}

/** What bash says about a text that is not a whole script; null when it is one. */
export const syntaxError = async (text: string): Promise<string | null> => {
  const {status, output} = await run('bash', ['-n'], {input: `${text}\n`, env: {PATH: process.env['PATH'] ?? '', LC_ALL: 'C'}})
  return status === 0 && output === '' ? null : (output.trim().split('\n')[0] ?? 'unreadable')
}
