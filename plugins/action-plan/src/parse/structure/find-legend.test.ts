import {expect, test} from 'vitest'
import {parsePlan} from './plan.ts'

test.each(['## Priority Levels', '## Priority Levels {#levels}', '## 2. Priority Levels', '## Priorités'])(
  'a legend of priorities under "%s" is read',
  (heading) => {
    const {plan, problems} = parsePlan(`# P\n\n${heading}\n\n- A (Now): at once - 2 days\n\n## Work (A)\n\n- [ ] a\n`)
    expect(plan.priorities).toMatchObject([{id: 'A', title: 'Now', deadlineDays: 2}])
    expect(plan.sections.map(({priority}) => priority)).toEqual(['A'])
    expect(problems).toEqual([])
  },
)

test.each([
  ['## Legende\n\n- 🔴 kritisch: sofort\n- 🟢 niedrig – in 2 Wochen', 'P0 kritisch 🔴 0, P3 niedrig 🟢 10'],
  ['**优先级说明**：🔴 高　🟡 中　🟢 低', 'P1 高 🔴 null, P2 中 🟡 null, P3 低 🟢 null'],
  ['🔴 high · 🟡 medium', 'P1 high 🔴 null, P2 medium 🟡 null'],
  ['🔴 = P0, 🟡 = P1', 'P0 P0 🔴 null, P1 P1 🟡 null'],
  ['Risk: 🔴 high · 🟡 medium', ''],
  ['🔴 broken · 🟢 fine', ''],
])('coloured signs with words of priority are a legend: %s', (legend, expected) => {
  const {plan} = parsePlan(`# P\n\n${legend}\n\n## Work 🔴\n\n- [ ] a\n- [ ] ~~🔴 b~~\n`)
  expect(plan.priorities.map(({id, title, sign, deadlineDays}) => `${id} ${title} ${sign} ${deadlineDays}`).join(', ')).toBe(expected)
  const [work] = plan.sections
  const of = plan.priorities.find(({sign}) => sign === '🔴')?.id ?? null
  expect([work?.priority, work?.title, work?.items[0]?.tasks[1]?.priority]).toEqual([of, of === null ? 'Work 🔴' : 'Work', of])
})

test.each([
  ['Priority: 1 = highest, 5 = lowest', '1, 2, 3, 4, 5', '2'],
  ['**Priority scale**: 1 (low) to 5 (high)', '5, 4, 3, 2, 1', '2'],
  ['Priorität: 1 = hoch, 3 = niedrig', '1, 2, 3', '2'],
  ['优先级：1（高）～3（低）', '1, 2, 3', '2'],
  ['## Priorities\n\n- 1 = low\n- 2 = medium\n- 3 = high', '3, 2, 1', '2'],
  ['## Prioridades\n\n- 1 = alta\n- 2 = baja', '1, 2', '2'],
])('which end of the numbers is the urgent one, a legend says: %s', (legend, order, priority) => {
  const {plan, problems} = parsePlan(`# P\n\n${legend}\n\n## Work\n\n### 1.1 A\n\n**Priority**: 2/5\n\n- [ ] a\n`)
  expect(plan.priorities.map(({id}) => id).join(', ')).toBe(order)
  expect(plan.sections.flatMap(({items}) => items.map((item) => item.priority))).toEqual([priority])
  expect(problems).toEqual([])
})

test('numbers beside other words are no legend', () => {
  expect(parsePlan('# P\n\nPriority 1 of 2 is done, high time\n\n- Risks: 1 high, 2 low\n\n## A\n\n- [ ] a\n').plan.priorities).toEqual([])
})
