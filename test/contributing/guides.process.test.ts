import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {hasTurn} from '../turn.mjs'
import {followGuide} from './follow.ts'

const FOLDER = 'docs/contributing'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The files of a guide as its table has them: those of the contributor, and those that a command writes. */
function filesOf(guide: string): {readonly edited: readonly string[]; readonly written: readonly string[]} {
  const rows = [
    ...readFileSync(join(ROOT, FOLDER, guide), 'utf8').matchAll(/^\| `([^`]+)` \| (by hand|`npm run generate`|tests with `-u`) \|$/gm),
  ]
  const files = (byHand: boolean): readonly string[] => rows.flatMap(([, file = '', who]) => ((who === 'by hand') === byHand ? [file] : []))
  return {edited: files(true), written: files(false)}
}

/** Guides that have code are followed, and say which files a contributor writes. What they add is no larger than this. */
const GUIDES: Readonly<Record<string, number>> = {'add-a-field.md': 2, 'add-a-language.md': 2, 'add-a-rule.md': 2, 'add-an-output.md': 3}

test('each guide that says so is followed, and few files are written by hand', () => {
  const claims = readdirSync(join(ROOT, FOLDER)).filter((name) =>
    readFileSync(join(ROOT, FOLDER, name), 'utf8').includes('A test follows the guide'),
  )
  expect(Object.fromEntries(claims.sort().map((name) => [name, filesOf(name).edited.length]))).toEqual(GUIDES)
})

// One at a time, each within eight days: it is followed in a copy of the repository, with its type check and its tests.
test.each(Object.keys(GUIDES).filter((_, index) => hasTurn(index, 8)))(
  '%s works as it is written, and its table has the files that it changes, and who writes them',
  {timeout: 600_000},
  async (guide) => {
    const {edited, written} = await followGuide(`${FOLDER}/${guide}`)
    expect({edited, written}).toEqual(filesOf(guide))
  },
)
