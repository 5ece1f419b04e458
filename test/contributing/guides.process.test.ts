import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {hasTurn} from '../turn.mjs'
import {followGuide} from './follow.ts'

const FOLDER = 'docs/contributing'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a contributor writes by hand, by guide: what a guide adds is no larger than this. */
const EDITED: Readonly<Record<string, readonly string[]>> = {
  'add-a-field.md': ['fields/fields.ts', 'fields/words.ts'],
  'add-a-language.md': ['lexicon/sv.ts', 'lexicon/lexicon.ts'],
  'add-a-rule.md': ['rules/rules.test.ts', 'rules/item.ts'],
  'add-an-output.md': ['view/files/open-tasks.test.ts', 'view/files/open-tasks.ts', 'outputs.ts'],
}

test('each guide that says so is followed', () => {
  const claims = readdirSync(join(ROOT, FOLDER)).filter((name) =>
    readFileSync(join(ROOT, FOLDER, name), 'utf8').includes('A test follows the guide'),
  )
  expect(claims.sort()).toEqual(Object.keys(EDITED))
})

// One at a time, each within eight days: it is followed in a copy of the repository, with its type check and its tests.
test.each(Object.entries(EDITED).filter((_, index) => hasTurn(index, 8)))(
  '%s works as it is written, and its files are all that a contributor writes',
  {timeout: 600_000},
  async (guide, edited) => {
    const {edited: written} = await followGuide(`${FOLDER}/${guide}`)
    expect(written).toEqual(edited.map((file) => `plugins/action-plan/src/${file}`))
  },
)
