import fc from 'fast-check'
import {expect, test} from 'vitest'
import {burnUpChart, NOTHING_AHEAD, type BurnUpChart, type Series} from './burnup-chart.ts'
import {wordsIn} from '../words/words.ts'

const SIZE = {width: 760, height: 320}
const one = (day: string, done: number | null, scope: number | null = 10): Series => ({
  day,
  committed: true,
  scope: done === null ? null : scope,
  done,
  gap: done === null ? {code: 'error', facts: {line: 1, reason: 'broken'}} : null,
})
/** English as pages write it. */
const ENGLISH_PAGE = wordsIn((_, english) => english)
const drawn = (series: readonly Series[], until: string): BurnUpChart => burnUpChart(ENGLISH_PAGE, series, until, SIZE, NOTHING_AHEAD)
const day = (n: number): string => new Date(1.7e12 + n * 86_400_000).toISOString().slice(0, 10)

test('one revision is a point, not a line', () => {
  const chart = drawn([one('2026-01-01', 3)], '2026-01-01')
  expect([chart.dots.length, chart.days.map(({text}) => text), chart.done]).toEqual([
    2,
    ['1 Jan 2026'],
    [`M${chart.dots[1]?.x ?? 0} ${chart.dots[1]?.y ?? 0}H${chart.dots[1]?.x ?? 0}`],
  ])
})

test('a gap breaks the lines and is marked', () => {
  const chart = drawn([one('2026-01-01', 1), one('2026-01-02', null), one('2026-01-05', 4)], '2026-01-08')
  expect([chart.done.length, chart.scope.length, chart.gaps.map(({day: at, reason}) => [at, reason])]).toEqual([
    2,
    2,
    [['2026-01-02', 'line 1: broken']],
  ])
})

test('a number holds until the next revision', () => {
  const {done, left, right, bottom, top} = drawn([one('2026-01-01', 0), one('2026-01-06', 10)], '2026-01-11')
  expect(done).toEqual([`M${left} ${bottom}H${(left + right) / 2}V${top}H${right}`])
})

test('everything lies inside the drawing, ticks ascend, and more done is higher', () => {
  const series = fc
    .array(fc.record({n: fc.nat(3000), done: fc.nat(500), more: fc.nat(500)}), {minLength: 1, maxLength: 60})
    .map((all) => all.sort((a, b) => a.n - b.n).map(({n, done, more}): Series => one(day(n), done, done + more)))
  fc.assert(
    fc.property(series, (points) => {
      const chart = drawn(points, points.at(-1)?.day ?? '')
      const across = [...chart.scope, ...chart.done].flatMap((path) => [...path.matchAll(/[MH]([\d.]+)/g)].map(([, x]) => Number(x)))
      const down = [...chart.scope, ...chart.done].flatMap((path) =>
        [...path.matchAll(/(?:V|M[\d.]+ )([\d.]+)/g)].map(([, y]) => Number(y)),
      )
      expect(across.length).toBeGreaterThan(0)
      expect(down.length).toBeGreaterThan(0)
      for (const x of across) expect(x >= chart.left && x <= chart.right).toBe(true)
      for (const y of down) expect(y >= chart.top - 0.1 && y <= chart.bottom).toBe(true)
      const counts = chart.counts.map(({text}) => Number(text))
      expect(counts).toEqual([...counts].sort((a, b) => a - b))
      for (let at = 0; at < chart.dots.length; at += 2) expect((chart.dots[at]?.y ?? 0) <= (chart.dots[at + 1]?.y ?? 0)).toBe(true)
    }),
  )
})

test('labels of the axis never touch, whatever the length of the history', () => {
  const pixels = (text: string): number => text.length * 6.6
  fc.assert(
    fc.property(fc.nat(9000), fc.nat(9000), (from, length) => {
      const {days, right} = drawn([one(day(from), 1)], day(from + length))
      const boxes = days.map(({at, text, anchor}) => {
        const start = at - (anchor === 'start' ? 0 : anchor === 'end' ? pixels(text) : pixels(text) / 2)
        return {start, end: start + pixels(text)}
      })
      expect(days.length).toBeGreaterThan(0)
      expect(new Set(days.map(({text}) => text)).size).toBe(days.length)
      boxes.forEach(({start, end}, index) => {
        expect(start, days.map(({text}) => text).join()).toBeGreaterThanOrEqual(boxes[index - 1]?.end ?? 0)
        expect(end).toBeLessThanOrEqual(right + 24)
      })
    }),
    {
      numRuns: 500,
      // Two dates with a year side by side, as round the end of a year or before a short first week; and a long word for a month.
      examples: [
        [413, 13],
        [1039, 14],
        [46, 46],
        [1398, 48],
        [774, 49],
        [4, 54],
        [32, 57],
      ],
    },
  )
})

