import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {FoundRevision} from '../../model/history.ts'
import type {Report} from '../../model/report.ts'
import {report} from '../../report.ts'
import type {BaselineNote} from '../../model/cause.ts'
import {baselineNoteText} from '../../view/words/baseline.ts'
import {ENGLISH} from '../../view/words/words.ts'

const settings = (more: string): string => `---\nplan:\n${more}---\n`
const START = '  start: 2026-11-23\n'
const named = `${START}  baseline: v1\n`
const found = (text: string): FoundRevision => ({state: 'found', commit: 'abcdef0', at: '2026-11-01T12:00:00Z', text})
const made = (text: string, baseline: FoundRevision | null): Report =>
  report({
    text,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline,
    now: '2026-11-23T12:00:00Z',
    today: null,
    evidence: null,
  })
interface Row {
  readonly number: string
  readonly title: string
  readonly days: number
  readonly after?: string
}
const plan = (items: readonly Row[]): string =>
  `# P\n\n## 1. Work\n\n${items.map(({number, title, days, after}) => `### ${number} ${title}\n\n- [ ] do ${title}\n\n**Timeline**: ${days} days\n${after === undefined ? '' : `\n**Depends on**: ${after}\n`}\n`).join('')}`
const items = ({sections}: Report): Report['sections'][number]['items'] => sections.flatMap((section) => section.items)
const variances = (one: Report): readonly string[] =>
  items(one).map(
    ({item, planned}) =>
      `${item.id}: ${planned === null ? 'new' : `${planned.finish ?? planned.earlyFinish ?? 'no place'} ${planned.variance}`}`,
  )

const THEN = [
  {number: '1.1', title: 'Alpha vault', days: 3},
  {number: '1.2', title: 'Beta parser', days: 2, after: '1.1'},
  {number: '1.3', title: 'Gamma docs', days: 1},
]
const NOW = [
  {number: '1.1', title: 'Alpha vault', days: 4},
  {number: '1.2', title: 'Delta audit', days: 2},
  {number: '1.3', title: 'Beta parser', days: 2, after: '1.1'},
]

const noteOf = ({note}: {readonly note: BaselineNote | null}): string | null => (note === null ? null : baselineNoteText(ENGLISH, note))

test('planned against current: renumbered items are found again, what came and what went is said', () => {
  const one = made(settings(named) + plan(NOW), found(settings(START) + plan(THEN)))
  expect(variances(one)).toEqual(['1.1: 2026-11-25 1', '1.2: new', '1.3: 2026-11-27 1'])
  expect(one.baseline).toEqual({
    state: 'available',
    revision: 'v1',
    commit: 'abcdef0',
    committedAt: '2026-11-01T12:00:00Z',
    note: null,
    finish: '2026-11-27',
    earlyFinish: 5,
    variance: 1,
    tasks: 3,
    effortDays: 6,
    removed: [{id: '1.3', number: '1.3', title: 'Gamma docs', tasks: 1}],
    planned: [
      {day: '2026-11-23', tasks: 1},
      {day: '2026-11-25', tasks: 2},
      {day: '2026-11-27', tasks: 3},
    ],
  })
})

test('variance counts working days: a weekend and a holiday between are none', () => {
  const then = settings(START) + plan([{number: '1.1', title: 'Alpha vault', days: 5}])
  const late = (more: string, days: number): number | null | undefined =>
    items(made(settings(more + '  baseline: v1\n') + plan([{number: '1.1', title: 'Alpha vault', days}]), found(then)))[0]?.planned
      ?.variance
  expect([late(START, 6), late(`${START}  holidays: [2026-11-30]\n`, 6), late('  start: 2026-11-30\n', 5), late(START, 2)]).toEqual([
    1, 1, 5, -3,
  ])
  expect(late('  start: 2026-11-16\n', 5)).toBe(-5)
  // Five days then ended on Friday; without that Friday they end on Monday.
  expect(late(`${START}  holidays: [2026-11-27]\n`, 5)).toBe(1)
})

