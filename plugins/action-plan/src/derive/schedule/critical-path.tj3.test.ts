// Holds the schedule against TaskJuggler, which computes it from the same durations, dependencies, weekends and holidays.
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {WEEKDAYS} from '../../model/settings.ts'
import type {Report} from '../../model/report.ts'
import {report} from '../../report.ts'
import {toTaskjuggler} from '../../view/files/taskjuggler.ts'

const DAY = 86_400_000
let folder = ''

beforeAll(() => {
  try {
    execFileSync('tj3', ['--version'], {stdio: 'ignore'})
  } catch {
    throw new Error('tj3 is missing, which this test holds the schedule against: apt-get install --no-install-recommends tj3')
  }
  folder = mkdtempSync(join(tmpdir(), 'tj3-'))
})
afterAll(() => {
  if (folder !== '') rmSync(folder, {recursive: true})
})

const date = (days: number): string => new Date(Date.UTC(2026, 10, 16) + days * DAY).toISOString().slice(0, 10)
const days = fc.integer({min: 0, max: 130}).map(date)

/** Plans of three phases, in whole days and weeks, that wait for what stands before them. */
const plans = fc.record({
  start: fc.option(fc.integer({min: 0, max: 9}).map(date), {nil: null, freq: 6}),
  workingDays: fc.oneof(
    {weight: 3, arbitrary: fc.constant(WEEKDAYS.slice(0, 5))},
    {weight: 1, arbitrary: fc.subarray([...WEEKDAYS], {minLength: 2})},
  ),
  holidays: fc.uniqueArray(days, {maxLength: 10}),
  items: fc.array(
    fc.record({
      days: fc.option(fc.integer({min: 1, max: 9}), {nil: null, freq: 9}),
      phase: fc.nat({max: 2}),
      waits: fc.array(fc.nat(), {maxLength: 3}),
    }),
    {minLength: 4, maxLength: 25},
  ),
})
type Made = typeof plans extends fc.Arbitrary<infer Value> ? Value : never

function textOf({start, workingDays, holidays, items}: Made): string {
  const number = (at: number): string => `1.${at + 1}`
  const body = items.map(({days: length, waits}, at) => {
    const before = at === 0 ? [] : [...new Set(waits.map((n) => number(n % at)))]
    return `#### ${number(at)} Item ${at + 1}\n- [ ] do it\n\n${length === null ? '' : `**Timeline**: ${length} days\n\n`}${before.length === 0 ? '' : `**Depends on**: ${before.join(', ')}\n\n`}`
  })
  const phases = ['Week 1', 'Week 2-3', 'Week 5'].map(
    (title, phase) => `### ${title}\n${items.flatMap((item, at) => (item.phase === phase ? [`- ${number(at)}`] : [])).join('\n')}\n`,
  )
  return `---\nplan:\n${start === null ? '' : `  start: ${start}\n`}  workingDays: [${workingDays.join(', ')}]\n  holidays: [${holidays.join(', ')}]\n---\n# Generated "plan"\n## Items\n### 1. All\n${body.join('')}\n## Implementation Schedule\n${phases.join('')}`
}

/** What tj3 says of each item, by the last part of its id. */
function scheduled(made: Report): ReadonlyMap<string, {readonly start: string; readonly end: string}> {
  writeFileSync(join(folder, 'plan.tjp'), toTaskjuggler(made))
  execFileSync('tj3', ['--silent', 'plan.tjp'], {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']})
  const rows = readFileSync(join(folder, 'plan.csv'), 'utf8').trim().split('\n').slice(1)
  return new Map(
    rows
      .map((row) => row.split(';').map((cell) => cell.replaceAll('"', '')))
      .map(([id = '', , start = '', end = '']) => [id.split('.').at(-1) ?? '', {start, end}]),
  )
}

test('TaskJuggler gives every item the same start and finish', () => {
  let compared = 0
  const samples = fc.sample(plans, {numRuns: process.env.NIGHTLY === undefined ? 8 : 64, seed: 20261123})
  for (const sample of samples) {
    const made = report({
      text: textOf(sample),
      source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
      baseline: null,
      now: '2026-11-23T12:00:00Z',
      today: null,
      evidence: null,
    })
    expect(made.problems.filter(({severity}) => severity === 'error')).toEqual([])
    const works = (day: string): boolean =>
      sample.workingDays.includes(WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] ?? 'mon') && !sample.holidays.includes(day)
    const later = (day: string, by: number): string => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10)
    /** Working days from the start up to a day. */
    const count = (until: string): number => {
      let number = 0
      for (let day = sample.start ?? made.statusDate; day < until; day = later(day, 1)) if (works(day)) number++
      return number
    }
    const theirs = scheduled(made)
    for (const {item, scheduled: slot, start, finish} of made.sections.flatMap(({items}) => items)) {
      const name = `item ${item.id} of\n${textOf(sample)}`
      const other = theirs.get(`item_${item.id.replace('.', '_')}`)
      expect(other === undefined, name).toBe(slot === null)
      if (slot === null || other === undefined) continue
      expect([count(other.start), count(other.end)], name).toEqual([slot.earlyStart, slot.earlyFinish])
      compared++
      if (sample.start === null) continue
      let first = other.start
      while (!works(first)) first = later(first, 1)
      expect(start, name).toBe(first)
      if (item.duration !== null) expect(finish === null ? null : later(finish, 1), name).toBe(other.end)
    }
  }
  expect(compared).toBeGreaterThan(7 * samples.length)
}, 120_000)
