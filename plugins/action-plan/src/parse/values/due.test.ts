import {expect, test} from 'vitest'
import {parsePlan} from '../structure/plan.ts'
import {parseDue} from './due.ts'

/** The date that is read, or the rules of what is wrong. */
function due(text: string): string | readonly string[] | null {
  const {value, problems} = parseDue(text, {line: 1, column: 1}, (raw) => raw)
  return problems.length > 0 ? problems.map(({rule}) => rule) : (value?.date ?? null)
}

test.each(['Q2 FY26', 'FY2025/26 Q2', 'Q2 2025/26', 'FY26', '2026年度第2四半期'])('%s is no day of the calendar', (text) => {
  const {value, problems} = parseDue(text, {line: 1, column: 1}, (raw) => raw)
  expect([value, problems.map(({rule}) => rule)]).toEqual([null, ['due/fiscal-year']])
})

test.each([
  ['2026-12-04', '2026-12-04'],
  ['2026-12-04 (was 2026-11-20)', '2026-12-04'],
  ['2026-12-04 (Q4 2026)', '2026-12-04'],
  ['Dec 4, 2026, at noon', '2026-12-04'],
  // The last day of what is named.
  ['2026-11-30 - 2026-12-04', '2026-12-04'],
  ['Nov 30 - Dec 4, 2026', '2026-12-04'],
  ['December 2026', '2026-12-31'],
  ['end of February 2028', '2028-02-29'],
  ['by the end of Q1 2027', '2027-03-31'],
  ['Q4 2026', '2026-12-31'],
  ['Week 49, 2026', '2026-12-06'],
  ['2026-W53', '2027-01-03'],
  ['KW 1/2027', '2027-01-10'],
  ['Ende KW 49 2026', '2026-12-06'],
  // The other languages.
  ['4. Dezember 2026', '2026-12-04'],
  ['Freitag, 4. Dezember 2026', '2026-12-04'],
  ['Ende Dezember 2026', '2026-12-31'],
  ['4 de diciembre de 2026', '2026-12-04'],
  ['fin de mars 2027', '2027-03-31'],
  ['4 grudnia 2026 (było 2026-11-20)', '2026-12-04'],
  ['4 декабря 2026 г.', '2026-12-04'],
  ['до конца марта 2027 г.', '2027-03-31'],
  ['2026年12月4日（金）', '2026-12-04'],
  ['2026年12月末', '2026-12-31'],
  ['２０２６年１２月４日', '2026-12-04'],
  ['2026년 12월 4일', '2026-12-04'],
  // Numbers alone: between points the day comes first, and there is no thirteenth month.
  ['4.12.2026', '2026-12-04'],
  ['18/12/2026', '2026-12-18'],
  ['12/18/2026', '2026-12-18'],
  ['18-12-2026', '2026-12-18'],
  ['05/05/2026', '2026-05-05'],
  ['25.–29. Januar 2027', '2027-01-29'],
  // "By", in other words.
  ['by Dec 4, 2026', '2026-12-04'],
  ['bis Freitag, 4. Dezember 2026', '2026-12-04'],
  ['antes del 31 de diciembre de 2026', '2026-12-31'],
  ['avant le 4 décembre 2026', '2026-12-04'],
  ['uiterlijk 11 december 2026', '2026-12-11'],
  ['до 4 декабря 2026 г.', '2026-12-04'],
  ['2026年12月4日までに', '2026-12-04'],
  ['I квартал 2027 г.', '2027-03-31'],
  ['<2026-12-04 Fri>', '2026-12-04'],
  ['[2026-12-04 Fri 10:00]', '2026-12-04'],
  ['待定', null],
  ['keine', null],
  ['нет', null],
  // What says no day is none.
  ['TBD', null],
  ['12/06/2026', ['due/ambiguous']],
  ['2026-11-01 -> 2027-01-15', ['due/ambiguous']],
  ['2026-11-01, extended to Jan 15, 2027', ['due/ambiguous']],
  ['2026-02-30', ['due/unreadable']],
  ['mid December 2026', ['due/unreadable']],
  ['early 2027', ['due/unreadable']],
  ['before December 2026', ['due/unreadable']],
  ['December 2026 or later', ['due/unreadable']],
  ['December', ['due/not-a-date']],
  ['Week 49', ['due/is-position']],
  ['2026-W54', ['due/unreadable']],
  ['2026', ['due/unreadable']],
  ['soon', ['due/not-a-date']],
  ['21 октября (1 день)', ['due/not-a-date']],
  ['Dec 4', ['due/not-a-date']],
  ['12月4日（金）', ['due/not-a-date']],
  ['12월 4일', ['due/not-a-date']],
  ['Dans les 48h (avec marge)', ['due/not-a-date']],
  ['Dzień 1, 30 minut', ['due/is-position']],
  ['Day 16, 2 hours', ['due/is-position']],
])('%s', (text, expected) => expect(due(text)).toEqual(expected))

test.each([
  ['Scadenza', '2026-12-04'],
  ['Prazo', '2026-12-04'],
  ['Frist', '2026-12-04'],
  ['Échéance', '2026-12-04'],
  // These words are of English, too.
  ['Deadline', null],
  ['Due', null],
])('a label of a language where the day comes first says in which order "04/12/2026" is: %s', (label, date) => {
  const {sections} = parsePlan(`# P\n\n## A\n\n**${label}**: 04/12/2026\n\n- [ ] a\n`).plan
  expect(sections[0]?.items[0]?.due?.date ?? null).toBe(date)
})
