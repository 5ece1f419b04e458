import {expect, test} from 'vitest'
import {explainsMark} from './mark-legend.ts'
import {parsePlan} from './plan.ts'

test.each([
  'done',
  'Done.',
  '= done',
  'Open: not begun yet',
  'in progress (somebody works on it)',
  'not started yet',
  'Completed tasks',
  '已完成',
  'erledigt',
  'en attente (client)',
  'Hecho',
  'concluído',
  'in corso',
  'voltooid',
  'ukończone',
  'Готово',
  '対応済み',
  '진행 중',
])('"%s" explains a mark', (text) => expect(explainsMark(text)).toBe(true))
test.each(['Open the ports', 'Complete the audit', 'Fix the outage', 'Donetsk', 'Rotate the master key', ''])('"%s" is work', (text) =>
  expect(explainsMark(text)).toBe(false),
)

const read = (heading: string, ...boxes: readonly string[]) => {
  const {plan, problems} = parsePlan(`# P\n\n## 1. Setup\n\n- [x] a\n\n## ${heading}\n\n${boxes.join('\n')}\n`)
  const tasks = plan.sections.flatMap(({items}) => items.flatMap((item) => item.tasks.map(({text}) => text)))
  return {tasks, told: problems.filter(({rule}) => rule === 'task/in-legend').map(({reason}) => reason)}
}

test.each(['Priorities', 'Key', 'Legend', 'Conventions', 'Prioritäten'])('work under "%s" is counted', (heading) => {
  expect(read(heading, '- [ ] Fix the production outage', '- [x] done')).toEqual({
    tasks: ['a', 'Fix the production outage', 'done'],
    told: [],
  })
})

test('boxes that explain the marks are not; the message names their heading', () => {
  expect(read('Key', '- [ ] open', '- [x] done', '- [!] look here first')).toEqual({
    tasks: ['a'],
    told: ['3 check boxes under "Key" explain the marks, so they are not counted'],
  })
})

test('boxes that repeat a mark are work, whatever words they begin with', () => {
  expect(read('Priorities', '- [ ] Blocked: sign the contract', '- [ ] In progress: migrate the database').tasks).toEqual([
    'a',
    'Blocked: sign the contract',
    'In progress: migrate the database',
  ])
})
