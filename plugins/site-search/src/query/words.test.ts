import {expect, test} from 'vitest'
import {fold, indexWords, phrase, words} from './words.ts'

test.each([
  ['FATAL:  sorry, too many clients already', 'fatal sorry too many clients already'],
  ['2.1 Credential Management (P0)', '2.1 credential management p0'],
  ['pg_hba.conf, idle-in-transaction', 'pg hba conf idle in transaction'],
  ['Überprüfung, ÉTÉ, straße', 'uberprufung ete strasse'],
  ['部署 rollback', '部 署 rollback'],
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

test('a phrase has a blank at both ends', () => {
  expect(phrase('deadlock detected.')).toBe(' deadlock detected ')
})
