import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parsePage} from '../parse/page.ts'
import {toScript} from './script.ts'

const script = (body: string): string =>
  toScript(parsePage('docs/runbooks/try.md', `---\ntitle: Try\nverification: {level: 0}\n---\n${body}`, 'sha256:0').page)
const play = (text: string): {status: number | null; stdout: string} => {
  const folder = mkdtempSync(join(tmpdir(), 'script-test-'))
  try {
    const {status, stdout} = spawnSync('bash', ['-c', text], {cwd: folder, encoding: 'utf8'})
    return {status, stdout}
  } finally {
    rmSync(folder, {recursive: true})
  }
}

test('the printed script runs by itself: variables stay, files are written, an expected failure does not end it', () => {
  const text = script(
    '```bash run id=one\nx=1\n```\n\n```text file=sub/f.txt\nEND_OF_FILE\n$x\n```\n\n```bash run id=two exit=4\necho before\n(exit 4)\n```\n\n```bash run id=three\necho "x is $x"; cat sub/f.txt\n```\n\n```bash no-run reason="needs Vault"\nvault status\nvault read\n```\n',
  )
  expect(play(text)).toEqual({
    status: 0,
    stdout:
      '\n# one (docs/runbooks/try.md:5)\n\n# file-sub-f-txt (docs/runbooks/try.md:9)\n\n# two (docs/runbooks/try.md:14)\nbefore\n\n# three (docs/runbooks/try.md:19)\nx is 1\nEND_OF_FILE\n$x\n',
  })
  expect(text).toContain('is not run: needs Vault\n#   vault status\n#   vault read\n')
})

test('an unexpected status ends it', () => {
  expect(play(script('```bash run id=one\nfalse\n```\n\n```bash run id=two\necho two\n```')).status).toBe(1)
  expect(play(script('```bash run id=one exit=2\ntrue\n```')).status).toBe(1)
})

test('it is valid bash', () => {
  expect(() => execFileSync('bash', ['-n'], {input: script('```bash run id=one exit=1\ncat <<E\nx\nE\n```')})).not.toThrow()
})
