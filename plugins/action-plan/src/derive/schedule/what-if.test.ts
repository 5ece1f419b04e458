import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {projectionSettings} from '../../model/projection.ts'
import type {PageStatus} from '../../model/page.ts'
import type {ProjectedDates, Report} from '../../model/report.ts'
import type {Settings} from '../../model/settings.ts'
import {parsePlan} from '../../parse/structure/plan.ts'
import {reportOf} from '../../report.ts'
import {toPage, toStatus} from '../../view/files/status.ts'
import {timelineStatus} from '../../view/timeline/timeline.ts'
import {lastProjected, projectWith, suppose, supposeReport, workOfPage} from './what-if.ts'

type Change = Partial<Pick<Settings, 'team' | 'start'>>

/** The report of a plan as if its front matter had other settings. */
function read(text: string, today: string, change: Change = {}): Report {
  const parsed = parsePlan(text)
  const plan = {...parsed.plan, settings: {...parsed.plan.settings, ...change}}
  const source = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}
  return reportOf({...parsed, plan}, {source, baseline: null, now: `${today}T09:00:00Z`, today, evidence: null})
}

/** What the browser knows: the timeline page's numbers, through JSON. */
const pageOf = (report: Report): PageStatus => JSON.parse(JSON.stringify(timelineStatus(toPage(toStatus(report, null))))) as PageStatus

/** What the browser computes of the plan as it is. */
function supposed(text: string, today: string, change: Change): ReadonlyMap<string, ProjectedDates> {
  const report = read(text, today)
  const settings = projectionSettings(
    report.settings,
    report.phases.map(({phase}) => phase),
  )
  return projectWith(workOfPage(pageOf(report)), {...settings, ...change})
}

/** What the server computes of a plan whose settings are these. */
const onServer = (text: string, today: string, change: Change): ReadonlyMap<string, ProjectedDates> =>
  new Map(
    read(text, today, change).sections.flatMap(({items}) =>
      items.flatMap(({item, projected}) => (projected === null ? [] : [[item.id, projected] as const])),
    ),
  )

const byId = (found: ReadonlyMap<string, ProjectedDates>): readonly unknown[] => [...found].sort(([a], [b]) => (a < b ? -1 : 1))

function expectSame(text: string, today: string, change: Change): void {
  const [browser, server] = [supposed(text, today, change), onServer(text, today, change)]
  expect(byId(browser)).toEqual(byId(server))
  expect(lastProjected(browser)).toBe(read(text, today, change).end.projected)
}

const CHANGES: readonly Change[] = [
  {},
  {team: 1},
  {team: 2},
  {team: 3},
  {team: 9999},
  {start: '2027-01-04'},
  {start: '2026-01-31'},
  {team: 3, start: '2027-01-04'},
  {team: 1, start: '2027-12-24'},
]
const TODAY = '2026-11-29'
const SHIPPED = readFileSync(fileURLToPath(new URL('../../../../../docs/plan/action-plan.md', import.meta.url)), 'utf8')
const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url))

describe('the browser projects what the server does', () => {
  test.each(CHANGES)('of the shipped plan with %o', (change) => {
    expectSame(SHIPPED, TODAY, change)
    expect(supposed(SHIPPED, TODAY, change).size).toBeGreaterThan(10)
  })

  const folders = readdirSync(FIXTURES, {withFileTypes: true}).filter(
    (one) => one.isDirectory() && existsSync(`${FIXTURES}/${one.name}/plan.md`),
  )
  test.each(folders.map(({name}) => name))('of the fixture %s', (name) => {
    for (const change of CHANGES) expectSame(readFileSync(`${FIXTURES}/${name}/plan.md`, 'utf8'), TODAY, change)
  })

  test('of generated plans, with the same numbers as `forecast --team` and `forecast --start`', () => {
    fc.assert(
      fc.property(plans, changes, days, (text, change, today) => {
        expectSame(text, today, change)
        expect(lastProjected(supposed(text, today, change))).toBe(supposeReport(read(text, today), change).after)
      }),
      {numRuns: 150},
    )
  })
})

test('of the shipped plan: fewer people or a later start end later', () => {
  const end = (change: Change): string => lastProjected(supposed(SHIPPED, TODAY, change)) ?? ''
  expect(end({team: 1}) > end({team: 3})).toBe(true)
  expect(end({start: '2027-01-04'}) > end({})).toBe(true)
})

