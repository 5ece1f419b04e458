import {describe, expect, test} from 'vitest'
import type {Problem} from '../model/problem.ts'
import {parseDuration} from './duration.ts'

function read(text: string): string {
  const problems: Problem[] = []
  const found = parseDuration(text, {line: 7, column: 15}, {report: (one) => void problems.push(one), plain: (raw) => raw})
  return [found === null ? 'null' : `${Math.round(found.days * 1000) / 1000}`, ...problems.map(({rule}) => rule)].join(' ')
}

describe('durations, in working days', () => {
  test.each([
    ['2 days', '2'],
    ['1 week', '5'],
    ['2 weeks', '10'],
    ['1-2 weeks', '10'],
    ['1 – 2 weeks', '10'],
    ['~3 days', '3'],
    ['half a day', '0.5'],
    ['a week', '5'],
    ['1.5 days', '1.5'],
    ['1,5 Tage', '1.5'],
    ['2 Wochen', '10'],
    ['3d', '3'],
    ['4h', '0.5'],
    ['2 hours + 2 hours', '0.5'],
    ['1 month', '21'],
    ['2 weeks (part time)', '10'],
    ['2h per file', '0.25'],
    ['3 working days', '3'],
    ['2-day', '2'],
    ['3 日', '3'],
    ['TBD', 'null'],
    ['Ongoing', 'null'],
    ['S', 'null'],
    ['5m', '0.01 timeline/ambiguous-unit'],
    ['Week 2', 'null timeline/is-position'],
    ['Days 2-3', 'null timeline/is-position'],
    ['2026-12-01', 'null timeline/is-position'],
    ['3 dayz', 'null timeline/unreadable'],
    ['soon', 'null timeline/unreadable'],
    ['0 days', 'null timeline/unreadable'],
    ['Too large for 4 weeks, so split it', 'null timeline/prose'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected))
})
