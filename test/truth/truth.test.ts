import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {compare, type Difference, type Outcome} from './compare.ts'
import {readTruth, type TruePlan} from './truth.ts'

// What the reader takes from plans whose values were written down by a person, value by value.

const plans = readTruth(new URL('../../plugins/action-plan/src/fixtures/truth/', import.meta.url))
const made = plans.map((plan) => [plan, compare(plan)] as const)
const all = made.flatMap(([, {differences}]) => differences)

const share = (outcomes: readonly Outcome[]): string => {
  const sum = (of: (one: Outcome) => number): number => outcomes.reduce((total, one) => total + of(one), 0)
  const values = sum((one) => one.values)
  const right = values - sum(({differences}) => differences.length)
  return `${((100 * right) / values).toFixed(2)} % (${right} of ${values})`
}
const by = (key: (plan: TruePlan) => string): readonly string[] =>
  [...new Set(plans.map(key))].sort().map((name) => `${name} ${share(made.flatMap(([plan, one]) => (key(plan) === name ? [one] : [])))}`)
const line = ({plan, place, kind, stated, read, told}: Difference): string =>
  `${plan} line ${place}: ${kind}${told ? ', told' : ''}: stated ${stated ?? 'nothing'}, read ${read ?? 'nothing'}`

/** Says something that the plan does not say, without a word about it. */
const isSilent = ({kind, told}: Difference): boolean => kind !== 'missed' && !told

test('there are plans of 12 languages and 15 habits', () => {
  expect(plans.length).toBe(60)
  expect(new Set(plans.map(({language}) => language)).size).toBe(12)
  expect(new Set(plans.map(({habit}) => habit)).size).toBe(15)
})

test('the reader has the values that a person takes from the plans, but for those that are listed', async () => {
  const text = [
    '# Values right',
    share(made.map(([, one]) => one)),
    '',
    '# Wrong or invented without a problem',
    String(all.filter(isSilent).length),
    '',
    '# By language',
    ...by(({language}) => language),
    '',
    '# By habit',
    ...by(({habit}) => habit),
    '',
    '# Not as the plan says it',
    ...all.map(line),
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL('differences.txt', import.meta.url)))
})
