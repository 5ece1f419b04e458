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

test.each(files.map((file) => [file.id, file] as const))('%s shows or is tried with a failure, and can be rolled back', (_, file) => {
  const {page} = parsePage(file.path, file.text, file.hash, file.rehearsal)
  expect(page.blocks.some((block) => block.fails) || page.rehearsal?.scenes.some(({kind}) => kind === 'deny')).toBe(true)
  expect(page.blocks.some((block) => block.section === 'Roll back' && block.kind === 'run')).toBe(true)
  expect(page.blocks.some((block) => block.section === 'Verify' && block.kind === 'run')).toBe(true)
})

test('every runbook has a rehearsal: what builds the situation is no command of a page', () => {
  expect(files.filter(({rehearsal}) => rehearsal === null).map(({path}) => path)).toEqual([])
  for (const {path, text} of files) expect(text, path).not.toMatch(/[Tt]o rehearse|In a rehearsal|After a rehearsal/)
})

const rehearsed = files.filter(({rehearsal}) => rehearsal !== null)

test.each(rehearsed.map((file) => [file.id, file] as const))('%s: each gate is tried closed, and opened by the reader', (_, file) => {
  const {page} = parsePage(file.path, file.text, file.hash, file.rehearsal)
  const typed = new Map<string, string>()
  for (const scene of page.rehearsal?.scenes ?? [])
    if (scene.kind === 'type') typed.set(scene.block ?? '', `${typed.get(scene.block ?? '') ?? ''} ${scene.text}`)
  let seen = ''
  for (const block of page.blocks) {
    if (block.kind !== 'run') continue
    seen += typed.get(block.id) ?? ''
    for (const [, gate = ''] of block.text.matchAll(/\$\{([A-Z_]+)-no\}/g))
      expect(seen, `${block.id} asks for ${gate}`).toContain(`${gate}=yes`)
  }
})

test('what a page says by hand is gone: no private phrase, and each gate is asked for in the same words', () => {
  for (const {path, text} of rehearsed)
    expect(text, path).not.toMatch(/by hand with `|This only looks|leave (?:it|these lines) out in production/)
})

test('links between runbooks lead somewhere', () => {
  const ids = new Set(files.map((file) => file.id))
  for (const file of [...files, {path: `${FOLDER}/index.mdx`, text: readFileSync(join(SITE, FOLDER, 'index.mdx'), 'utf8')}])
    for (const [, target] of file.text.matchAll(/\]\(([a-z-]+)\.md[#)]/g)) expect(ids, `${file.path} → ${target}`).toContain(target)
})
