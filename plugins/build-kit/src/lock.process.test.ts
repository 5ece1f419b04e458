import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {takeLock} from './lock.ts'
import {thisProcess} from './process.ts'

const HOLDER = fileURLToPath(new URL('fixtures/holder.mjs', import.meta.url))
const PATIENCE = 20_000

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  path = join(folder, '.plan.md.lock')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

/** A process that takes the lock `turns` times; with 0 it keeps it. */
function holder(turns: number): {readonly child: ReturnType<typeof spawn>; readonly lines: AsyncIterableIterator<string>} {
  const child = spawn(process.execPath, [HOLDER, path, String(turns)], {stdio: ['ignore', 'pipe', 'inherit']})
  return {child, lines: createInterface({input: child.stdout as NodeJS.ReadableStream})[Symbol.asyncIterator]()}
}
/** How long it takes to get the lock, which is free afterwards. */
async function taken(patience = 0): Promise<number> {
  const started = performance.now()
  const lock = await takeLock(path, {what: 'changes the plan', patience})
  const ms = performance.now() - started
  expect(lock.held()).toBe(true)
  lock.release()
  expect(readdirSync(folder)).toEqual([])
  return ms
}
const by = (change: object): string => JSON.stringify({...thisProcess(), since: '2026-11-24T12:00:00Z', nonce: 'n', ...change})

describe('the lock of a dead holder is taken over at once, also by who does not wait', () => {
  test('killed with -9', async () => {
    const {child, lines} = holder(0)
    expect((await lines.next()).value).toBe('held')
    await expect(takeLock(path, {what: 'changes the plan'})).rejects.toThrow(
      `another run changes the plan: process ${child.pid} on ${hostname()} since `,
    )
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(readdirSync(folder)).toEqual(['.plan.md.lock'])
    expect(await taken()).toBeLessThan(2000)
  })

  test.each([
    ['made by hand', ''],
    ['cut off', '{"host": "'],
    ['of something else', '[1]'],
    ['whose number another process has by now', by({started: '1'})],
    ['from before the machine was started again', by({boot: 'another'})],
  ])('%s', async (_, text) => {
    writeFileSync(path, text)
    expect(await taken()).toBeLessThan(2000)
  })

  test('of the future: no clock is asked', async () => {
    writeFileSync(path, by({pid: 2 ** 22 + 1, since: '2999-01-01T00:00:00Z'}))
    utimesSync(path, new Date('2999-01-01'), new Date('2999-01-01'))
    expect(await taken()).toBeLessThan(2000)
  })

  test('what is left of processes that were killed while they took it goes', async () => {
    writeFileSync(path, by({pid: 2 ** 22 + 1}))
    writeFileSync(`${path}.${2 ** 22 + 1}-0123abcd.new`, '')
    writeFileSync(`${path}.0123456789abcdef`, by({pid: 2 ** 22 + 1, nonce: 'guard'}))
    writeFileSync(`${path}.0123456789abcdef.${2 ** 22 + 1}-0123abcd.new`, 'half')
    await taken()
  })
})

describe('a holder that may be alive is waited for', () => {
  test('on another machine: it is named, and taken over only when it was silent while we watched', async () => {
    writeFileSync(path, by({host: 'elsewhere', pid: 7}))
    await expect(takeLock(path, {what: 'changes the plan', patience: 500})).rejects.toThrow(
      `process 7 on elsewhere since 2026-11-24T12:00:00Z (wait for it; if it is gone, delete ${path})`,
    )
    // It gives a sign of life, with whatever its clock says.
    const signs = setInterval(() => utimesSync(path, new Date(Math.random() * 1e12), new Date(Math.random() * 1e12)), 1000)
    await expect(takeLock(path, {what: 'changes the plan', patience: 17_000})).rejects.toThrow('process 7 on elsewhere')
    clearInterval(signs)
    expect(await taken(PATIENCE)).toBeGreaterThan(10_000)
  })

  test('on this machine: for as long as holders change; who waits long is told for whom', async () => {
    const {child, lines} = holder(0)
    await lines.next()
    const told: number[] = []
    await expect(takeLock(path, {what: 'changes the plan', patience: 2500, onWait: ({pid}) => void told.push(pid)})).rejects.toThrow(
      `process ${child.pid} on`,
    )
    expect(told).toEqual([child.pid])
    child.kill('SIGTERM')
    await once(child, 'exit')
  })

  test('one that lost its lock knows it, and takes away nothing of the next one', async () => {
    const lock = await takeLock(path, {what: 'changes the plan'})
    writeFileSync(path, by({host: 'elsewhere'}))
    expect(lock.held()).toBe(false)
    lock.release()
    expect(readFileSync(path, 'utf8')).toBe(by({host: 'elsewhere'}))
  })
})

test('of many processes one has it at a time, also when it begins with a dead one and some are killed', async () => {
  writeFileSync(path, by({pid: 2 ** 22 + 1}))
  writeFileSync(join(folder, 'count'), '0')
  const killed = holder(0)
  await killed.lines.next()
  const runs = Array.from({length: 6}, () => holder(30))
  killed.child.kill('SIGKILL')
  const ended = await Promise.all(runs.map(async ({child}) => ((await once(child, 'exit')) as unknown[])[0]))
  // Each turn reads a number and writes the next one: two at a time would lose some.
  expect(ended).toEqual(runs.map(() => 0))
  expect(readFileSync(join(folder, 'count'), 'utf8')).toBe(String(6 * 30))
  expect(readdirSync(folder)).toEqual(['count'])
})
