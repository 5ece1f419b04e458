import {execFileSync, spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {main} from './cli.ts'

const BIN = fileURLToPath(new URL('../bin/publish-site.mjs', import.meta.url))

/** A stand-in for a builder: pages one by one, some of them from a process of its own, as bundlers and git are. */
const BUILDER = `
import {spawnSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
const [out, word, pause = '0', fail = 'no'] = process.argv.slice(2)
const wait = () => spawnSync('sleep', [String(Number(pause) / 1000)])
mkdirSync(out + '/docs', {recursive: true})
mkdirSync(out + '/assets', {recursive: true})
writeFileSync(out + '/assets/main.js', word)
writeFileSync(out + '/assets/page.' + (word === 'two' ? 'cedefcdb' : Buffer.from(word.padEnd(8, '0')).toString('hex')) + '.js', word)
for (let page = 0; page < 10; page++) {
  writeFileSync(out + '/docs/' + page + '.html', '<html>' + word + page + '<script src="/assets/main.js"></script></html>')
  if (pause !== '0') wait()
}
if (fail === 'exit') process.exit(3)
if (fail === 'full') writeFileSync('/dev/full', word)
writeFileSync(out + '/index.html', '<html>' + word + (fail === 'torn' ? '' : '</html>'))
if (fail === 'asset') writeFileSync(out + '/a.html', '<html><link href=/assets/gone.css></html>')
if (fail === 'status') writeFileSync(out + '/status.json', '{"totals": {"tasks": 2, "do')
if (fail === 'commit') writeFileSync(out + '/status.json', '{"source": {"commit": "abc"}, "totals": {"tasks": 2, "done": 1}, "problems": []}')
if (fail === 'loop') symlinkSync('..', out + '/docs/up')
if (fail === 'plan') writeFileSync(out + '/status.json', '{"source": {"commit": null}, "totals": {"tasks": 2, "done": 1}, "problems": [{"severity": "error", "rule": "text/nul", "line": 3, "reason": "a NUL"}]}')
`

let folder = ''
let live = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'publish-')))
  live = join(folder, 'www')
  writeFileSync(join(folder, 'builder.mjs'), BUILDER)
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const args = (...rest: readonly string[]): string[] => [BIN, '--to', live, ...rest]
const builder = (...rest: readonly string[]): string[] => ['--', process.execPath, join(folder, 'builder.mjs'), '{}', ...rest]
const run = (...rest: readonly string[]): Promise<{exit: number; out: string; err: string}> => runAt(new Date().toISOString(), ...rest)
async function runAt(now: string, ...rest: readonly string[]): Promise<{exit: number; out: string; err: string}> {
  let [out, err] = ['', '']
  const exit = await main(args(...rest).slice(1), {
    cwd: folder,
    now,
    signal: new AbortController().signal,
    out: (text) => void (out += text),
    err: (text) => void (err += text.replaceAll(folder, '<folder>')),
  })
  return {exit, out, err}
}

/** Every byte of a folder, and the names. */
function bytes(of: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(of, {recursive: true, encoding: 'utf8'}).sort())
    hash.update(`\0${name}\0`).update(lstatSync(join(of, name)).isFile() ? readFileSync(join(of, name)) : '')
  return hash.digest('hex')
}
const word = (): string => readFileSync(join(live, 'assets/main.js'), 'utf8')
const hidden = (): readonly string[] =>
  readdirSync(join(folder, '.www.releases')).filter((name) => name.startsWith('.') && name !== '.live')
const processes = (): readonly string[] =>
  execFileSync('ps', ['-A', '-o', 'args'], {encoding: 'utf8'})
    .split('\n')
    .filter((line) => line.includes(folder) && !line.startsWith('ps '))

