import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {compare, type Difference, type Outcome} from './compare.ts'
import {readTruth, type TruePlan} from './truth.ts'

// What the reader takes from plans whose values were written down by a person, value by value.

interface Compared {
  readonly plan: TruePlan
  readonly outcome: Outcome
}
const compared = (folder: string): readonly Compared[] =>
  readTruth(new URL(`../../plugins/action-plan/src/fixtures/${folder}/`, import.meta.url)).map((plan) => ({plan, outcome: compare(plan)}))

const truth = compared('truth')
const heldOut = compared('held-out')

const share = (some: readonly Compared[]): string => {
  const sum = (of: (one: Outcome) => number): number => some.reduce((total, {outcome}) => total + of(outcome), 0)
  const values = sum((one) => one.values)
  const right = values - sum(({differences}) => differences.length)
  return `${((100 * right) / values).toFixed(2)} % (${right} of ${values})`
}
const by = (some: readonly Compared[], key: (plan: TruePlan) => string): readonly string[] =>
  [...new Set(some.map(({plan}) => key(plan)))].sort().map((name) => `${name} ${share(some.filter(({plan}) => key(plan) === name))}`)
const line = ({plan, place, kind, stated, read, told}: Difference): string =>
  `${plan} line ${place}: ${kind}${told ? ', told' : ''}: stated ${stated ?? 'nothing'}, read ${read ?? 'nothing'}`
const differencesOf = (some: readonly Compared[]): readonly Difference[] => some.flatMap(({outcome}) => outcome.differences)

/** Says something that the plan does not say, without a word about it. */
const isSilent = ({kind, told}: Difference): boolean => kind !== 'missed' && !told

/** The figures and what is not as a plan says it: a change in either direction changes the file. */
const shown = (some: readonly Compared[]): string =>
  [
    '# Values right',
    share(some),
    '',
    '# Wrong or invented without a problem',
    String(differencesOf(some).filter(isSilent).length),
    '',
    '# By language',
    ...by(some, ({language}) => language),
    '',
    '# By habit',
    ...by(some, ({habit}) => habit),
    '',
    '# Not as the plan says it',
    ...differencesOf(some).map(line),
    '',
  ].join('\n')
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

test('there are plans of 12 languages and 15 habits', () => {
  expect(truth.length).toBe(60)
  expect(new Set(truth.map(({plan}) => plan.language)).size).toBe(12)
  expect(new Set(truth.map(({plan}) => plan.habit)).size).toBe(15)
})

test('the reader has the values that a person takes from the plans, but for those that are listed', async () => {
  await expect(shown(truth)).toMatchFileSnapshot(file('differences.txt'))
})

test('the same of plans that were written after the reader was mended', async () => {
  await expect(shown(heldOut)).toMatchFileSnapshot(file('held-out.txt'))
})
