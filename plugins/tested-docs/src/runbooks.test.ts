import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {gather} from './gather.ts'
import {parsePage} from './parse/page.ts'
import {readPages} from './source/pages.ts'
import {toProblem} from './view/terminal.ts'

const SITE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const FOLDER = 'docs/runbooks'
const SECTIONS = [
  'When to use this',
  'Impact',
  'What normal looks like',
  'Before you start',
  'Steps',
  'Verify',
  'Roll back',
  'Clean up',
  'If this does not work',
  'After',
  'Related',
]
const files = readPages(SITE, FOLDER)

test('every runbook is valid, and claims what its result supports', async () => {
  expect(files.length).toBeGreaterThanOrEqual(25)
  expect((await gather(SITE, FOLDER)).problems.map(toProblem)).toEqual([])
})

test.each(files.map((file) => [file.id, file] as const))('%s has the sections of a runbook, in order and not empty', (_, file) => {
  const outside = file.text.replace(/^( *)(```+)[^\n]*\n[\s\S]*?^\1\2 *$/gm, (code) => 'x'.repeat(code.length))
  const parts = outside.split(/^## /m).slice(1)
  expect(parts.map((part) => part.split('\n')[0])).toEqual(SECTIONS)
  for (const part of parts) expect(part.split('\n').slice(1).join('').trim().length, part.split('\n')[0]).toBeGreaterThan(20)
})

test.each(files.map((file) => [file.id, file] as const))('%s shows a failure, and what happens then', (_, file) => {
  const {page} = parsePage(file.path, file.text, file.hash)
  expect(page.blocks.some((block) => block.fails)).toBe(true)
  expect(page.blocks.some((block) => block.section === 'Roll back' && block.kind === 'run')).toBe(true)
  expect(page.blocks.some((block) => block.section === 'Verify' && block.kind === 'run')).toBe(true)
})

test('links between runbooks lead somewhere', () => {
  const ids = new Set(files.map((file) => file.id))
  for (const file of [...files, {path: `${FOLDER}/index.mdx`, text: readFileSync(join(SITE, FOLDER, 'index.mdx'), 'utf8')}])
    for (const [, target] of file.text.matchAll(/\]\(([a-z-]+)\.md[#)]/g)) expect(ids, `${file.path} → ${target}`).toContain(target)
})