describe.each(['link', 'folder'] as const)('as a %s', (way) => {
  test('a build goes live, the older ones stay for a way back, and no more than asked for', async () => {
    for (const name of ['one', 'two', 'three', 'four']) expect((await run('--way', way, '--keep', '2', ...builder(name))).err).toBe('')
    expect(word()).toBe('four')
    expect(lstatSync(live).isSymbolicLink()).toBe(way === 'link')
    const [two, three, four] = (await run('--list')).out.split('\n').map((line) => line.slice(2))
    expect((await run('--list')).out).toBe(`  ${two}\n  ${three}\n* ${four}\n`)
    expect((await run('--way', way, '--rollback')).out).toBe(`${live} is ${three}\n`)
    expect(word()).toBe('three')
    expect((await run('--way', way, '--rollback', two ?? '')).exit).toBe(0)
    expect(await run('--way', way, '--rollback', two ?? '')).toEqual({exit: 0, out: `${live} is ${two} already\n`, err: ''})
    expect(word()).toBe('two')
    expect(await run('--way', way, '--rollback')).toMatchObject({
      exit: 1,
      err: `no older release beside <folder>/www; there are ${three}, ${four}\n`,
    })
    expect((await run('--way', way, '--rollback', four ?? '')).exit).toBe(0)
    expect(word()).toBe('four')
    expect(hidden()).toEqual([])
  })

  test('the order of builds is that in which they went live, also when the clock is set back, to the same moment, or from far ahead', async () => {
    const times = ['2026-11-24T12:00:00.000Z', '2099-12-31T23:59:59.999Z', '2026-11-24T12:00:00.000Z', '2001-01-01T00:00:00.000Z']
    for (const [index, now] of times.entries())
      expect((await runAt(now, '--way', way, '--keep', '2', ...builder(`b${index}`))).err).toBe('')
    expect(word()).toBe('b3')
    expect((await run('--list')).out.match(/\S+(?=\n)/g)).toEqual(['20991231T235959999Z', '21000101T000000000Z', '21000101T000000001Z'])
    expect((await run('--way', way, '--rollback')).exit).toBe(0)
    expect(word()).toBe('b2')
  })

  test('a folder that was there before becomes the first way back', async () => {
    mkdirSync(join(live, 'assets'), {recursive: true})
    writeFileSync(join(live, 'assets/main.js'), 'by hand')
    const before = bytes(live)
    expect((await run('--way', way, ...builder('one'))).exit).toBe(0)
    expect(word()).toBe('one')
    const [kept = ''] = (await run('--list')).out.split('\n').flatMap((line) => (line.startsWith('*') ? [] : [line.trim()]))
    expect(bytes(join(folder, '.www.releases', kept))).toBe(before)
  })
})

/** The hashed file that a build of a word makes; a hash may have no digit. */
const asset = (name: string): string => `page.${name === 'two' ? 'cedefcdb' : Buffer.from(name.padEnd(8, '0')).toString('hex')}.js`
const served = (): readonly string[] => readdirSync(join(live, 'assets')).filter((name) => name.startsWith('page.'))
const publishIn = async (way: string, name: string, ...more: readonly string[]): Promise<void> => {
  expect((await run('--way', way, '--keep', '2', ...more, ...builder(name))).err).toBe('')
}

describe.each(['link', 'folder'] as const)('what pages that are open ask for, as a %s', (way) => {
  test('stays: the code of the releases that stay, and of no others', async () => {
    for (const name of ['one', 'two', 'three', 'four']) await publishIn(way, name)
    expect(served()).toEqual(['one', 'two', 'three', 'four'].map(asset).sort())
    await publishIn(way, 'five')
    expect(served()).toEqual(['two', 'three', 'four', 'five'].map(asset).sort())
    for (const name of ['two', 'three', 'four', 'five']) expect(readFileSync(join(live, 'assets', asset(name)), 'utf8')).toBe(name)
    // What has no hash in its name is that of the build.
    expect(word()).toBe('five')
  })

  test('stays after a roll-back, in both directions', async () => {
    for (const name of ['one', 'two']) await publishIn(way, name)
    await run('--way', way, '--rollback')
    expect(word()).toBe('one')
    expect(served()).toEqual(['one', 'two'].map(asset).sort())
    await publishIn(way, 'three')
    expect(served()).toEqual(['one', 'two', 'three'].map(asset).sort())
  })
})

