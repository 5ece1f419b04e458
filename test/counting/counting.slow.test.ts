import {describe, expect, test} from 'vitest'
import {parsePlan} from '../../plugins/action-plan/src/parse/structure/plan.ts'
import {KINDS} from './documents.ts'
import {compare, fault} from './differences.ts'
import {remarkCounts} from './remark-counts.ts'

describe('boxes are counted as remark-gfm counts them', () => {
  test.each([
    ...['\u00A0', '\u1680', '\u2003', '\u3000', '\u2028', '\u2029', '\uFEFF', '\v', '\f'].map((space) => `- ${space}[x] a`),
    '- [\n\u00A0] a',
    '>\n    a\n\ta\n3) [ ] a',
    '-\n\n\ta\n2. [ ] a',
    '- a\n<a>\n  - [ ] a',
    ' + - a\n<a>\n\t2. [ ] a',
    '- b\n<a>\n\tx\n3) [ ] c',
    '<a>\u3000\r- [ ] a',
    '<s\u00A0>\n- [ ] a',
    '<details\u00A0>\n- [ ] a',
    '<script\u00A0>\n- [ ] a',
    '+ *\n  [ ] a',
    '1. *\n   [ ] a',
    '[^\u00A0]:- [ ] a',
    '[^a\\]: - [ ] a',
    `${'- [ ] a\n'.repeat(3)}\n\n\n    b\n\n\n- [x] c`,
  ])('%j', (text) => expect(fault(text)).toBeNull())

  test('in 50,000 documents of all kinds', () => {
    const {documents, tasks, refused, faults} = compare(1, 50_000)
    expect(faults).toEqual([])
    expect(documents).toBe(50_000)
    expect(tasks).toBeGreaterThan(10_000)
    expect(refused).toBeLessThan(20)
  }, 600_000)

  test('every kind of document but single characters holds tasks', () => {
    const kinds = Object.keys(KINDS).length
    expect(kinds).toBe(8)
    for (let kind = 0; kind < kinds - 1; kind++) {
      let tasks = 0
      for (let round = 0; round < 40; round++) tasks += compare(kind + kinds * round, 1).tasks
      expect(tasks, Object.keys(KINDS)[kind] as string).toBeGreaterThan(0)
    }
  }, 60_000)
})

test.each(['\u00A0', '\u2003', '\u3000', '\v'])('a box behind the space %j is a problem with its place, and ignored', (space) => {
  const {plan, problems} = parsePlan(`# P\n\n- ${space}[x] a\n- [ ] b\n`)
  expect(plan.ledger.ignored).toEqual([{line: 3, column: 3, reason: 'malformed'}])
  // A vertical tab is a control character, too, which is a problem of its own.
  expect(problems.filter(({rule}) => rule !== 'text/control-character')).toMatchObject([{rule: 'task/near-box', line: 3, column: 3}])
})

test('the comparison finds what is wrong', () => expect(fault('- [ ] a', {tasks: 2, done: 0})).toBe('0 of 1 done, remark-gfm says 0 of 2'))

test('what remark counts', () => expect(remarkCounts('- [x] a\n- [ ] b\n')).toEqual({tasks: 2, done: 1}))
