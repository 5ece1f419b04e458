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