describe('what pages that are open ask for', () => {
  test('takes no room while the other release stays, and has the modes that it had', async () => {
    await publishIn('link', 'one')
    chmodSync(join(live, 'assets', asset('one')), 0o640)
    await publishIn('link', 'two')
    const state = statSync(join(live, 'assets', asset('one')))
    expect([state.nlink, state.mode & 0o777]).toEqual([2, 0o640])
  })

  test('a release without them is asked for, when a file must be gone at once', async () => {
    for (const name of ['one', 'two']) await publishIn('link', name)
    await publishIn('link', 'three', '--no-older-assets')
    expect(served()).toEqual([asset('three')])
    await publishIn('link', 'four')
    // Those that stay are looked at again.
    await publishIn('link', 'five', '--keep', '0', '--no-older-assets')
    await publishIn('link', 'six', '--keep', '0')
    expect(served()).toEqual(['five', 'six'].map(asset).sort())
  })

  test('symbolic links, folders and what a hand put there are not followed', async () => {
    await publishIn('link', 'one')
    writeFileSync(join(folder, 'secret'), 'secret')
    symlinkSync(join(folder, 'secret'), join(live, 'assets/link.0123abcd.js'))
    symlinkSync(folder, join(live, 'assets/folder.0123abcd'))
    mkdirSync(join(live, 'assets/more.0123abcd.js'))
    writeFileSync(join(live, 'assets/deadbeef.js'), 'a name without a hash')
    await publishIn('link', 'two')
    expect(readdirSync(join(live, 'assets')).sort()).toEqual(['.older', 'main.js', asset('one'), asset('two')].sort())
  })
})

describe('as a folder: a run that was stopped between its steps', () => {
  const releases = (): readonly string[] => readdirSync(join(folder, '.www.releases')).filter((name) => !name.startsWith('.'))
  const put = (path: string, words: string): void => {
    mkdirSync(join(folder, path, 'assets'), {recursive: true})
    writeFileSync(join(folder, path, 'assets/main.js'), words)
  }

  test('before the new folder was in its place: the next run puts it there, and the old one is the way back', async () => {
    for (const id of ['20260101T000000000Z', '20260102T000000000Z']) put(`.www.releases/${id}`, id)
    writeFileSync(join(folder, '.www.releases/.live'), '20260102T000000000Z\n')
    expect((await run('--way', 'folder', '--rollback')).out).toBe(`${live} is 20260101T000000000Z\n`)
    expect(releases()).toEqual(['20260102T000000000Z'])
  })

  test('when the name of what is live was not written: nothing is in the way of the next run', async () => {
    put('www', 'new')
    put('.www.releases/20260101T000000000Z', 'old')
    writeFileSync(join(folder, '.www.releases/.live'), '20260101T000000000Z\n')
    expect((await run('--way', 'folder', ...builder('newer'))).err).toBe('')
    expect(word()).toBe('newer')
    const kept = releases().map((id) => readFileSync(join(folder, '.www.releases', id, 'assets/main.js'), 'utf8'))
    expect(kept.sort()).toEqual(['new', 'old'])
  })
})

