import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {readFiles} from './evidence.ts'

let folder = ''
const git = (...args: readonly string[]): void => {
  const at = '2026-01-10T12:00:00Z'
  const who = {GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com'}
  execFileSync('git', ['-C', join(folder, 'project'), ...args], {
    env: {...process.env, ...who, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at},
  })
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  const inside = (name: string): string => join(folder, 'project', name)
  mkdirSync(inside('reports/deep'), {recursive: true})
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  for (const name of ['reports/kept.json', 'reports/changed.json']) writeFileSync(inside(name), '{}')
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-q', '-m', 'reports')
  writeFileSync(inside('reports/changed.json'), '{"a": 1}')
  writeFileSync(inside('reports/new.json'), '{}')
  writeFileSync(inside('reports/empty.xml'), '')
  writeFileSync(inside('reports/big.xml'), '')
  truncateSync(inside('reports/big.xml'), 200_000_000)
  writeFileSync(inside('reports/latin.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
  symlinkSync(join(folder, 'secret.txt'), inside('reports/out.txt'))
  symlinkSync(folder, inside('reports/up'))
  symlinkSync('kept.json', inside('reports/in.json'))
  symlinkSync('loop', inside('reports/loop'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const read = async (path: string, root = join(folder, 'project')): Promise<string> => {
  const [found] = await readFiles(root, [path])
  return `${found?.state ?? ''}: ${found?.facts?.reason ?? JSON.stringify(found?.text)}`
}

test.each([
  ['reports/kept.json', 'read: "{}"'],
  ['./reports/kept.json', 'read: "{}"'],
  ['reports/in.json', 'read: "{}"'],
  ['reports/latin.txt', 'read: "caf\uFFFD"'],
  ['reports/none.json', 'missing: there is no such file'],
  ['reports/kept.json/x', 'missing: there is no such file'],
  ['reports/deep', 'unreadable: it is no file, expected a report'],
  ['reports/empty.xml', 'unreadable: the file is empty, expected a report'],
  ['reports/big.xml', 'unreadable: unexpected 200 MB, expected a report of at most 50 MB'],
  ['reports/loop', 'unreadable: it cannot be read: ELOOP'],
  ['../secret.txt', 'refused: unexpected path, expected one inside the project'],
  ['reports/../../secret.txt', 'refused: unexpected path, expected one inside the project'],
  ['reports\\..\\..\\secret.txt', 'refused: unexpected path, expected one inside the project'],
  ['/etc/hostname', 'refused: unexpected path, expected one inside the project'],
  ['C:\\secret.txt', 'refused: unexpected path, expected one inside the project'],
  ['reports/kept.json\0.xml', 'refused: unexpected path, expected one inside the project'],
  ['reports/out.txt', 'refused: it is a link that leads out of the project'],
  ['reports/up/secret.txt', 'refused: it is a link that leads out of the project'],
])('%s is %s', async (path, expected) => expect(await read(path)).toBe(expected))

test('the last commit says when: of what is committed as it is, and of a whole history', async () => {
  const root = join(folder, 'project')
  const [kept, changed, fresh] = await readFiles(root, ['reports/kept.json', 'reports/changed.json', 'reports/new.json'])
  expect(kept?.last).toEqual({commit: expect.stringMatching(/^[0-9a-f]{40}$/) as string, at: '2026-01-10T12:00:00+00:00'})
  expect([changed?.last, fresh?.last]).toEqual([null, null])
  git('commit', '-q', '--allow-empty', '-m', 'later')
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, join(folder, 'shallow')])
  expect((await readFiles(join(folder, 'shallow'), ['reports/kept.json']))[0]).toMatchObject({state: 'read', last: null})
})
