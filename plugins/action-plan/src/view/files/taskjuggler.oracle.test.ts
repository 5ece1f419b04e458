import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Report} from '../../model/report.ts'
import {report} from '../../report.ts'
import {toTaskjuggler} from './taskjuggler.ts'

const PLAN = readFileSync(new URL('../../../../../docs/plan/action-plan.md', import.meta.url), 'utf8')
const read = (text: string): Report =>
  report({
    text,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-25T10:00:00Z',
    today: null,
    evidence: null,
  })

/** What tj3 makes of it: start and end by the last part of each id. */
function accepted(text: string): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'tj3-'))
  try {
    writeFileSync(join(folder, 'plan.tjp'), toTaskjuggler(read(text)))
    execFileSync('tj3', ['--silent', 'plan.tjp'], {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']})
    const rows = readFileSync(join(folder, 'plan.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.replaceAll('"', '').split(';'))
    return Object.fromEntries(rows.map((row) => [(row[0] ?? '').split('.').at(-1) ?? '', row[row.length - 2] ?? '']))
  } finally {
    rmSync(folder, {recursive: true})
  }
}

test('tj3 takes the action plan and ends each item on the day after its last', () => {
  const ends = accepted(PLAN)
  const items = read(PLAN).sections.flatMap((section) => section.items)
  expect(items.length).toBe(22)
  for (const {item, finish} of items)
    expect(ends[`item_${item.id.replace('.', '_')}`], item.id).toBe(
      new Date(Date.parse(finish ?? '') + 86_400_000).toISOString().slice(0, 10),
    )
})

test('text of the plan steers nothing', () => {
  const nasty = 'A "quoted\\" ${macro} } task x "y" { # -8<- ->8- 検証'
  const text = PLAN.replace('Consolidate API Entry Points', nasty).replace('Week 7-8 (Low Priority - P3)', `Week 7-8 (P3) ${nasty}`)
  expect(Object.keys(accepted(text)).length).toBe(Object.keys(accepted(PLAN)).length)
})

test('what has no place in time is named, not scheduled', () => {
  const made = toTaskjuggler(
    read(
      '---\nplan: {start: 2026-11-23}\n---\n# P\n## Items\n### 1. A\n#### 1.1 B\n- [ ] c\n**Timeline**: 1 day\n#### 1.2 C\n- [ ] d\n**Timeline**: 1 day\n## Implementation Schedule\n### Week 1\n- 1.1\n',
    ),
  )
  expect(made).toContain('# Without a place in time, and so not here: 1.2')
  expect(made).not.toContain('task item_1_2')
})
