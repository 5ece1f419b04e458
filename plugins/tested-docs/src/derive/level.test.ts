import {expect, test} from 'vitest'
import type {Block} from '../model/page.ts'
import type {BlockResult, Verdict} from '../model/result.ts'
import {level} from './level.ts'

const block = (id: string, section: string, extra: Partial<Block> = {}): Block => ({
  id,
  kind: 'run',
  line: 1,
  column: 1,
  section,
  text: 'true',
  exit: 0,
  fails: false,
  limitSeconds: 30,
  reason: null,
  path: null,
  expected: null,
  ...extra,
})
const blocks = [
  block('step', 'Steps'),
  block('fail', 'Verify', {fails: true}),
  block('back', 'Roll back'),
  block('vault', 'Steps', {kind: 'no-run'}),
]
const said = (verdicts: Record<string, Verdict>): BlockResult[] =>
  Object.entries(verdicts).map(([id, verdict]) => ({id, line: 1, verdict, because: null}))
const all = {step: 'passed', fail: 'passed', back: 'passed', vault: 'no-run'} as const

test('three wants most commands, a failure and a roll back', () => {
  expect(level(blocks, said(all), true)).toBe(3)
  expect(
    level(
      blocks.filter((one) => one.id !== 'back'),
      said(all),
      true,
    ),
  ).toBe(2)
  expect(
    level(
      blocks.map((one) => ({...one, fails: false})),
      said(all),
      true,
    ),
  ).toBe(2)
})

test('a failure, a block that was not reached, or too little executed is no more than one; bad syntax is nothing', () => {
  expect(level(blocks, said({...all, back: 'failed'}), true)).toBe(1)
  expect(level(blocks, said({...all, back: 'not-executed'}), true)).toBe(1)
  expect(level(blocks, said({step: 'passed', fail: 'no-run', back: 'no-run', vault: 'no-run'}), true)).toBe(1)
  expect(level([], [], true)).toBe(1)
  expect(level(blocks, said(all), false)).toBe(0)
})
