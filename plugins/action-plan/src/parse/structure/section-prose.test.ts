import {expect, test} from 'vitest'
import {priorityScale} from '../values/priority.ts'
import {phasePriorities, readLegend, readReviews} from './section-prose.ts'

const legend = (raw: string): string =>
  readLegend([{raw, depth: 0, line: 1, column: 1}], (text) => text.replaceAll('**', ''))
    .map(({id, title, description, deadline, deadlineDays}) => [id, title, description, deadline, deadlineDays].join(' | '))
    .join('\n')

test.each([
  ['**P0 (Critical)**: Outage - Immediate action', 'P0 | Critical | Outage | Immediate action | 0'],
  ['**P1 (High)**: Pain - Within 2-4 weeks', 'P1 | High | Pain | Within 2-4 weeks | 20'],
  ['**P0（紧急）**：安全 - 立即', 'P0 | 紧急 | 安全 | 立即 | 0'],
])('%s', (raw, expected) => expect(legend(raw)).toBe(expected))

test.each([
  ['Fix within 24 hours', '1'],
  ['Within 48 hours', '2'],
  ['24-72 hours', '3'],
  ['Within 4h', '1'],
  ['Within 24 business hours', '3'],
  ['Within 24 hours of business approval', '1'],
  ['Within 3 days', '3'],
  ['As time permits', ''],
])('a deadline is elapsed time: %s', (deadline, days) =>
  expect(legend(`**P0**: x - ${deadline}`)).toBe(`P0 |  | x | ${deadline} | ${days}`),
)

test.each([
  ['Sofort', 0],
  ['Innerhalb von 2 Wochen', 10],
  ['Sous 48 heures', 2],
  ['Acción inmediata', 0],
  ['В течение 2 недель', 10],
  ['2주 이내', 10],
  ['立即', 0],
])('the deadline "%s"', (deadline, days) => expect(legend(`**P0**: x - ${deadline}`).endsWith(`| ${days}`)).toBe(true))

test.each([
  ['Weekly standup', 'weekly'],
  ['Every two weeks: demo', 'bi-weekly'],
  ['Vierteljährliche Prüfung', 'quarterly'],
  ['Halbjährliche Prüfung', null],
  ['Zweiwöchentlich', 'bi-weekly'],
  ['Revisão mensal', 'monthly'],
  ['Co miesiąc: przegląd', 'monthly'],
  ['Ежеквартально', 'quarterly'],
  ['每两周检查', 'bi-weekly'],
  ['毎週のレビュー', 'weekly'],
  ['매월 검토', 'monthly'],
])('the cadence of "%s" is %s', (text, cadence) =>
  expect(readReviews([{raw: text, depth: 0, line: 1, column: 1}], {report: () => undefined, plain: (raw) => raw})[0]?.cadence ?? null).toBe(
    cadence,
  ),
)

test.each([
  ['Phase 1 (Immediate - P0 & Critical P1)', 'P0, P1 in part'],
  ['Phase 1 (High priority)', 'P1'],
  ['Phase 1 (hohe Priorität)', 'P1'],
  ['Phase 1 : priorité haute', 'P1'],
  ['Phase 1 (P0 und P1)', 'P0, P1'],
  ['Phase 1 (P0 et P1)', 'P0, P1'],
  ['Phase 1 (high load)', ''],
])('the priorities that a phase names: %s', (heading, expected) => {
  const {ids, words} = priorityScale([])
  expect(
    phasePriorities(heading, ids, words)
      .map(({id, qualified}) => `${id}${qualified ? ' in part' : ''}`)
      .join(', '),
  ).toBe(expected)
})
