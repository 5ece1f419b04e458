import {expect, test} from 'vitest'
import {parsePlan} from './plan.ts'

const depends = (text: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    parsePlan(text)
      .plan.sections.flatMap(({items}) => items)
      .map(({id, dependsOn}) => [id, dependsOn.map(({id: other}) => other)]),
  )

test('a section or a phase that is named stands for its items, but for the own one', () => {
  expect(
    depends(
      '# P\n## Phase 1: Base\n### A\n- [ ] a\n### B\n**Depends on**: Phase 1\n- [ ] b\n## 2. Core\n### 2.1 C\n**Depends on**: Phase 1\n- [ ] c\n## 3. End\n### 3.1 D\n**Depends on**: Section 2, A\n- [ ] d\n',
    ),
  ).toEqual({a: [], b: ['phase-1'], '2.1': ['a', 'b'], '3.1': ['2.1', 'a']})
})

test('a number of a task stands for its item', () => {
  const text = '## 1. A\n### 1.1 B\n- [ ] T001 a\n- [ ] T002 b (depends on T001, T009)\n### 1.2 C\n**Depends on**: T002\n- [ ] c\n'
  expect(depends(text)).toEqual({'1.1': [], '1.2': ['1.1']})
  expect(parsePlan(text).problems.map(({rule, line, reason}) => `${line} ${rule}: ${reason}`)).toEqual([
    '4 depends/unknown-item: T002 depends on T009, but the plan has no item T009',
  ])
})

test('a number that stands in a table and on no item is waited for by nothing, and is no error', () => {
  const table = '## Done\n\n| Number | State |\n| --- | --- |\n| [C-03] | done |\n| **T009** | done |\n'
  const text = `# P\n\n## Open\n\n### C-12 Split\n\n- [ ] T001 a (depends on T009)\n- [ ] T002 b (depends on T010)\n\n**Depends on**: C-03, C-13, C-14\n\n### C-13 Join\n\n- [ ] c\n\n${table}`
  expect(depends(text)['C-12']).toEqual(['C-13', 'C-14'])
  expect(parsePlan(text).problems.map(({rule, line, severity, reason}) => `${line} ${severity} ${rule}: ${reason}`)).toEqual([
    '7 info depends/in-table: T009 stands in the table on line 21 and is no item, so T001 does not wait for it',
    '8 error depends/unknown-item: T002 depends on T010, but the plan has no item T010',
    '10 info depends/in-table: C-03 stands in the table on line 20 and is no item, so C-12 does not wait for it',
    '20 info task/in-status-table: 2 rows of this table have a status, 2 of them done; rows are no tasks, so they are not counted',
  ])
})
