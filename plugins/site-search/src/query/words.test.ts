import {expect, test} from 'vitest'
import {fold, indexWords, phrase, telling, words} from './words.ts'

test.each([
  ['FATAL:  sorry, too many clients already', 'fatal sorry too many clients already'],
  ['2.1 Credential Management (P0)', '2.1 credential management p0'],
  ['pg_hba.conf, idle-in-transaction', 'pg hba conf idle in transaction'],
  ['Überprüfung, ÉTÉ, straße', 'uberprufung ete strasse'],
  ['部署 rollback', '部 署 roll back'],
  ['  …!?  ', ''],
])('%s', (text, expected) => {
  expect(words(text).join(' ')).toBe(expected)
})

test('a letter with an accent is the same however it is encoded', () => {
  expect(words('café'.normalize('NFD'))).toEqual(words('café'.normalize('NFC')))
  expect(fold('İstanbul')).toBe('istanbul')
})

test('a name in camel case is found by its parts too', () => {
  expect(indexWords('DatabasePoolNearlyExhausted HTTPServer')).toEqual([
    'databasepoolnearlyexhausted',
    'database',
    'pool',
    'nearly',
    'exhausted',
    'httpserver',
    'http',
    'server',
  ])
})

test('a noun and the verb it is made of find each other', () => {
  expect(words('Rollback')).toEqual(words('roll back'))
  expect(indexWords('Rollback')).toEqual(['rollback', 'roll', 'back'])
})

test('small words tell nothing, unless there are no others', () => {
  expect(telling(words('How do I roll back a deployment?'))).toEqual(['roll', 'back', 'deployment'])
  expect(telling(words('where are we'))).toEqual(['where', 'are', 'we'])
})

test('a phrase has a blank at both ends', () => {
  expect(phrase('deadlock detected.')).toBe(' deadlock detected ')
})

test('a very long number is read in no time', () => {
  const digits = '1'.repeat(50_000)
  const from = performance.now()
  expect(words(`${digits} 2.1 1.2.3`)).toEqual([digits, '2.1', '1.2.3'])
  expect(performance.now() - from).toBeLessThan(500)
})
