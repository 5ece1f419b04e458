import {group, rule} from './rule.ts'

const EXAMPLE = 'write year, month and day: "2026-12-04"'

export const DUE_RULES = group('Due dates', 'The `Due` field.', {
  'due/unreadable': rule<{readonly value: string; readonly why: 'no-date' | 'no-such-day'}>({
    severity: 'error',
    finds: 'A date with digits that cannot be read or does not exist.',
    help: 'Write year, month and day: `2026-12-04`.',
    message: ({value, why}) => `unexpected "${value}", ${why === 'no-date' ? 'expected a date' : 'no such day from 1900 to 9998'}`,
    fix: () => EXAMPLE,
  }),
  'due/not-a-date': rule<{readonly value: string}>({
    severity: 'warning',
    finds: 'Words for a time that are no date, or a day without its year.',
    help: 'Write year, month and day: `2026-12-04`. The item has no due date until then.',
    message: ({value}) => `"${value}" is not a date with a year`,
    fix: () => EXAMPLE,
  }),
  'due/fiscal-year': rule<{readonly value: string}>({
    severity: 'info',
    finds: 'A due date that is a part of a fiscal year (Q2 FY26), whose quarters are not those of the calendar.',
    help: 'Write the day: `2026-12-04`. Quarters of a fiscal year are read in headings, where the settings say when it begins; the item has no due date until then.',
    message: ({value}) => `"${value}" is a part of a fiscal year, so the item has no due date`,
    fix: () => EXAMPLE,
  }),
  'due/is-position': rule<{readonly value: string}>({
    severity: 'info',
    finds: 'A due date that is a position ("Day 16", "Week 3"), not a day of the calendar.',
    help: 'Write the day: `2026-12-04`. Positions are read in the headings of a schedule; the item has no due date until then.',
    message: ({value}) => `"${value}" is counted from a day that it does not name, so the item has no due date`,
    fix: () => EXAMPLE,
  }),
  'due/ambiguous': rule<{readonly value: string; readonly why: 'order' | 'two-dates'; readonly readings: readonly string[]}>({
    severity: 'warning',
    finds: 'A date that can be read in two ways (12/06/2026).',
    help: 'Write year, month and day: `2026-12-06`. The item has no due date until then.',
    message: ({value, why}) => (why === 'order' ? `"${value}" can be read in two ways` : `"${value}" names two dates`),
    fix: ({readings}) =>
      readings.length === 0 ? EXAMPLE : `write the date that is meant: ${readings.map((date) => `"${date}"`).join(' or ')}`,
  }),
})
