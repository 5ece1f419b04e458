import {expect, test} from 'vitest'
import {changes} from '../../derive/changes/changes.ts'
import {CHANGE_KINDS} from '../../model/changes.ts'
import {parsePlan} from '../../parse/structure/plan.ts'
import {changesMarkdown, changeHeading, changeJson, changesText} from './changes.ts'
import {ENGLISH} from './words.ts'

const before = parsePlan('## 1. Work (P1)\n\n### 1.1 Vault\n\n- [ ] rotate <keys>\n- [ ] audit\n\n**Timeline**: 2 days\n').plan
const after = parsePlan(
  '## 1. Work (P1)\n\n### 1.1 Vault\n\n- [x] rotate <keys>\n- [ ] audit\n\n**Timeline**: 1 week\n\n### 1.2 Docs\n\n- [ ] write\n- [ ] print\n',
).plan
const compared = {from: 'v1', to: 'now', changes: changes(before, after)}

test('as text', () => {
  expect(changesText(compared)).toMatchInlineSnapshot(`
    "v1 → now: 1 done, 1 added, 1 rescheduled

    Done
      1.1 Vault: rotate <keys>

    Added
      1.2 Docs (2 tasks)

    Dates changed
      1.1 Vault (2 days → 1 week)
    "
  `)
  expect(changesText({...compared, changes: []})).toBe('v1 → now: no changes\n')
})

test('as Markdown, in which the text of the plan stays text', () => {
  expect(changesMarkdown(compared)).toContain('- 1.1 Vault: rotate \\<keys>')
})

test('every kind has its words', () => {
  expect(new Set(CHANGE_KINDS.map((kind) => changeHeading(ENGLISH, kind))).size).toBe(CHANGE_KINDS.length)
})

test('JSON has codes as English text', () => {
  const timed = changes(
    parsePlan('# P\n\n## 1. Work\n\n### 1.1 A\n\n- [ ] a\n\n**Due**: 2026-11-24\n').plan,
    parsePlan('# P\n\n## 1. Work\n\n### 1.1 A\n\n- [ ] a\n\n**Due**: 2026-11-27\n').plan,
  )
  expect(timed.map(changeJson)).toMatchObject([{kind: 're-timed', from: 'due 2026-11-24', to: 'due 2026-11-27', doubt: null}])
})
