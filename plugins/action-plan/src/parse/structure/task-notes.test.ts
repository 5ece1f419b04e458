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
  ['Log in (after T-12 and AUTH-7)', 'Log in | T-12 and AUTH-7'],
  ['Einbauen (nach T003)', 'Einbauen | T003'],
  ['Poser (après T003)', 'Poser | T003'],
  ['Montar (después de T003)', 'Montar | T003'],
  ['Montar (depois de T003)', 'Montar | T003'],
  ['Montare (dopo T003)', 'Montare | T003'],
  ['Plaatsen (na T003)', 'Plaatsen | T003'],
  ['Wstawić (po T003)', 'Wstawić | T003'],
  ['Вставить (после T003)', 'Вставить | T003'],
  ['安装（T003之后）', '安装 | T003'],
  ['取り付ける（1.1の後）', '取り付ける | 1.1'],
  ['설치 (T003 이후)', '설치 | T003'],
  ['租音响（依赖 预订酒店）', '租音响 | 预订酒店'],
  // Behind dashes and commas, and on a line of its own.
  ['Ship\n  depends on T003', 'Ship | T003'],
  ['Renew - @marco - 2,5 gg', 'Renew | @marco | 2.5d'],
  ['Renew — @dasha, 2 дня', 'Renew | @dasha | 2d'],
  ['Renew — до 10 декабря 2026, Света', 'Renew | @Света | 2026-12-10'],
  ['Report, Frist 11.12.2026', 'Report | 2026-12-11'],
  ['Report, due Dec 4, 2026', 'Report | 2026-12-04'],
  ['Invite @klara bis 8. Januar 2027', 'Invite | @klara | 2027-01-08'],
  ['#104 Codes – blockiert durch #103', '#104 Codes | #103'],
  ['Tell them – urgent', 'Tell them | P0'],
  ['목록 (담당: 김민수, 2일)', '목록 | @김민수 | 2d'],
  ['Sort (owner: Ann, Bo, 3 hours)', 'Sort | @Ann | @Bo | 0.375d'],
  ['試す（担当：田中、12/4まで）', '試す | @田中'],
  ['Train (Kuba i Magda, 2 h)', 'Train | @Kuba | @Magda | 0.25d'],
  ['校正（中村・小川、半日）', '校正 | @中村 | @小川 | 0.5d'],
  ['Insure – Olaf, ca. 2 Std.', 'Insure | @Olaf | 0.25d'],
  ['Meet – na OND-1', 'Meet | OND-1'],
  // Words of priority with a sign behind them, and in other brackets; a date of Obsidian Kanban.
  ['Купить билеты (срочно!)', 'Купить билеты | P0'],
  ['【急ぎ】カード更新', 'カード更新 | P0'],
  ['Refactor @{2026-12-10}', 'Refactor | 2026-12-10'],
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
  ['Kick off (Zoom, 1 hour)', 'Kick off (Zoom, 1 hour)'],
  ['Workshop (Berlin, 2 days)', 'Workshop (Berlin, 2 days)'],
  ['Rest (after lunch)', 'Rest (after lunch)'],
  ['Pruefen (3月1日後)', 'Pruefen (3月1日後)'],
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

test.each([
  ['the front matter', '---\nowners: [Inès, Paul]\n---\n# P\n'],
  ['people in the front matter', '---\nteam:\n  - name: Inès\n    role: lead\n---\n# P\n'],
  ['a section of owners', '# P\n\n## Équipe\n\n- **Inès** – affichage\n'],
  ['a column of owners', '# P\n\n| Qui | Quoi |\n| --- | --- |\n| Inès | x |\n'],
  ['a field', '# P\n\n## 1. B\n\n**Responsable**: Inès\n\n- [ ] b\n'],
])('%s makes sure of a name in brackets, and of no other', (_, above) => {
  const {plan} = parsePlan(
    `${above}\n## A\n\n- [ ] Traduire (Inès)\n- [ ] Relire (Inès, 1 heure)\n- [ ] Réunion (Zoom, 1 heure)\n- [ ] Appel (Zoom)\n`,
  )
  const section = plan.sections.find(({title}) => title === 'A')
  expect(section?.items.flatMap((item) => item.tasks.map(shown))).toEqual([
    'Traduire | @Inès',
    'Relire | @Inès | 0.125d',
    'Réunion (Zoom, 1 heure)',
    'Appel (Zoom)',
  ])
})

test.each([
  'depends on T003',
  'blocked by #3',
  'hängt ab von T003',
  'dépend de T003',
  'zależy od T003',
  'зависит от T003',
  '依赖 T003',
  'T003に依存',
  'T003에 의존',
  'after T-12 and AUTH-7',
])('"- %s" in the list of a task says what it waits for', (line) => {
  const {plan} = parsePlan(`# P\n\n## A\n\n- [ ] Ship\n  - ${line}\n  - after 2 days it works\n`)
  expect(plan.sections[0]?.items[0]?.tasks.map(({text, waitsFor}) => [text, waitsFor === null ? null : line.includes(waitsFor)])).toEqual([
    ['Ship', true],
  ])
})

test('a name beside days is an owner where tasks say how long they take, and the plan has that word nowhere else', () => {
  expect(tasks('Slopen (2 dagen, Noor)', 'Smeren (1,5 uur)', 'Rest')).toEqual(['Slopen | @Noor | 2d', 'Smeren | 0.1875d', 'Rest'])
  expect(tasks('Build the page (React, 3 days)', 'Learn React (1 day)')).toEqual(['Build the page (React, 3 days)', 'Learn React | 1d'])
  expect(tasks('Kick off (Zoom, 1 hour)', 'Write (2 days)', 'Sort (3 days)')).toEqual([
    'Kick off (Zoom, 1 hour)',
    'Write | 2d',
    'Sort | 3d',
  ])
})
