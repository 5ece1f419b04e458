import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {tables, total, type Before} from './page.ts'
import type {Figures, Verdict} from './read.ts'

const at = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const figures = JSON.parse(at('figures.json')) as readonly Figures[]
const verdicts = JSON.parse(at('verdicts.json')) as readonly Verdict[]
const before = JSON.parse(at('before.json')) as Before

test('there are enough public plans, each with a commit', () => {
  expect(figures.length).toBeGreaterThanOrEqual(300)
  for (const {commit} of figures) expect(commit).toMatch(/^[0-9a-f]{40}$/)
})

test('enough warnings are judged, and most are true', () => {
  expect(verdicts.length).toBeGreaterThanOrEqual(100)
  expect(verdicts.filter(({isTrue}) => isTrue).length / verdicts.length).toBeGreaterThanOrEqual(0.75)
})

test('the reader warns of few plans', () => {
  expect(total(figures, 'warnings') / figures.length).toBeLessThan(0.4)
  expect(total(figures, 'errors') / figures.length).toBeLessThan(0.1)
})

test('the page says what is measured', () =>
  expect(at('../../docs/reference/reader-corpus.md')).toContain(tables(figures, verdicts, before)))
