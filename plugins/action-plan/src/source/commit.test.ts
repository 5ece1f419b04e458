import {execFileSync} from 'node:child_process'
import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {lastCommitOf, sourceOf} from './commit.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'commit-'))))
afterEach(() => rmSync(folder, {recursive: true}))

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
  expect(await lastCommitOf(plan)).toMatchObject({commit})
  expect(await sourceOf(plan, 'plan.md')).toMatchObject({commit, dirty: false, committedAt: expect.stringMatching(/^\d{4}-/) as string})
})