test('phases are held against it too', () => {
  const schedule = (week: string): string => `\n## Implementation Schedule\n\n### ${week} (First things)\n\n- 1.1\n- 1.2\n`
  const one = made(settings(named) + plan(NOW) + schedule('Week 2'), found(settings(START) + plan(THEN) + schedule('Week 1')))
  expect(one.phases.map(({planned}) => planned)).toEqual([
    {id: 'week-1', start: '2026-11-23', finish: '2026-11-27', earlyStart: 0, earlyFinish: 5, variance: 5, doubt: null},
  ])
})

test('a baseline without dates is laid on the present start; without dates here, days are counted from each start', () => {
  const laid = made(settings(named) + plan(NOW), found(plan(THEN)))
  expect([variances(laid)[0], laid.baseline?.state === 'available' && noteOf(laid.baseline)]).toEqual([
    '1.1: 2026-11-25 1',
    "the baseline has no dates of its own: its days are counted from this plan's start",
  ])
  const undated = made(settings('  baseline: v1\n') + plan(NOW), found(settings(START) + plan(THEN)))
  expect([
    variances(undated)[0],
    undated.baseline?.state === 'available' && [
      noteOf(undated.baseline),
      undated.baseline.finish,
      undated.baseline.variance,
      undated.baseline.planned,
    ],
  ]).toEqual(['1.1: 3 1', ["this plan has no dates: days are counted from each plan's own start", null, 1, []]])
})

test('one that cannot be compared with is a problem at the line of the setting, with its fix', () => {
  const words = (baseline: FoundRevision): readonly unknown[] => {
    const one = made(settings(named) + plan(NOW), baseline)
    expect(one.baseline?.state).toBe('unavailable')
    expect(items(one).every(({planned}) => planned === null)).toBe(true)
    return one.problems
      .filter(({rule}) => rule === 'baseline/unavailable')
      .map(({line, column, severity, reason, fix}) => `${line}:${column} ${severity} ${reason} (${fix})`)
  }
  expect([
    ...words({state: 'unavailable', cause: {code: 'unknown-revision', facts: {revision: 'v1', shallow: false}}}),
    ...words(found('<<<<<<< ours\n- [ ] a\n=======\n- [x] a\n>>>>>>> theirs\n')),
  ]).toMatchInlineSnapshot(`
    [
      "4:3 warning baseline: "v1" is no git revision (name one that is: git tag and git log --oneline list them)",
      "4:3 warning baseline: the plan had an error at that revision: line 1: unexpected merge marker "<<<<<<<" (name a revision in which "action-plan check" finds no errors)",
    ]
  `)
  expect(made(settings(named) + plan(NOW), null)).toMatchObject({baseline: null, problems: []})
  expect(made(settings(START) + plan(NOW), found(plan(THEN)))).toMatchObject({baseline: null})
})

test('a plan held against itself is as planned; held the other way round, variance changes its sign', {tags: ['slow']}, () => {
  const rows = fc
    .array(fc.record({days: fc.integer({min: 1, max: 9}), back: fc.option(fc.integer({min: 1, max: 3}), {nil: undefined})}), {
      minLength: 1,
      maxLength: 6,
    })
    .map((all) =>
      all.map(({days, back}, index): Row => ({
        number: `1.${index + 1}`,
        title: `w${index}a w${index}b`,
        days,
        ...(back === undefined || index - back < 0 ? {} : {after: `1.${index - back + 1}`}),
      })),
    )
  const text = fc
    .tuple(rows, fc.constantFrom('2026-11-23', '2026-11-30', '2026-12-24'))
    .map(([all, start]) => settings(`  start: ${start}\n  baseline: v1\n`) + plan(all))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const itself = made(a, found(a))
      expect(items(itself).map(({planned}) => planned?.variance)).toEqual(items(itself).map(() => 0))
      const of = (one: Report): ReadonlyMap<string, number> =>
        new Map(
          items(one).flatMap(({item, planned}) => (planned === null || planned.variance === null ? [] : [[item.id, planned.variance]])),
        )
      const [there, back] = [of(made(b, found(a))), of(made(a, found(b)))]
      for (const [id, variance] of there) expect(variance + (back.get(id) ?? NaN)).toBe(0)
    }),
    {numRuns: 50},
  )
})
