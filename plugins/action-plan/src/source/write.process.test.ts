import {execFile} from 'node:child_process'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {inTurn, writeFiles} from './write.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'action-plan-write-'))))
afterAll(() => rm(folder, {recursive: true}))

test('a reader sees the old file or the new one, never a part: a thousand times', async () => {
  const body = (turn: number): string => JSON.stringify({turn, filler: String(turn).repeat(20_000), end: turn})
  const write = (turn: number): Promise<void> => writeFiles(folder, [{path: 'status.json', body: body(turn)}])
  await write(0)
  // A process of its own, so that it truly reads while this one writes.
  const reader = `
    const {readFileSync} = require('node:fs')
    let seen = 0, turns = new Set()
    for (;;) {
      const {turn, filler, end} = JSON.parse(readFileSync(process.argv[1], 'utf8'))
      if (turn !== end || filler !== String(turn).repeat(20000)) throw new Error('torn')
      turns.add(turn)
      seen++
      if (turn === 1000) break
    }
    console.log(JSON.stringify({seen, turns: turns.size}))`
  const read = new Promise<{seen: number; turns: number}>((done, fail) =>
    execFile(process.execPath, ['-e', reader, join(folder, 'status.json')], (error, out) =>
      error === null ? done(JSON.parse(out) as {seen: number; turns: number}) : fail(error),
    ),
  )
  for (let turn = 1; turn <= 1000; turn++) await write(turn)
  const {seen, turns} = await read
  expect(seen).toBeGreaterThan(1)
  expect(turns).toBeGreaterThan(1)
  expect((JSON.parse(await readFile(join(folder, 'status.json'), 'utf8')) as {turn: number}).turn).toBe(1000)
  expect(await readdir(folder)).toEqual(['status.json'])
})

test('runs that write to a folder come one after the other, also when one fails', async () => {
  const seen: string[] = []
  const run = (name: string): Promise<void> =>
    inTurn(
      join(folder, 'turns'),
      () => undefined,
      async () => {
        seen.push(`${name} begins`)
        await writeFiles(join(folder, 'turns'), [{path: 'a', body: name}])
        seen.push(`${name} ends`)
        if (name === 'two') throw new Error(name)
      },
    )
  await Promise.allSettled(['one', 'two', 'three'].map(run))
  const order = seen.flatMap((line) => (line.endsWith('begins') ? [line.split(' ')[0] as string] : []))
  expect(order.toSorted()).toEqual(['one', 'three', 'two'])
  expect(seen).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]))
  expect(await readdir(join(folder, 'turns'))).toEqual(['a'])
})
