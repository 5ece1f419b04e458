import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openCache} from './build-cache.ts'

let siteDir: string
let cache: string
let code: URL
beforeEach(() => {
  siteDir = mkdtempSync(join(tmpdir(), 'build-cache-'))
  cache = join(siteDir, 'node_modules/.cache/build-kit')
  code = pathToFileURL(join(siteDir, 'code.ts'))
  mkdirSync(join(siteDir, 'parse/deep'), {recursive: true})
  writeFileSync(code, 'code')
})
afterEach(() => rmSync(siteDir, {recursive: true}))

/** A build that asks for these, with what had to be made for it. */
async function build(asked: readonly (readonly string[])[], name = 'one'): Promise<readonly string[]> {
  const made: string[] = []
  const store = await openCache(siteDir, name, [code, new URL('parse/', code)])
  const given = await Promise.all(asked.map((parts) => store.of(parts, () => (made.push(parts.join('+')), {parts}))))
  await store.close()
  expect(given).toEqual(asked.map((parts) => ({parts})))
  return made
}

test('what was made of the same is not made again; of a part, or with code, that differs it is', async () => {
  expect(await build([['a', 'b'], ['c']])).toEqual(['a+b', 'c'])
  expect(await build([['c'], ['a', 'b']])).toEqual([])
  expect(await build([['ab'], ['a', 'b'], ['b', 'a'], ['', 'ab']])).toEqual(['ab', 'b+a', '+ab'])
  expect(await build([['a', 'b']], 'another')).toEqual(['a+b'])
  for (const changed of [code, new URL('parse/deep/one.ts', code)]) {
    writeFileSync(changed, 'other code')
    expect(await build([['a', 'b']])).toEqual(['a+b'])
  }
  writeFileSync(new URL('parse/one.test.ts', code), 'a test')
  expect(await build([['a', 'b']])).toEqual([])
})

test('what nobody asks for any more goes when something new comes', async () => {
  await build([['a'], ['b']])
  await build([['b'], ['c']])
  expect(await build([['a']])).toEqual(['a'])
  expect(readdirSync(cache)).toEqual(['one.json'])
})

test('a store that is broken or cannot be written is an empty one', async () => {
  for (const broken of ['{', 'null', '[1]', '']) {
    await build([['a']])
    writeFileSync(join(cache, 'one.json'), broken)
    expect(await build([['a']])).toEqual(['a'])
  }
  rmSync(join(siteDir, 'node_modules'), {recursive: true})
  writeFileSync(join(siteDir, 'node_modules'), 'no folder')
  expect(await build([['a']])).toEqual(['a'])
  expect(readFileSync(join(siteDir, 'node_modules'), 'utf8')).toBe('no folder')
})

test('a store of which any byte is another, or that is of before, is an empty one', async () => {
  await build([['a', 'b']])
  const file = join(cache, 'one.json')
  const whole = readFileSync(file)
  const body = whole.subarray(whole.indexOf(10) + 1)
  const changed = (at: number): Buffer => {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes
  }
  for (const bytes of [body, whole.subarray(0, -1), Buffer.concat([whole, body]), ...Array.from(whole, (_, at) => changed(at))]) {
    writeFileSync(file, bytes)
    expect(await build([['a', 'b']])).toEqual(['a+b'])
  }
})

test('what fails is said, and not kept', async () => {
  mkdirSync(cache, {recursive: true})
  const store = await openCache(siteDir, 'one', [code])
  await expect(store.of(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await store.close()
  expect(readdirSync(cache)).toEqual([])
  await expect(openCache(siteDir, 'one', [new URL('gone.ts', code)])).rejects.toThrow('gone.ts')
})
