import {describe, expect, test} from 'vitest'
import type {Problem} from '../../model/problem.ts'
import {parseDuration} from './duration.ts'

function parsed(text: string): {readonly days: number | null; readonly problems: readonly Problem[]} {
  const {value, problems} = parseDuration(text, {line: 7, column: 15}, (raw) => raw)
  return {days: value?.days ?? null, problems}
}

function read(text: string): string {
  const {days, problems} = parsed(text)
  return [days === null ? 'null' : `${Math.round(days * 1000) / 1000}`, ...problems.map(({rule}) => rule)].join(' ')
}

describe('durations, in working days', () => {
  test.each([
    ['2 days', '2'],
    ['1 week', '5'],
    ['2 weeks', '10'],
    ['1-2 weeks', '10'],
    ['3 days (design) + 2 weeks (build)', '13'],
    ['3 days (design), 2 weeks (build)', '13'],
    ['1 week (5 days)', '5'],
    ['30 calendar days', '21.429'],
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
    ['3 days - 1 week', '5'],
    ['2 weeks – 1 month', '21'],
    ['1 day – 3 days', '3'],
    ['1 day to 3 days', '3'],
    ['1 week - 3 days', '5'],
    ['4 hours - 1 day + 2 days', '3'],
    ['2 weeks - 3 people', '10'],
    ['1,000 hours', '125'],
    ['1 000 hours', '125'],
    ['1,000-2,000 hours', '250'],
    ['1,500.5 hours', '187.563'],
    ['0.125 days', '0.125'],
    ['1.000 hours', 'null timeline/unreadable'],
    ['1.000-2.000 hours', 'null timeline/unreadable'],
    ['10,00,00 days', 'null timeline/unreadable'],
    // The other languages.
    ['2 bis 3 Arbeitstage', '3'],
    ['14 Kalendertage', '10'],
    ['ein halber Tag', '0.5'],
    ['environ 3 jours ouvrés', '3'],
    ['3 à 5 jours', '5'],
    ['hasta 2 semanas', '10'],
    ['5 días hábiles', '5'],
    ['3 a 5 dias úteis', '5'],
    ['un mese', '21'],
    ['mezza giornata', '0.5'],
    ['2 weken', '10'],
    ['3 do 5 dni roboczych', '5'],
    ['2 tygodnie', '10'],
    ['3 дня', '3'],
    ['от 3 до 5 дней', '5'],
    ['von 3 bis 5 Tagen', '5'],
    ['de 3 a 5 días', '5'],
    ['3–5 рабочих дней', '5'],
    ['14 календарных дней', '10'],
    ['两周', '10'],
    ['3天左右', '3'],
    ['半天', '0.5'],
    ['３～５個工作日', '5'],
    ['約2週間', '10'],
    ['3日から5日', '5'],
    ['2주', '10'],
    ['1개월', '21'],
    ['one to two weeks', '10'],
    ['bei Bedarf', 'null'],
    ['待定', 'null'],
    ['нет', 'null'],
    ['Tydzień 2', 'null timeline/is-position'],
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

test.each([
  ['3 dayz', 'try "3 days"'],
  ['1 dayz', 'try "1 day"'],
  ['2 wekes', 'try "2 weeks"'],
  ['0 days', 'write a number above zero, or "TBD"'],
  ['0 dayz', 'write a number above zero, or "TBD"'],
  ['1.000 hours', 'write "1000 hours" or "1 hour"'],
  ['1.500 days', 'write "1500 days" or "1.5 days"'],
  ["1'000 hours", 'write a number and a unit, such as "3 days" or "1 week"'],
  ['1 000 hourz', 'try "1000 hours"'],
  ['soon', 'write a number and a unit, such as "3 days" or "1 week"'],
])('the mend of %s: %s', (text, mend) => expect(parsed(text).problems).toMatchObject([{rule: 'timeline/unreadable', fix: mend}]))
