import fc from 'fast-check'
import {expect, test} from 'vitest'
import {report} from '../../report.ts'
import {cardHtml, cardOf, cardSvg, type Card} from './card.ts'

const SOURCE = {path: 'p.md', commit: 'a1b2c3d4', committedAt: null, changedAt: null, dirty: false}
const of = (text: string): Card =>
  cardOf(report({text, source: SOURCE, baseline: null, now: '2026-11-23T00:00:00Z', today: null, evidence: null}))
const LATE = '# Plan\n\n## 1. Keys (P0)\n\n- [x] a\n- [ ] b\n\n**Due**: 2026-11-02\n\n**Owner**: @ann\n\n## 2. Logs\n\n- [ ] c\n'

test('a card says the verdict, how much is done, what is worst and whose, and of which day it is', () =>
  expect(of(LATE)).toEqual({
    title: 'Plan',
    health: 'late',
    verdict: 'Off track',
    because: '1 of 2 items late: 1',
    done: 1,
    tasks: 3,
    percent: '33 %',
    counts: '1 of 3 tasks done',
    ends: [],
    worst: 'Worst: 1 Keys, 3 weeks late, @ann',
    asOf: 'As of 2026-11-23 (a1b2c3d)',
    language: 'en-GB',
  }))

test('both forms say all of it, the page with a link; a plan without tasks has a card, too', () => {
  const card = of(LATE)
  const page = cardHtml(card, '/progress')
  for (const text of [card.title, card.verdict, card.because, card.percent, card.counts, card.worst, card.asOf]) {
    expect(cardSvg(card)).toContain(text)
    expect(page).toContain(text)
  }
  expect(page).toContain('href="/progress"')
  // Policies of sites forbid both.
  expect(page).not.toMatch(/<style|<script/)
  expect(cardHtml(card, null)).not.toContain('href')
  expect(cardSvg(of('# P\n'))).toContain('no tasks')
})

test('a card is small: below 3 kB in each form', () => {
  for (const text of [cardSvg(of(LATE)), cardHtml(of(LATE), '/progress')]) expect(text.length).toBeLessThan(3000)
})

test('cards are inert with any text', {tags: ['slow']}, () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
      const card = of(`# ${text}\n\n## 1. ${text}\n\n- [ ] ${text}\n\n**Due**: 2026-01-01\n`)
      expect(cardSvg(card).replace(/<\/?(?:svg|title|rect|text)(?:\s[^<>]*)?\/?>/g, '')).not.toContain('<')
      expect(
        cardHtml(card, null)
          .split('<main>')[1]
          ?.replace(/<\/?(?:main|h1|p|b|progress|small|body|html)(?:\s[^<>]*)?>/g, ''),
      ).not.toContain('<')
    }),
    {numRuns: 100, seed: 5},
  )
})
