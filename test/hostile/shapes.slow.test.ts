import {describe, expect, test} from 'vitest'
import {parsePlan} from '../../plugins/action-plan/src/parse/structure/plan.ts'
import {seconds} from './measure.ts'
import {hasTurn} from '../turn.mjs'
import {SHAPES} from './shapes.ts'

const names = Object.keys(SHAPES)
const [SMALL, LARGE] = [5_000, 50_000]

describe('every shape of text takes time that grows with its length', () => {
  test('there are many', () => expect(names.length).toBeGreaterThan(300))

  // Ten times the text takes ten times as long, and a hundred times when it goes with the square: the limit lies between the two.
  // Ten small texts are measured, so both figures stand for as much text, and no text is measured twice: what was read before
  // is remembered and takes no time. Below the floor it is not asked;
  // on a machine with other work one measurement in many is wrong, three in a row are not.
  const FLOOR = 0.3
  const RATIO = 25
  const STEP = 50
  const smaller = Array.from({length: 10}, (_, index) => SMALL + (index - 4.5) * STEP)
  const grows = (measure: (size: number) => number): readonly number[] => {
    const ratios: number[] = []
    while (ratios.length < 3) {
      const offset = ratios.length * smaller.length * STEP
      const time = measure(LARGE + offset)
      if (time < FLOOR) return []
      const small = smaller.map((size) => measure(size + offset)).reduce((sum, one) => sum + one) / smaller.length
      if (time / small < RATIO) return []
      ratios.push(time / small)
    }
    return ratios
  }

  test('the square is found, a straight line is not, nor one slow measurement', () => {
    expect(grows((size) => (size / 50_000) ** 2)).toHaveLength(3)
    expect(grows((size) => size / 50_000)).toEqual([])
    let measured = 0
    expect(grows((size) => (size / 50_000) * (++measured === 1 ? 5 : 1))).toEqual([])
    const read = new Set<number>()
    const remembering = (size: number): number => (read.has(size) ? 0 : (read.add(size), size / 50_000))
    expect(grows(remembering)).toEqual([])
    expect(read.size).toBe(11)
  })

  // Half of them each day; at night all, and larger ones.
  test.each(names.filter((_, index) => hasTurn(index, 2)))('%s', (name) => {
    const shape = SHAPES[name] as (size: number) => string
    expect(
      grows((size) => seconds(shape(size))),
      `time for ${LARGE} characters over that for ${SMALL}`,
    ).toEqual([])
  })
})

describe('a line of a megabyte is read', () => {
  const MOST = 10
  test.each(['task: links without an end', 'bullets on one line', 'field: depends on', 'heading: spaces', 'long rule of stars'])(
    '%s',
    (name) => expect(seconds((SHAPES[name] as (size: number) => string)(1_000_000))).toBeLessThan(MOST),
    120_000,
  )
})

test.each([
  [1000, 1],
  [20_000, 0],
])('%d bullets on a line are an error with its place', (times, tasks) => {
  const {plan, problems} = parsePlan(`${'- '.repeat(times)}[ ] a`)
  expect(problems).toContainEqual(expect.objectContaining({rule: 'markdown/too-deep', severity: 'error', line: 1, column: 201}))
  expect(plan.ledger.gfm.tasks).toBe(tasks)
})

test('a front matter that is too long is an error at its place', () => {
  expect(parsePlan(`---\nplan:\n  start: ${'['.repeat(100_000)}\n---\n- [ ] a\n`).problems).toMatchObject([
    {rule: 'settings/invalid', severity: 'error', line: 2, column: 1},
  ])
})

test('a message does not repeat a line of a megabyte', () => {
  const {problems} = parsePlan(`### 1.1 I\n\n- [ ] a\n\n**Timeline**: 3 dayz${'a'.repeat(1_000_000)}\n`)
  expect(problems.map(({rule}) => rule)).toEqual(['timeline/unreadable'])
  expect(JSON.stringify(problems).length).toBeLessThan(2000)
})