test('a thousand points are a path of bounded length that ends where they end', () => {
  const series = Array.from({length: 1000}, (_, n) => one(day(n), n, 1000))
  const {done, dots, right, top} = drawn(series, day(999))
  expect([done.length, dots.length]).toEqual([1, 0])
  expect(done[0]?.endsWith(`V${top}H${right}`) || done[0]?.endsWith(`H${right}`)).toBe(true)
  expect(done[0]?.length).toBeLessThan(20_000)
})

test('points that stand closer than an eye can see are still drawn where they are', () => {
  const series = Array.from({length: 3000}, (_, n) => one(day(n), n, 3000))
  const {done, left, right, top, bottom} = burnUpChart(ENGLISH_PAGE, series, day(2999), {width: 300, height: 320}, NOTHING_AHEAD)
  const corners = [...(done[0] ?? '').matchAll(/H([\d.]+)V([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
  expect(corners.length).toBeGreaterThan(200)
  for (const [x, y] of corners) expect(Math.abs((x - left) / (right - left) - (bottom - y) / (bottom - top))).toBeLessThan(0.01)
})

test('what lies ahead is drawn as far as the past stays readable', () => {
  const series = [one('2026-01-01', 0), one('2026-03-01', 5)]
  const chart = burnUpChart(ENGLISH_PAGE, series, '2026-03-01', SIZE, {
    planned: [
      {day: '2026-02-01', tasks: 4},
      {day: '2026-04-01', tasks: 10},
    ],
    marks: [
      {day: '2026-05-01', label: '50 %'},
      {day: '2036-01-01', label: '85 %'},
    ],
    forecast: {p50: '2026-05-01', p85: '2036-01-01'},
  })
  expect(chart.marks).toMatchObject([{label: '50 %', anchor: 'end'}])
  // From what is done today to both days. The second is beyond the drawing, which its side leaves just above today's height.
  const [, today, done, p50, scope, far, edge] = /^M(\S+) (\S+)L(\S+) (\S+)H(\S+)V(\S+)z$/.exec(chart.cone)?.map(Number) ?? []
  expect([today, p50, far]).toEqual([chart.today, chart.marks[0]?.x, chart.right])
  expect([(p50 ?? 0) < chart.right, (edge ?? 0) < (done ?? 0), (edge ?? 0) > (scope ?? 0)]).toEqual([true, true, true])
  expect(chart.values.at(-1)?.text).toMatch(/^1 Mar 2026: 5 of \d+ done$/)
  expect(chart.planned.startsWith(`M${chart.left} ${chart.bottom}H`)).toBe(true)
  expect(Number(/H([\d.]+)$/.exec(chart.done[0] ?? '')?.[1])).toBeLessThan(chart.right)
})

test('scope changes stand where they happened, with their size, and a point says its own; a gap is none', () => {
  const {changes, values} = drawn(
    [one('2026-01-01', 1, 10), one('2026-01-03', null), one('2026-01-05', 4, 13), one('2026-01-07', 5, 13), one('2026-01-08', 5, 11)],
    '2026-01-08',
  )
  expect(changes.map(({by}) => by)).toEqual([3, -2])
  expect(changes.map(({x}) => x)).toEqual([values[2]?.x, values[4]?.x])
  expect(values.map(({text}) => text)).toEqual([
    '1 Jan 2026: 1 of 10 done',
    '3 Jan 2026: line 1: broken',
    '5 Jan 2026: 4 of 13 done, scope +3',
    '7 Jan 2026: 5 of 13 done',
    '8 Jan 2026: 5 of 11 done, scope −2',
  ])
})

test('charts with a common scale give the same number the same height, and the same day the same place', () => {
  const common = {most: 100, last: '2026-02-01'}
  const [few, many] = [10, 100].map((scope) =>
    burnUpChart(ENGLISH_PAGE, [one('2026-01-01', 5, scope), one('2026-01-11', 5, scope)], '2026-01-11', SIZE, NOTHING_AHEAD, common),
  )
  expect(few?.counts).toEqual(many?.counts)
  expect(few?.days).toEqual(many?.days)
  expect(few?.done).toEqual(many?.done)
  expect(few?.today).toBeLessThan(few?.right ?? 0)
})
