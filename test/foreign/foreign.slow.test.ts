import {expect, test} from 'vitest'
import {plansOf} from './plans.ts'
import {halfCharacters, slackFaults, teamsFaults} from './messages.ts'
import {complaintsOf, csvFaults, feedFaults, htmlFaults, icalFaults, outputsOf, xmlFaults} from './readers.ts'

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
  const [feed, slack, teams] = ['feed.xml', 'slack.json', 'teams.json'].map(
    (name) => outputsOf('# P\n\n## 1. S\n\n- [x] a\n').find(({path}) => path === name)?.body ?? '',
  ) as [string, string, string]
  expect([feedFaults(feed), slackFaults(slack), teamsFaults(teams)]).toEqual([[], [], []])
  expect(feedFaults(feed.replace(/<updated>[^<]*/, '<updated>yesterday'))).toEqual(['no time: yesterday'])
  expect(feedFaults(feed.replace(/<id>[^<]*/g, '<id>a'))).toEqual(['an id stands twice'])
  expect(feedFaults(feed.replace(/&lt;ul&gt;|<ul>/, '<ol>')).join()).toMatch(/HTML of an entry/)
  expect(slackFaults(slack.replace(/"text": "P"/, `"text": "${'a'.repeat(151)}"`))).toEqual(['a header of 151 characters'])
  expect(teamsFaults(teams.replace('"TextBlock"', '"TextBlok"')).join()).toMatch(/TextBlok/)
  expect(teamsFaults(teams.replace('"text": "P"', `"text": "${'a'.repeat(30_000)}"`)).join()).toMatch(/of which Teams takes 28672/)
  expect(halfCharacters(JSON.stringify({a: '🎉'.slice(0, 1)}))).toHaveLength(1)
})
