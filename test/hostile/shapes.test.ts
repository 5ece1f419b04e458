import {describe, expect, test} from 'vitest'
import {parsePlan} from '../../plugins/action-plan/src/parse/plan.ts'
import {seconds} from './measure.ts'
import {SHAPES} from './shapes.ts'

const names = Object.keys(SHAPES)
const [SMALL, LARGE] = [8_000, 80_000]

describe('every shape of text takes time that grows with its length', () => {
  test('there are many', () => expect(names.length).toBeGreaterThan(300))

  // What takes the square of its length takes a hundred times as long for ten times the text. Times below the floor are noise.
  const FLOOR = 0.4
  const RATIO = 30
  test.each(names)('%s', (name) => {
    const shape = SHAPES[name] as (size: number) => string
    const large = shape(LARGE)
    let least = seconds(large)
    if (least < FLOOR) return
    const small = shape(SMALL)
    const before = Math.min(seconds(small), seconds(small), seconds(small))
    least = Math.min(least, seconds(large))
    if (least >= FLOOR) expect(least / before).toBeLessThan(RATIO)
  })
})

describe('a line of a megabyte is read', () => {
  const MOST = 15
  test.each([
    'task: links without an end',
    'bullets on one line',
    'field: depends on',
    'task: unclosed links A',
    'heading: spaces',
    'long rule of stars',
  ])('%s', (name) => expect(seconds((SHAPES[name] as (size: number) => string)(1_000_000))).toBeLessThan(MOST), 120_000)
})

test('nesting has no limit but an error with its place', () => {
  expect(parsePlan(`${'- '.repeat(20_000)}[ ] a`)).toMatchObject({
    plan: {ledger: {gfm: {tasks: 1}}},
    problems: [{rule: 'markdown/too-deep', severity: 'error', line: 1}],
  })
})

test('a front matter that is too long is an error at its place', () => {
  expect(parsePlan(`---\nplan:\n  start: ${'['.repeat(100_000)}\n---\n- [ ] a\n`).problems).toMatchObject([
    {rule: 'settings/invalid', severity: 'error', line: 2, column: 1},
  ])
})

test('a message does not repeat a line of a megabyte', () => {
  const {problems} = parsePlan(`### 1.1 I\n\n- [ ] a\n\n**Timeline**: ${'a'.repeat(1_000_000)}\n`)
  expect(problems.map(({rule}) => rule)).toEqual(['timeline/unreadable'])
  expect(JSON.stringify(problems).length).toBeLessThan(2000)
})
