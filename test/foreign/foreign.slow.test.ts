import {expect, test} from 'vitest'
import {plansOf} from './plans.ts'
import {complaintsOf, csvFaults, htmlFaults, icalFaults, xmlFaults} from './readers.ts'

/** Nightly all plans and thousands of random ones: `npm run nightly -- foreign`. */
const plans = plansOf({random: 15, size: 1000, every: 30, seed: 1})

test.each([...plans])('%s: every output is read by programs that others wrote', (_, text) => {
  expect(complaintsOf(text).slice(0, 5)).toEqual([])
})

test('the readers find what is wrong', () => {
  const event =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20261102\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
  expect(icalFaults(event)).toEqual([])
  expect(icalFaults(event.replace('SUMMARY:a', 'SUMMARY:a\n b')).join()).toMatch(/CRLF/)
  expect(icalFaults(event.replace('SUMMARY:a', `SUMMARY:${'a'.repeat(80)}`)).join()).toMatch(/a line of 88 bytes/)
  expect(icalFaults(event.replace('UID:a', `UID:${'a'.repeat(60)}${'\r\n aaaaaaaaaa'.repeat(20)}`)).join()).toMatch(/a uid of 260 bytes/)
  expect(xmlFaults('<svg onload="a()"><script/><a href="javascript:a"/></svg>')).toHaveLength(3)
  expect(xmlFaults('<svg><title>a & b</title></svg>')).not.toEqual([])
  expect(csvFaults('a,b\r\n=1,2\r\n', 2)).toEqual(['row 2: "=1" is a formula'])
  expect(csvFaults('a\r\n', 2)).toEqual(['row 1 has 1 cells, expected 2'])
  expect(htmlFaults('<!doctype html><html lang="en"><head><title>a</title></head><body><p><div>a</div></p></body></html>')).not.toEqual([])
})
