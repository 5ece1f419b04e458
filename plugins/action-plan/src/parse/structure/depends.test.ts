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
