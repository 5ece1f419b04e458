import {execFileSync} from 'node:child_process'
import {appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {lastCommitOf, sourceOf} from './commit.ts'
import {tracked} from './tracked.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'commit-'))))
afterEach(() => rmSync(folder, {recursive: true}))

const OPEN = '# P\n\n- [ ] a\n- [ ] b\n'
const put = (path: string, text: string): void => writeFileSync(join(folder, path), text)
const commitAll = (): void => {
  git(['add', '--all'])
  git(['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--no-gpg-sign', '--message=plan'])
}
const git = (args: readonly string[], input = ''): string => execFileSync('git', ['-C', folder, ...args], {encoding: 'utf8', input}).trim()

test('a user who is shown signatures has the same commits', async () => {
  const gpg = join(folder, 'gpg')
  writeFileSync(gpg, '#!/bin/sh\necho "gpg: Signature made in a test" >&2\nexit 1\n')
  chmodSync(gpg, 0o755)
  const plan = join(folder, 'plan.md')
  writeFileSync(plan, '# Plan\n')
  git(['init', '--quiet'])
  git(['add', 'plan.md'])
  git(['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--no-gpg-sign', '--message=plan'])
  const [head = '', body = ''] = git(['cat-file', 'commit', 'HEAD']).split('\n\n')
  const signature = '-----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----'
  const commit = git(['hash-object', '-t', 'commit', '-w', '--stdin'], `${head}\ngpgsig ${signature}\n\n${body}\n`)
  git(['reset', '--quiet', '--hard', commit])
  git(['config', 'gpg.program', gpg])
  git(['config', 'log.showSignature', 'true'])
  expect(git(['log', '-1', '--format=%H'])).toContain('gpg: Signature made in a test')
  expect(await lastCommitOf(tracked(plan))).toMatchObject({commit})
  expect(await sourceOf(tracked(plan), 'plan.md')).toMatchObject({
    commit,
    dirty: false,
    committedAt: expect.stringMatching(/^\d{4}-/) as string,
  })
})

test('a link is as its file is', async () => {
  git(['init', '--quiet'])
  mkdirSync(join(folder, 'sub'))
  put('sub/plan.md', OPEN)
  symlinkSync('sub/plan.md', join(folder, 'link.md'))
  commitAll()
  const link = join(folder, 'link.md')
  const {changedAt, ...clean} = await sourceOf(tracked(link), 'link.md')
  expect(clean).toMatchObject({path: 'link.md', dirty: false})
  expect(await lastCommitOf(tracked(link))).toEqual({commit: clean.commit, at: changedAt})
  appendFileSync(join(folder, 'sub/plan.md'), '- [ ] more\n')
  expect(await sourceOf(tracked(link), 'link.md')).toEqual({...clean, changedAt, dirty: true})
  expect(await lastCommitOf(tracked(link))).toBeNull()
})

test('what git ignores, and what a user is not shown as untracked, is in no commit', async () => {
  git(['init', '--quiet'])
  mkdirSync(join(folder, 'out'))
  put('.gitignore', 'ignored.md\nout/\n')
  commitAll()
  git(['config', 'status.showUntrackedFiles', 'no'])
  for (const path of ['ignored.md', 'out/plan.md', 'untracked.md']) {
    put(path, OPEN)
    expect(await sourceOf(tracked(join(folder, path)), path)).toMatchObject({path, changedAt: null, dirty: true})
    expect(await lastCommitOf(tracked(join(folder, path)))).toBeNull()
  }
  git(['add', '--force', 'ignored.md'])
  commitAll()
  expect(await sourceOf(tracked(join(folder, 'ignored.md')), 'ignored.md')).toMatchObject({dirty: false})
})

test('a name is no pattern', async () => {
  git(['init', '--quiet'])
  const names = ['plan[12].md', 'plan?.md', ':plan.md']
  for (const name of [...names, 'plan1.md']) put(name, OPEN)
  commitAll()
  appendFileSync(join(folder, 'plan1.md'), '- [ ] more\n')
  for (const name of names) {
    expect(await sourceOf(tracked(join(folder, name)), name)).toMatchObject({path: name, dirty: false})
    expect(await lastCommitOf(tracked(join(folder, name)))).not.toBeNull()
  }
  expect(await sourceOf(tracked(join(folder, 'plan1.md')), 'plan1.md')).toMatchObject({dirty: true})
})
