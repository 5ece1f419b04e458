import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const FOLDER = 'docs/reference'
const ROW = /^\| \[[^\]]+\]\(([^)]+)\) \| `([^`]+)` \| \[[^\]]+\]\((https:[^)]+)\).*? \| (\d{4}-\d\d-\d\d) \| (\d{4}-\d\d-\d\d) \|$/gm

interface Fact {
  readonly page: string
  readonly says: string
  readonly checkedOn: string
  readonly checkBy: string
}

const text = readFileSync(join(FOLDER, 'facts.md'), 'utf8')
const facts = [...text.matchAll(ROW)].map(
  ([, page = '', says = '', , checkedOn = '', checkBy = '']): Fact => ({page: join(FOLDER, page), says, checkedOn, checkBy}),
)

/** What has to be checked again on a day. */
const due = (all: readonly Fact[], day: string): string[] =>
  all
    .filter(({checkBy}) => checkBy < day)
    .map(({page, says, checkBy}) => `${page} says "${says}"; it was to be checked again by ${checkBy}. Fix: read its source (${FOLDER}/facts.md)`)

test('every row of the list can be read, and was checked before it is to be checked again', () => {
  expect(facts.length).toBe(text.split('\n').filter((line) => line.startsWith('| [')).length)
  expect(facts.length).toBeGreaterThanOrEqual(4)
  for (const {page, checkedOn, checkBy} of facts) expect(checkBy > checkedOn, `${page}: ${checkBy}`).toBe(true)
})

test('each page still says what the list says of it', () => {
  for (const {page, says} of facts) expect(readFileSync(page, 'utf8'), page).toContain(says)
})

test('a fact is due after its last day, and not on it', () => {
  const fact = {page: 'docs/a.md', says: 'at most 200 days', checkedOn: '2026-11-29', checkBy: '2027-03-14'}
  expect(due([fact], '2027-03-14')).toEqual([])
  expect(due([fact], '2027-03-15')).toEqual([
    'docs/a.md says "at most 200 days"; it was to be checked again by 2027-03-14. Fix: read its source (docs/reference/facts.md)',
  ])
})

test('what is due is told, and fails nothing', () => {
  for (const line of due(facts, new Date().toISOString().slice(0, 10))) console.warn(line)
})
