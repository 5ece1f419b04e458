import {execFileSync} from 'node:child_process'
import {chmodSync, chownSync, linkSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {editInPlace} from './edit-in-place.ts'
import {readPlanText} from './file.ts'

const BIN = fileURLToPath(new URL('../../bin/action-plan.mjs', import.meta.url))
const TEXT = '\uFEFF# P\r\n- [ ] a\r\n- [✓] b'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edit-in-place-'))
  file = join(folder, 'plan.md')
  writeFileSync(file, TEXT)
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const replace = (from: string, to: string) => (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString().replace(from, to))
/** As long as names may be: what stands beside it while it is changed has no room for more. */
const LONG = `${'漢'.repeat(84)}.md`
const text = (): string => readFileSync(file, 'utf8')
/** Extended attributes, as access lists are; Node has no call for them. */
const python = (code: string): string => execFileSync('python3', ['-c', `import os; ${code}`, file], {encoding: 'utf8'}).trim()

describe.each([
  ['[ ]', '[x]'],
  ['[✓]', '[x]'],
])('%s becomes %s', (from, to) => {
  test('in a file whose name is as long as names may be', async () => {
    const long = join(folder, LONG)
    renameSync(file, long)
    await editInPlace(long, replace(from, to))
    expect(readFileSync(long, 'utf8')).toBe(TEXT.replace(from, to))
    expect(readdirSync(folder)).toEqual([LONG])
  })

  test('owner, group, mode, attributes and the other name stay: it is the same file', async () => {
    const owner = process.getuid?.() === 0 ? 1000 : (process.getuid?.() ?? 0)
    chownSync(file, owner, owner)
    chmodSync(file, 0o640)
    linkSync(file, join(folder, 'other.md'))
    python("import sys; os.setxattr(sys.argv[1], 'user.review', b'kept')")
    const {ino} = statSync(file)
    await editInPlace(file, replace(from, to))
    expect(text()).toBe(TEXT.replace(from, to))
    expect(statSync(file)).toMatchObject({ino, uid: owner, gid: owner, mode: 0o100640, nlink: 2})
    expect(readFileSync(join(folder, 'other.md'), 'utf8')).toBe(text())
    expect(python("import sys; print(os.getxattr(sys.argv[1], 'user.review').decode())")).toBe('kept')
    expect(readdirSync(folder).sort()).toEqual(['other.md', 'plan.md'])
  })
})

describe('a run that was stopped in the middle', () => {
  const offset = Buffer.from(TEXT).indexOf('✓')
  const copy = `.plan.md.before-${offset}-3-${Buffer.from('x').toString('hex')}`
  const after = TEXT.replace('✓', 'x')
  const edit = async (): Promise<readonly string[]> => {
    const said: string[] = []
    await editInPlace(file, replace('[ ]', '[x]'), (line) => said.push(line.replace(folder, '<folder>')))
    return said
  }

  test.each([
    ['before the first byte', TEXT, TEXT],
    ['after the last one', after, after],
  ])('%s: the next one goes on', async (_, found, expected) => {
    writeFileSync(join(folder, copy), TEXT)
    writeFileSync(file, found)
    expect(readPlanText(file)).toBe(found)
    expect(await edit()).toEqual([])
    expect(text()).toBe(expected.replace('[ ]', '[x]'))
    expect(readdirSync(folder)).toEqual(['plan.md'])
  })

  test('in between: the text before it comes back, and that is said', async () => {
    const half = Buffer.concat([Buffer.from(after), Buffer.from(TEXT).subarray(Buffer.byteLength(after))])
    writeFileSync(join(folder, copy), TEXT)
    writeFileSync(file, half)
    expect(readPlanText(file)).toBe(TEXT)
    expect(await edit()).toEqual(['<folder>/plan.md: a run was stopped while it changed the file; the text before it is back'])
    expect(text()).toBe(TEXT.replace('[ ]', '[x]'))
    expect(readdirSync(folder)).toEqual(['plan.md'])
  })

  test('and the file was edited since: nothing is written, and the copy is named', async () => {
    writeFileSync(join(folder, copy), TEXT)
    writeFileSync(file, `${TEXT} and more`)
    expect(readPlanText(file)).toBe(`${TEXT} and more`)
    await expect(edit()).rejects.toThrow(`the file was edited since; nothing was written (compare it with ${join(folder, copy)}`)
    expect(text()).toBe(`${TEXT} and more`)
    expect(readdirSync(folder).sort()).toEqual([copy, 'plan.md'])
  })
})

test('a file that an editor replaced meanwhile is left as it is', async () => {
  const change = (bytes: Uint8Array): Uint8Array => {
    writeFileSync(join(folder, 'new'), TEXT)
    renameSync(join(folder, 'new'), file)
    return replace('[ ]', '[x]')(bytes)
  }
  await expect(editInPlace(file, change)).rejects.toThrow('changed by someone else while it was read; nothing was written')
  expect(text()).toBe(TEXT)
  expect(readdirSync(folder)).toEqual(['plan.md'])
})

describe('what the system refuses is said with its place and its fix', {timeout: 180_000}, () => {
  const tick = (prefix: readonly string[]): string => {
    writeFileSync(file, '# P\n## 1. S\n### 1.1 I\n- [ ] a\n')
    const [command = process.execPath, ...args] = [...prefix, process.execPath, BIN, 'tick', file, '1.1/1']
    try {
      return execFileSync(command, args, {encoding: 'utf8', stdio: 'pipe'})
    } catch (error) {
      return (error as {stderr: string}).stderr.replaceAll(folder, '<folder>')
    }
  }
  /** Root may write everywhere: it runs as nobody then, who keeps what is compiled in a folder of its own. */
  let asUser: readonly string[] = []
  let compiled = ''
  beforeAll(() => {
    compiled = mkdtempSync(join(tmpdir(), 'compiled-'))
    chmodSync(compiled, 0o777)
    if (process.getuid?.() === 0) asUser = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'env', `TMPDIR=${compiled}`]
  })
  afterAll(() => rmSync(compiled, {recursive: true}))

  test('a file that may not be written', () => {
    chmodSync(folder, 0o777)
    chmodSync(file, 0o444)
    expect(tick(asUser)).toBe(
      '<folder>/plan.md: cannot be changed: no permission (run as its owner, or allow writing to it); nothing was written\n',
    )
    expect(text()).toContain('- [ ] a')
  })

  test('a folder that may not be written', () => {
    chmodSync(file, 0o666)
    chmodSync(folder, 0o555)
    expect(tick(asUser)).toBe(
      '<folder>/plan.md: cannot be changed: its folder <folder> cannot be written to: no permission (allow writing to the folder: the lock of the file stands there); nothing was written\n',
    )
    chmodSync(folder, 0o755)
    expect(text()).toContain('- [ ] a')
  })

  test('no room: a limit of the shell stands for a full disk', () => {
    // The first run writes what it compiles: with the limit only the second one is to be seen.
    expect(tick([])).toContain('is ticked')
    expect(tick(['bash', '-c', 'trap "" XFSZ; ulimit -f 0; "$@"', 'bash'])).toBe(
      '<folder>/plan.md: cannot be changed: its folder <folder> cannot be written to: it would be larger than the system allows (raise the limit: ulimit -f); nothing was written\n',
    )
    expect(text()).toContain('- [ ] a')
    expect(readdirSync(folder)).toEqual(['plan.md'])
  })
})
