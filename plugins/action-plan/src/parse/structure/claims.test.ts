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
