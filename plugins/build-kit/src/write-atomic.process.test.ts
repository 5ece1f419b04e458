import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {originName} from './process.ts'
import {writeAllAtomic, writeAtomic} from './write-atomic.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'write-atomic-'))))
afterEach(() => rmSync(folder, {recursive: true, force: true}))
const at = (name: string): string => join(folder, name)

test('the mode and the owner of a file stay, and a link to it', async () => {
  writeFileSync(at('real'), 'old')
  const owner = process.getuid?.() === 0 ? 1000 : (process.getuid?.() ?? 0)
  chownSync(at('real'), owner, owner)
  chmodSync(at('real'), 0o640)
  symlinkSync('real', at('link'))
  await writeAtomic(at('link'), 'new')
  expect(readFileSync(at('real'), 'utf8')).toBe('new')
  expect(statSync(at('real'))).toMatchObject({uid: owner, gid: owner, mode: 0o100640})
  expect(lstatSync(at('link')).isSymbolicLink()).toBe(true)
})

test('a file whose name is as long as names may be', async () => {
  for (const name of ['a'.repeat(255), '漢'.repeat(85), `${'🎉'.repeat(62)}.md`]) {
    await writeAtomic(at(name), 'new')
    expect(readFileSync(at(name), 'utf8')).toBe('new')
  }
  expect(readdirSync(folder)).toHaveLength(3)
})

test('when one file cannot be written, all stay as they are', async () => {
  writeFileSync(at('a'), 'old')
  writeFileSync(at('b'), '')
  await expect(
    writeAllAtomic([
      {path: at('a'), body: 'new'},
      {path: at('b/c'), body: 'new'},
    ]),
  ).rejects.toThrow()
  expect(readFileSync(at('a'), 'utf8')).toBe('old')
  expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
})

test('what killed runs left goes; what may belong to a run stays', async () => {
  const ended = Number(execFileSync(process.execPath, ['-p', 'process.pid'], {encoding: 'utf8'}))
  const left = (origin: string, pid: number): string => `.a.${origin}-${pid}-0123456789ab.tmp`
  const old = left('ffffffff', 2)
  for (const name of [left(originName(), ended), left(originName(), process.pid), left('ffffffff', 1), old, '.a.mine.tmp'])
    writeFileSync(at(name), '')
  utimesSync(at(old), new Date('2020-01-01'), new Date('2020-01-01'))
  await writeAtomic(at('b'), 'new')
  expect(readdirSync(folder).sort()).toEqual([left('ffffffff', 1), left(originName(), process.pid), '.a.mine.tmp', 'b'].sort())
})