test('how much later it ends is counted in working days, without holidays', () => {
  const text = `---\nplan: {start: 2026-11-30, holidays: [2026-12-25]}\n---\n# P\n\n## 1. A\n\n### 1.1 B\n\n- [ ] c\n\n**Timeline**: 3 days\n`
  const report = read(text, TODAY)
  const of = (change: Change): unknown => suppose(pageOf(report), projectionSettings(report.settings, []), change)
  // Wednesday 2 December as planned. Until Monday 28 December: 18 weekdays, of which Friday 25 is a holiday.
  expect(of({start: '2026-12-23'})).toEqual({before: '2026-12-02', after: '2026-12-28', later: 17})
  expect(of({start: '2026-11-30'})).toEqual({before: '2026-12-02', after: '2026-12-02', later: 0})
  expect(of({start: '2026-11-26'})).toEqual({before: '2026-12-02', after: '2026-12-02', later: 0})
})

test('a plan without a start has a projection when a start is supposed, one that is done has none', () => {
  const text = (mark: string): string => `# P\n\n## 1. A\n\n### 1.1 B\n\n- [${mark}] c\n\n**Timeline**: 3 days\n`
  expect(supposed(text(' '), TODAY, {}).size).toBe(0)
  expect(lastProjected(supposed(text(' '), TODAY, {start: '2027-01-04'}))).toBe('2027-01-06')
  expect(supposed(text('x'), TODAY, {start: '2027-01-04'}).size).toBe(0)
})

const days = fc
  .date({min: new Date('2026-06-01'), max: new Date('2027-12-31'), noInvalidDate: true})
  .map((date) => date.toISOString().slice(0, 10))
const changes: fc.Arbitrary<Change> = fc.record({team: fc.integer({min: 1, max: 5}), start: days}, {requiredKeys: []})

const items = fc.array(
  fc.record({
    marks: fc.array(fc.constantFrom(' ', 'x', '-'), {maxLength: 4}),
    length: fc.constantFrom('', '1 day', '2.5 days', '1-2 weeks', '1 month', '0 days'),
    owner: fc.constantFrom('', '@ana', '@bo', '@ana and @bo'),
    due: fc.option(days, {nil: ''}),
    waits: fc.array(fc.nat({max: 12}), {maxLength: 2}),
    priority: fc.constantFrom('', ' (P0)', ' (P2)', ' (Q)'),
  }),
  {minLength: 1, maxLength: 10},
)
const PHASES = ['Week 1', 'Weeks 2-3', 'Month 1', 'Months 2-3', 'Day 4', '2026-12-01 to 2026-12-18', 'Later']
const schedules = fc.array(fc.record({phase: fc.constantFrom(...PHASES), names: fc.array(fc.nat({max: 10}), {maxLength: 4})}), {
  maxLength: 4,
})
const settings = fc.record({
  start: fc.option(days, {nil: null}),
  team: fc.option(fc.integer({min: 1, max: 4}), {nil: null}),
  holidays: fc.array(days, {maxLength: 3}),
  workingDays: fc.constantFrom('[mon, tue, wed, thu, fri]', '[sat]', '[mon, wed, sun]'),
})

/** Plans with what decides a projection: lengths, owners, due dates, dependencies (cycles too), dropped tasks, phases of each kind. */
const plans = fc.tuple(settings, items, schedules).map(([{start, team, holidays, workingDays}, all, phases]) => {
  const front = [
    ...(start === null ? [] : [`  start: ${start}`]),
    ...(team === null ? [] : [`  team: ${team}`]),
    `  holidays: [${holidays.join(', ')}]`,
    `  workingDays: ${workingDays}`,
  ]
  const body = all.map(({marks, length, owner, due, waits, priority}, at) => {
    const fields = [
      ['Timeline', length],
      ['Owner', owner],
      ['Due', due],
      ['Depends on', [...new Set(waits)].map((other) => `1.${other + 1}`).join(', ')],
    ].flatMap(([name, value]) => (value === '' ? [] : [`**${name}**: ${value}\n`]))
    return `#### 1.${at + 1} Item ${at + 1}${priority}\n\n${marks.map((mark, task) => `- [${mark}] task ${task}`).join('\n')}\n\n${fields.join('\n')}`
  })
  const parts = phases.map(
    ({phase, names}, at) => `### Phase ${at + 1} (${phase})\n\n${names.map((name) => `- 1.${name + 1}`).join('\n')}\n`,
  )
  return [
    `---\nplan:\n${front.join('\n')}\n---\n# P\n\n## Priority Levels\n\n- **P0 (Critical)**: now\n- **P2 (Medium)**: later\n\n## Action Items\n\n### 1. All\n\n`,
    ...body,
    ...(parts.length === 0 ? [] : ['\n## Implementation Schedule\n\n', ...parts]),
  ].join('\n')
})
