import {expect, test} from 'vitest'
import {hasDoneDates, withDoneDate} from './done-date.ts'

const made = (line: string, date: string | null): string => {
  const bytes = withDoneDate(Buffer.from(`# P\r\n${line}\r\n- [ ] other\n`), 9, date)
  return Buffer.from(bytes).toString().slice(5, -14)
}

test.each([
  ['- [x] pay', '2026-01-04', '- [x] pay ✅ 2026-01-04'],
  ['- [x] pay  ', '2026-01-04', '- [x] pay ✅ 2026-01-04  '],
  ['- [x] pay 📅 2026-01-05 ^a1', '2026-01-04', '- [x] pay 📅 2026-01-05 ✅ 2026-01-04 ^a1'],
  ['- [x] pay ✅ 2025-12-31', '2026-01-04', '- [x] pay ✅ 2026-01-04'],
  ['- [ ] pay 📅 2026-01-05 ✅ 2026-01-04', null, '- [ ] pay 📅 2026-01-05'],
  ['- [ ] pay', null, '- [ ] pay'],
])('%s, done on %s', (line, date, expected) => expect(made(line, date)).toBe(expected))

test('bytes that are no text stay', () => {
  const bytes = withDoneDate(Buffer.from([0x2d, 0x20, 0x5b, 0x78, 0x5d, 0x20, 0xff]), 3, '2026-01-04')
  expect([...bytes].slice(0, 7)).toEqual([0x2d, 0x20, 0x5b, 0x78, 0x5d, 0x20, 0xff])
})

test('a plan has such dates when a ticked task has one', () => {
  expect(hasDoneDates('- [x] a ✅ 2026-01-04\n')).toBe(true)
  expect(hasDoneDates('- [ ] a ✅ 2026-01-04\n- [x] b ✅\nDone ✅ 2026-01-04\n')).toBe(false)
})
