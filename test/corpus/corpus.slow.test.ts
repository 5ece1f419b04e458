import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {HistoryFigures, Judged} from './histories.ts'
import {historyTable, judgedOf, tables, total, type Corpus} from './page.ts'

const at = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const corpus = (before: string): Corpus => {
  const json = (file: string): unknown => JSON.parse(at(`${before}${file}.json`))
  return {figures: json('figures'), verdicts: json('verdicts'), before: json('before')} as Corpus
}

describe.each([
  ['plans that the reader was mended by', '', 0.3, 100],
  ['plans that nobody had seen before', 'unseen-', 0.2, 40],
] as const)('%s', (_, name, most, judged) => {
  const {figures, verdicts, before} = corpus(name)
  test('are enough, each with a commit', () => {
    expect(figures.length).toBeGreaterThanOrEqual(300)
    for (const {commit} of figures) expect(commit).toMatch(/^[0-9a-f]{40}$/)
  })
  test('have warnings that are judged, and nine of ten are true', () => {
    const warnings = judgedOf(verdicts, figures, 'warnings')
    expect(warnings.length).toBeGreaterThanOrEqual(judged)
    expect(warnings.filter(({isTrue}) => isTrue).length / warnings.length).toBeGreaterThanOrEqual(0.9)
    expect(warnings).toHaveLength(total(figures, 'warnings'))
  })
  test('have few of them', () => {
    expect(total(figures, 'warnings') / figures.length).toBeLessThan(most)
    expect(total(figures, 'errors') / figures.length).toBeLessThan(0.1)
  })
  test('are what the page says', () =>
    expect(at('../../docs/reference/reader-corpus.md')).toContain(tables({figures, verdicts, before}, {unseen: name !== ''})))
})

test('the errors in plans that nobody had seen are judged, and all are true', () => {
  const {figures, verdicts} = corpus('unseen-')
  const errors = judgedOf(verdicts, figures, 'errors')
  expect(errors).toHaveLength(total(figures, 'errors'))
  expect(errors.filter(({isTrue}) => !isTrue)).toEqual([])
})

describe('edits of public plans', () => {
  const figures = JSON.parse(at('histories-figures.json')) as readonly HistoryFigures[]
  const share = (all: readonly Judged[]): number => {
    const [told, right] = [all.map((one) => one.told), all.map((one) => one.right)].map((counts) =>
      counts.reduce((sum, count) => sum + count, 0),
    )
    return (right ?? 0) / (told ?? 1)
  }
  test('are those of ten plans at least, with 30 edits each', () => {
    expect(figures.filter(({edits}) => edits >= 30).length).toBeGreaterThanOrEqual(10)
    expect(figures.filter(({edits}) => edits < 30)).toEqual([])
  })
  test('are told right in 95 of 100 completions and moves', () => {
    expect(share(figures.map(({completions}) => completions))).toBeGreaterThanOrEqual(0.95)
    expect(share(figures.flatMap(({items, tasks}) => [items, tasks]))).toBeGreaterThanOrEqual(0.95)
  })
  test('are what the page says', () => expect(at('../../docs/reference/reader-corpus.md')).toContain(historyTable(figures)))
})
