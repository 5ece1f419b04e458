import {expect, test} from 'vitest'
import {readTaskFields} from './task-fields.ts'

/** The words that are left, then each field that is there. */
const shown = (text: string): string => {
  const {raw, owners, ...rest} = readTaskFields(text)
  const fields = Object.entries({...rest, owners: owners.length === 0 ? null : owners.join('+')}).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${value}`],
  )
  return [raw, ...fields].join(' | ')
}

test.each([
  // Obsidian Tasks.
  ['Renew the licence 📅 2026-01-10 ⏫', 'Renew the licence | due=2026-01-10 | priority=high'],
  ['Pay 🗓️ 2026-01-05 ✅ 2026-01-04', 'Pay | due=2026-01-05 | doneOn=2026-01-04'],
  ['Water 🔁 every week 🛫 2026-01-01 ⏳ 2026-01-02 📅 2026-01-09', 'Water | due=2026-01-09'],
  ['Skip ❌ 2026-01-02', 'Skip'],
  ['🔺 Now 🆔 abc ⛔ def', 'Now | priority=critical | dependsOn=def'],
  ['Book 📅 next week', 'Book 📅 next week'],
  // Dataview.
  ['Book the hall [due:: 2026-01-12] [priority:: high]', 'Book the hall | due=2026-01-12 | priority=high'],
  ['Book (owner:: Ann, Bo) the hall', 'Book the hall | owners=Ann+Bo'],
  ['Paid [completion:: 2026-01-04]', 'Paid | doneOn=2026-01-04'],
  ['Call [mood:: good]', 'Call [mood:: good]'],
  // todo.txt.
  ['(A) Call Mum due:2026-01-10 +Family @phone', 'Call Mum | due=2026-01-10 | priority=A'],
  ['Draft est:3d t:2026-01-01', 'Draft | duration=3d'],
  // spec-kit.
  ['T012 [P] [US1] Create the model (depends on T001, T002)', 'T012 Create the model | dependsOn=T001, T002'],
  ['[P] Parallel', 'Parallel'],
  // Everyday brackets and names.
  ['Draft (est: 3d) @anna #docs', 'Draft | duration=3d | owners=anna'],
  ['Pay (due: Jan 12, 2026) (Owner: Ann)', 'Pay | due=Jan 12, 2026 | owners=Ann'],
  ['Zahlen (fällig: 12. Januar 2026)', 'Zahlen | due=12. Januar 2026'],
  ['Deploy ~2h', 'Deploy | duration=2h'],
  ['@ben: fix #123', 'fix #123 | owners=ben'],
  ['Deploy - @ann, @bo', 'Deploy | owners=ann+bo'],
  // What only looks like fields.
  ['Ask @bob about it', 'Ask @bob about it'],
  ['Upgrade @astrojs/sitemap', 'Upgrade @astrojs/sitemap'],
  ['Support @media', 'Support @media'],
  ['Slides (20-30 min)', 'Slides (20-30 min)'],
  ['Review (after lunch)', 'Review (after lunch)'],
  ['Close #123', 'Close #123'],
  ['See [docs](https://x.org/@a#b)', 'See [docs](https://x.org/@a#b)'],
  ['Explain `due:2026-01-01 @ann`', 'Explain `due:2026-01-01 @ann`'],
  ['Write to a@b.example', 'Write to a@b.example'],
  ['[API] Log in', '[API] Log in'],
  ['Say (see: below)', 'Say (see: below)'],
])('%s', (text, expected) => expect(shown(text)).toBe(expected))

test('a long text is read at once', () => {
  const started = process.cpuUsage()
  for (const part of ['@a ', '#tag ', '(due: ', '[a::', '~2h ', '📅 ', '(', 'due:', '🔁 ', '[P] ']) readTaskFields(part.repeat(50_000))
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000)
})
