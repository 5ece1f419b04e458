// Holds the projection against TaskJuggler, which levels the same work on the same people, weekends and holidays.
import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {DEFAULT_SETTINGS} from '../../model/settings.ts'
import {addDays} from '../../model/date.ts'
import {calendar} from './calendar.ts'
import {project, type Remaining} from './projection.ts'

const START = '2026-11-16'
let folder = ''

beforeAll(() => {
  try {
    execFileSync('tj3', ['--version'], {stdio: 'ignore'})
  } catch {
    throw new Error('tj3 is missing, which this test holds the projection against: apt-get install --no-install-recommends tj3')
  }
  folder = mkdtempSync(join(tmpdir(), 'tj3-projection-'))
})
afterAll(() => {
  if (folder !== '') rmSync(folder, {recursive: true})
})

const OWNERS = ['ann', 'bob', 'cy'] as const
const plans = fc.record({
  team: fc.integer({min: 1, max: 4}),
  // TaskJuggler knows people by name, so items of a pool and items of named people are tried apart.
  isOwned: fc.boolean(),
  holidays: fc.uniqueArray(
    fc.integer({min: 0, max: 60}).map((day) => addDays(START, day)),
    {maxLength: 6},
  ),
  items: fc.array(
    fc.record({
      days: fc.integer({min: 1, max: 6}),
      from: fc.integer({min: 0, max: 8}),
      waits: fc.array(fc.nat(), {maxLength: 2}),
      owners: fc.subarray([...OWNERS], {minLength: 1, maxLength: 2}),
    }),
    {minLength: 3, maxLength: 16},
  ),
})
type Made = typeof plans extends fc.Arbitrary<infer Value> ? Value : never

/** Items wait only for those before them; their order is their urgency. */
const remaining = ({items, isOwned}: Made): readonly Remaining[] =>
  items.map(({days, from, waits, owners}, at) => ({
    id: `i${at}`,
    days,
    from,
    dependsOn: at === 0 ? [] : [...new Set(waits.map((n) => `i${n % at}`))],
    owners: isOwned ? owners : [],
  }))

function tjp(made: Made): string {
  const days = calendar({...DEFAULT_SETTINGS, start: START, holidays: made.holidays}, null)
  const pool = made.isOwned ? OWNERS : Array.from({length: made.team}, (_, at) => `p${at}`)
  const tasks = remaining(made).map(({id, days: length, from, dependsOn, owners}, at) => {
    const [first, ...others] = owners.length > 0 ? owners : pool
    const alternatives = others.length === 0 ? '' : ` { alternative ${others.join(', ')} select order }`
    // A task that depends on others may not have a start of its own, so the first day is a milestone that it waits for.
    const depends = [`first${from}`, ...dependsOn].map((one) => `!${one}`).join(', ')
    return `task ${id} "${id}" {\n  effort ${length ?? 0}d\n  priority ${900 - at}\n  depends ${depends}\n  allocate ${first}${alternatives}\n}`
  })
  return [
    `project p "p" ${START} +2y {\n  timezone "UTC"\n  dailyworkinghours 8\n  now ${START}\n}`,
    ...made.holidays.map((day) => `leaves holiday "h" ${day}`),
    ...pool.map((name) => `resource ${name} "${name}" { workinghours mon - fri 9:00 - 17:00 }`),
    ...Array.from({length: 9}, (_, from) => `task first${from} "first${from}" { start ${days.dateOf(from)} }`),
    ...tasks,
    `taskreport r "r" {\n  formats csv\n  columns id, start, end\n  timeformat "%Y-%m-%d"\n  hideresource 1\n}`,
  ].join('\n')
}

/** First and last day of each item, by TaskJuggler. */
function levelled(made: Made): Readonly<Record<string, string>> {
  writeFileSync(join(folder, 'p.tjp'), tjp(made))
  execFileSync('tj3', ['--silent', '--no-color', '--output-dir', folder, join(folder, 'p.tjp')], {stdio: 'pipe'})
  const lines = readFileSync(join(folder, 'r.csv'), 'utf8').trim().split('\n').slice(1)
  return Object.fromEntries(
    lines
      .map((line) => line.replaceAll('"', '').split(';'))
      .filter(([id]) => !id?.startsWith('first'))
      .map(([id = '', start, end]) => [id, `${start} ${end}`]),
  )
}

function ours(made: Made): Readonly<Record<string, string>> {
  const days = calendar({...DEFAULT_SETTINGS, start: START, holidays: made.holidays}, null)
  const found = project(remaining(made), made.isOwned ? null : made.team)
  return Object.fromEntries([...found].map(([id, {from, to}]) => [id, `${days.dateOf(from)} ${days.dateOf(to - 1)}`]))
}

test('levels as TaskJuggler does', {timeout: 600_000}, () => {
  fc.assert(
    fc.property(plans, (made) => {
      expect(ours(made)).toEqual(levelled(made))
    }),
    {numRuns: process.env.NIGHTLY === undefined ? 10 : 80, seed: 20_260},
  )
})
