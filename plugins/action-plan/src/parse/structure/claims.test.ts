import {expect, test} from 'vitest'
import {parsePlan} from './plan.ts'

const claims = (text: string): readonly string[] =>
  parsePlan(text)
    .problems.filter(({rule}) => rule.startsWith('claim/') || rule === 'field/contradicts-boxes')
    .map(({rule, line, facts}) => {
      const {claim, status, done, tasks} = facts as {claim?: string; status?: string; done: number; tasks: number}
      return `${line} ${rule} ${claim ?? status ?? ''}: ${done}/${tasks}`
    })

test('what headings, fields and lines claim is held against all boxes below them', () => {
  expect(
    claims(
      '# Plan (75% complete)\n**Status**: Complete\n**Overall Progress**: 96% (25/26)\n## Phase 1: Base ✅ COMPLETE\n- [ ] a\n## 2. Core\n**Status**: Done\n### 2.1 One (3/5 done)\n**Status**: 60%\n- [x] c\n- [ ] d\n### 2.2 Two [DONE]\n- [x] e\n## In Progress\n- [-] f\n',
    ),
  ).toEqual([
    '1 claim/heading 75% complete: 2/4',
    '2 field/contradicts-boxes Complete: 2/4',
    '3 claim/progress 96% (25/26): 2/4',
    '4 claim/heading COMPLETE: 0/1',
    '7 field/contradicts-boxes Done: 2/3',
    '8 claim/heading 3/5 done: 1/2',
    '9 field/contradicts-boxes 60%: 1/2',
  ])
})

test('what is true, and what has no boxes, is no claim that is wrong', () => {
  expect(
    claims(
      '# Plan (50% complete)\n## Phase 1 ✅ COMPLETE\n- [x] a\n## Phase 2 (Not started)\n- [ ] b\n## Phase 3 ✅ DONE\nText\n## Done\n- [x] c\n## To Do\n- [ ] d\n\nProgress: on track\n',
    ),
  ).toEqual([])
})

test('a row of a table is about the section or item whose number or title it has', () => {
  const table = (...rows: readonly string[]): string =>
    `| Phase | Progress | Status |\n| --- | --- | --- |\n${rows.join('\n')}\n\n## Phase 1: Base\n- [ ] a\n- [x] b\n## 2. Core\n### 2.1 One\n- [ ] c\n`
  expect(claims(table('| Phase 1 | 100% | ✅ Done |', '| 2.1 | | Complete |', '| 2.1 One | | Done |', '| Other | 100% | Done |'))).toEqual([
    '3 claim/table 100%: 1/2',
    '4 claim/table Complete: 0/1',
    '5 claim/table Done: 0/1',
  ])
  expect(claims(table('| Phase 1 | 50% | In progress |', '| 2.1 | | Not started |'))).toEqual([])
})

test('a tick alone is a claim where ticks stand at headings whose boxes are ticked; else it adorns', () => {
  expect(claims('# P\n## Database ✅\n- [ ] a\n## Tests ✅\n- [ ] b\n')).toEqual([])
  expect(claims('# P\n## ✅ Checklist\n- [x] a\n- [ ] b\n')).toEqual([])
  expect(claims('# P\n## Database ✅\n- [x] a\n## Tests ✅\n- [ ] b\n- [x] c\n')).toEqual(['4 claim/heading Tests ✅: 1/2'])
  expect(claims('# P\n## ✅ One\n- [x] a\n## ✅ Two\n- [x] b\n## ✅ Three\n- [ ] c\n')).toEqual(['6 claim/heading ✅ Three: 0/1'])
})

test.each([
  ['words that only look like a claim', '# Unified TODO\n- [x] a\n## Leaks (95%+ is forbidden)\n- [ ] b\n'],
  ['a share that goes from one to another', '| Week | Progress |\n| --- | --- |\n| One | 0% → 40% |\n\n## One\n- [ ] a\n'],
  ['a number that counts rows', '| # | Screen | Status |\n| --- | --- | --- |\n| 1 | Login | Done |\n\n## 1. Setup\n- [ ] a\n'],
  ['a column of priorities', '| Issue | Priority | Status |\n| --- | --- | --- |\n| Tokens | Critical | Done |\n\n## Critical\n- [ ] a\n'],
])('%s: none', (_, text) => expect(claims(text)).toEqual([]))

test('a share before a word in capitals is the claim', () => {
  expect(claims('# P\n## Status: 60% COMPLETE ✅\n- [ ] a\n- [ ] b\n')).toEqual(['2 claim/heading 60% COMPLETE: 0/2'])
})
