import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {mutationsSentence} from '../../src/mutations.ts'

const folder = mkdtempSync(join(tmpdir(), 'mutations-'))
afterAll(() => rmSync(folder, {recursive: true}))

test('the share is never rounded up, and has its day and the command that measures it', () => {
  const file = join(folder, 'mutations.json')
  const figures = {executedOn: '2026-11-30', runbooks: 32}
  writeFileSync(file, JSON.stringify({...figures, all: {tried: 200, noticed: 199}, harmful: {tried: 50, noticed: 50}}))
  expect(mutationsSentence(file)).toBe(
    'Runbooks: on 30 Nov 2026, 32 of them were changed for the worse in 200 places, one place at a time. Their runs noticed 199 of the changes (99 %). Of the 50 that destroy or reveal something it noticed 50. "npm run nightly -- runbooks" measures it.',
  )
})

test('without a recorded run nothing is said', () => expect(mutationsSentence(join(folder, 'none.json'))).toBe(''))
