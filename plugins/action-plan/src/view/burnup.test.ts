import fc from 'fast-check'
import {expect, test} from 'vitest'
import {againstPlan, burnUpChart, burnUpSentence, forecastText, type Series} from './burnup.ts'

const SIZE = {width: 760, height: 320}
const one = (day: string, done: number | null, scope: number | null = 10): Series => ({
  day,
  committed: true,
  scope: done === null ? null : scope,
  done,
  gap: done === null ? 'line 1: broken' : null,
})

test('one revision is a point, not a line', () => {
  const chart = burnUpChart([one('2026-01-01', 3)], '2026-01-01', SIZE)
  expect([chart.dots.length, chart.days.length, chart.done]).toEqual([
    2,
    1,
    [`M${chart.dots[1]?.x ?? 0} ${chart.dots[1]?.y ?? 0}H${chart.dots[1]?.x ?? 0}`],
  ])
})

test('a gap breaks the lines and is marked', () => {
  const chart = burnUpChart([one('2026-01-01', 1), one('2026-01-02', null), one('2026-01-05', 4)], '2026-01-08', SIZE)
  expect([chart.done.length, chart.scope.length, chart.gaps.map(({day, reason}) => [day, reason])]).toEqual([
    2,
    2,
    [['2026-01-02', 'line 1: broken']],
  ])
})

test('everything lies inside the drawing, ticks ascend, and more done is higher', () => {
  const series = fc
    .array(fc.record({n: fc.nat(3000), done: fc.nat(500), more: fc.nat(500)}), {minLength: 1, maxLength: 60})
    .map((all) =>
      all
        .sort((a, b) => a.n - b.n)
        .map(({n, done, more}): Series => one(new Date(1.7e12 + n * 86_400_000).toISOString().slice(0, 10), done, done + more)),
    )
  fc.assert(
    fc.property(series, (points) => {
      const chart = burnUpChart(points, points.at(-1)?.day ?? '', SIZE)
      const numbers = [...chart.scope, ...chart.done].flatMap((path) => [...path.matchAll(/([MLH])([\d.]+)(?: ([\d.]+))?/g)])
      for (const [, , x, y] of numbers)
        expect(
          Number(x) >= chart.left &&
            Number(x) <= chart.right &&
            (y === undefined || (Number(y) >= chart.top - 0.01 && Number(y) <= chart.bottom)),
        ).toBe(true)
      expect(numbers.length).toBeGreaterThan(0)
      expect(chart.counts.map(({label}) => Number(label))).toEqual(chart.counts.map(({label}) => Number(label)).sort((a, b) => a - b))
      expect(Number(chart.counts.at(-1)?.label)).toBeGreaterThanOrEqual(Math.max(...points.map(({scope}) => scope ?? 0)))
      for (let at = 0; at < chart.dots.length; at += 2) expect((chart.dots[at]?.y ?? 0) <= (chart.dots[at + 1]?.y ?? 0)).toBe(true)
    }),
  )
})

test('words', () => {
  const forecast = {
    state: 'forecast',
    left: 73,
    weeks: 6,
    slowest: 1.5,
    fastest: 2.5,
    done: 12,
    likely: '2027-06-07',
    safe: '2027-10-04',
    planEnd: '2027-08-02',
    asOf: '2026-11-23',
  } as const
  expect([
    burnUpSentence([one('2026-01-01', 3)], 'tasks'),
    burnUpSentence([one('2026-01-01', 3), one('2026-01-03', 5, 12)], 'tasks'),
    forecastText(forecast),
    againstPlan(forecast),
    forecastText({...forecast, likely: null, safe: null}),
    forecastText({state: 'none', because: 'no progress in 4 weeks', planEnd: null, asOf: '2026-11-23'}),
  ]).toMatchInlineSnapshot(`
    [
      "One day with a revision: 3 of 10 tasks done on 2026-01-01.",
      "From 2026-01-01 to 2026-01-03: done went from 3 to 5, scope from 10 to 12 tasks.",
      "73 tasks left; 12 done in the last 6 whole weeks (1.5 to 2.5 a week): half of the runs finish by 2027-06-07 (50 %), most by 2027-10-04 (85 %). The scope is taken to stay as it is.",
      "The plan itself ends on 2027-08-02: between the two dates.",
      "73 tasks left; 12 done in the last 6 whole weeks (1.5 to 2.5 a week): not within ten years at this pace. The scope is taken to stay as it is.",
      "No forecast: no progress in 4 weeks.",
    ]
  `)
})
