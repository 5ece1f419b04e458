import {expect, test} from 'vitest'
import type {Task} from '../../model/plan.ts'
import {parsePlan} from './plan.ts'

const shown = ({text, owners, due, duration, priority, waitsFor}: Task): string =>
  [text, ...owners.map((name) => `@${name}`), due, duration === null ? null : `${duration.days}d`, priority, waitsFor]
    .filter((part) => part !== null)
    .join(' | ')
const tasks = (...lines: readonly string[]): readonly string[] =>
  parsePlan(`# P\n\n## A\n\n${lines.map((line) => `- [ ] ${line}`).join('\n')}\n`).plan.sections.flatMap(({items}) =>
    items.flatMap((item) => item.tasks.map(shown)),
  )

test.each([
  // A bracket, of which every part says something.
  ['Heat (Moritz, bis 4.12.2026)', 'Heat | @Moritz | 2026-12-04'],
  ['Pay (by Friday, Dec 4, 2026)', 'Pay | 2026-12-04'],
  ['Pay (Yanis, 4 déc. 2026)', 'Pay | @Yanis | 2026-12-04'],
  ['処理（担当：佐藤、2日）', '処理 | @佐藤 | 2d'],
  ['检查（2026-12-05 前）', '检查 | 2026-12-05'],
  ['모으기 (유진, 2026-12-05까지)', '모으기 | @유진 | 2026-12-05'],
  ['Write (ok. 3 dni)', 'Write | 3d'],
  ['Send (@ann, @bo) #mail', 'Send | @ann | @bo'],
  ['Send (bloqueada por #312, #313)', 'Send | #312, #313'],
  ['索引を追加する（T003、T004に依存）', '索引を追加する | T003、T004'],
  // Behind dashes and commas.
  ['Renew - @marco - 2,5 gg', 'Renew | @marco | 2.5d'],
  ['Renew — @dasha, 2 дня', 'Renew | @dasha | 2d'],
  ['Renew — до 10 декабря 2026, Света', 'Renew | @Света | 2026-12-10'],
  ['Report, Frist 11.12.2026', 'Report | 2026-12-11'],
  ['Report, due Dec 4, 2026', 'Report | 2026-12-04'],
  ['Invite @klara bis 8. Januar 2027', 'Invite | @klara | 2027-01-08'],
  ['#104 Codes – blockiert durch #103', '#104 Codes | #103'],
  ['Tell them – urgent', 'Tell them | P0'],
  ['Train (Kuba i Magda, 2 h)', 'Train | @Kuba | @Magda | 0.25d'],
  ['校正（中村・小川、半日）', '校正 | @中村 | @小川 | 0.5d'],
  ['Insure – Olaf, ca. 2 Std.', 'Insure | @Olaf | 0.25d'],
  ['Meet – na OND-1', 'Meet | OND-1'],
  // What only looks like notes.
  ['Room (booked until March)', 'Room (booked until March)'],
  ['Alerts (Slack, Teams)', 'Alerts (Slack, Teams)'],
  ['Import (2026-12-04)', 'Import (2026-12-04)'],
  ['Keep logs (30 days)', 'Keep logs (30 days)'],
  ['Slides (20-30 min)', 'Slides (20-30 min)'],
  ['Paint, Tom, by 2026-12-04', 'Paint, Tom | 2026-12-04'],
  ['Login - Anna', 'Login - Anna'],
  ['Check tables, 5', 'Check tables, 5'],
  ['Validate (@NotBlank)', 'Validate (@NotBlank)'],
  ['Meet (within 24 hours)', 'Meet (within 24 hours)'],
  ['Merge (requires 2 reviewers)', 'Merge (requires 2 reviewers)'],
  ['Rest – after lunch', 'Rest – after lunch'],
  ['Support, since V2', 'Support, since V2'],
  ['(Anna, by 2026-12-04)', '(Anna, by 2026-12-04)'],
  ['Run `x (Anna, by 2026-12-04)`', 'Run x (Anna, by 2026-12-04)'],
])('%s', (line, expected) => expect(tasks(line)).toEqual([expected]))

test('a length of time behind the words of several tasks is how long they take', () => {
  expect(tasks('Write (2 days)', 'Sort, 3 hours', 'Rest')).toEqual(['Write | 2d', 'Sort | 0.375d', 'Rest'])
  const rest = Array.from({length: 20}, () => 'Rest')
  expect(tasks('Keep logs (30 days)', 'Set the time-out (24 hours)', ...rest).slice(0, 2)).toEqual([
    'Keep logs (30 days)',
    'Set the time-out (24 hours)',
  ])
  expect(tasks('Write (2 days)', 'Sort ~3h')).toEqual(['Write | 2d', 'Sort | 0.375d'])
})

test('a name behind the words is an owner where the plan calls it one elsewhere', () => {
  expect(tasks('Write (Klara)', 'Paint – Klara', 'Sort [Ben]', 'Invite @klara')).toEqual([
    'Write | @Klara',
    'Paint | @Klara',
    'Sort [Ben]',
    'Invite | @klara',
  ])
  const {plan} = parsePlan('# P\n\n## A\n\n### B\n\n**Owner**: Eva Lind\n\n- [ ] a – Eva Lind\n')
  expect(plan.sections[0]?.items[0]?.tasks[0]).toMatchObject({text: 'a', owners: ['Eva Lind']})
})