describe('what is not fit to go live', () => {
  test.each([
    ['exit', 'the build failed with status 3; nothing was changed\n'],
    ['torn', 'the build is not fit to go live:\n  index.html: ends without </body> or </html>, expected a whole page\n'],
    ['asset', 'the build is not fit to go live:\n  a.html: names assets/gone.css, which is not in the build\n'],
    ['status', 'the build is not fit to go live:\n  status.json: Unterminated string in JSON at position 27'],
    [
      'commit',
      'the build is not fit to go live:\n  status.json: from commit abc, expected null (build again: the checkout moved meanwhile)\n',
    ],
    ['plan', 'the build is not fit to go live:\n  status.json: the plan has an error: line 3 text/nul: a NUL\n'],
    ['full', 'the build failed with status 1; nothing was changed\n'],
  ])('%s', async (fail, message) => {
    await run(...builder('old'))
    const before = bytes(live)
    const {exit, err} = await run(...builder('new', '0', fail))
    expect(exit).toBe(1)
    expect(err).toContain(message)
    expect(bytes(live)).toBe(before)
    expect(readdirSync(join(folder, '.www.releases'))).toHaveLength(1)
  })
  test('a link that leads back up does no harm', async () => {
    expect((await run(...builder('one', '0', 'loop'))).err).toBe('')
    expect((await run(...builder('two'))).err).toBe('')
    expect(word()).toBe('two')
  })
  test('what goes live is built without the cache of the bundler', async () => {
    const code = `process.exit(process.env.DOCUSAURUS_NO_PERSISTENT_CACHE === 'true' ? 7 : 8)`
    expect((await run('--', process.execPath, '-e', code, '{}')).err).toContain('the build failed with status 7')
  })

  test('a builder that cannot be started', async () => {
    expect(await run('--', 'no-such-builder', '{}')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('the build failed with status 127; nothing was changed') as string,
    })
    expect(existsSync(live)).toBe(false)
  })
  test('a file at the place', async () => {
    writeFileSync(live, 'a file')
    expect(await run(...builder('new'))).toMatchObject({
      exit: 1,
      err: expect.stringContaining('<folder>/www: unexpected file, expected a folder') as string,
    })
    expect(readFileSync(live, 'utf8')).toBe('a file')
  })
})

test('two runs at a time: the second is told who is first, and the first is not disturbed', async () => {
  const first = spawn(process.execPath, args(...builder('first', '200')), {cwd: folder, stdio: 'ignore'})
  const ended = new Promise((done) => first.on('exit', done))
  for (let tries = 0; tries < 5000 && !existsSync(join(folder, '.www.releases/.lock')); tries++) await sleep(10)
  const second = await run(...builder('second'))
  expect(second.exit).toBe(1)
  expect(second.err).toMatch(new RegExp(`^another run publishes <folder>/www: process ${first.pid} on \\S+ since \\S+Z \\(wait for it`))
  expect(await ended).toBe(0)
  expect(word()).toBe('first')
}, 240_000)

test('killed at twenty random moments: the old site is untouched, nothing runs on, and the next run tidies up', async () => {
  await run(...builder('old'))
  const old = bytes(live)
  const whole = new Set([old])
  let [untouched, seed] = [0, 20]
  const random = (): number => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31
  for (let round = 0; round < 20; round++) {
    const signal = (['SIGKILL', 'SIGTERM', 'SIGKILL', 'SIGINT'] as const)[round % 4] as NodeJS.Signals
    const child = spawn(process.execPath, args('--keep', '100', ...builder(`new${round}`, '60')), {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    const ended = new Promise((done) => child.on('close', done))
    await sleep(random() * 1300)
    child.kill(signal)
    await ended
    for (let tries = 0; tries < 100 && processes().length > 0; tries++) await sleep(30)
    expect(processes(), `after ${signal} in round ${round}`).toEqual([])
    if (said !== '') whole.add(bytes(live))
    expect([...whole], `the live site after ${signal} in round ${round}`).toContain(bytes(live))
    if (bytes(live) === old) untouched++
    if (said !== '' || bytes(live) !== old)
      await run(
        '--rollback',
        readdirSync(join(folder, '.www.releases'))
          .filter((name) => !name.startsWith('.'))
          .sort()[0] ?? '',
      )
  }
  expect(untouched).toBeGreaterThan(10)
  expect((await run('--keep', '0', ...builder('last'))).err).toBe('')
  expect(word()).toBe('last')
  expect(hidden()).toEqual([])
}, 240_000)
