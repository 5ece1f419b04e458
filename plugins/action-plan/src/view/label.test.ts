import {expect, test} from 'vitest'
import {changes} from '../derive/changes/changes.ts'
import {summaryOf} from '../live/summary.ts'
import {statusOn} from '../live/status.ts'
import type {Report} from '../model/report.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {report} from '../report.ts'
import {badges} from './files/badge.ts'
import {changesText} from './words/changes.ts'
import {toCsv} from './files/csv.ts'
import {toIcs} from './files/ics.ts'
import {toJira} from './files/jira.ts'
import {toMarkdown} from './files/markdown.ts'
import {toMermaid} from './files/mermaid.ts'
import {toStatus} from './files/status.ts'
import {nextTask} from './pages/next-up.ts'

import {toTaskjuggler} from './files/taskjuggler.ts'
import {toTerminal} from './files/terminal.ts'
import {filtered, groups} from './timeline/groups.ts'
import {ENGLISH} from './words/words.ts'

const text = (box: string): string =>
  `---\nplan:\n  start: 2026-11-02\n---\n# P\n\n## 3rd party audit\n\n### 2FA rollout\n\n- [${box}] enrol admins\n\n**Timeline**: 2 days\n**Due**: 2026-11-10\n\n## 2. Security\n\n### 2.1 Keys\n\n- [ ] rotate\n\n**Depends on**: 2FA rollout\n`
const read = (plan: string): Report =>
  report({
    text: plan,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-25T10:00:00Z',
    today: null,
    evidence: null,
  })
const made = read(text(' '))
const status = toStatus(made, null)

test('status.json says the number, and the name that people read', () => {
  const named = status.sections.flatMap((section) => [section, ...section.items]).map(({id, number, label}) => [id, number, label])
  expect(named).toEqual([
    ['3rd-party-audit', null, '3rd party audit'],
    ['2fa-rollout', null, '2FA rollout'],
    ['2', '2', '2 Security'],
    ['2.1', '2.1', '2.1 Keys'],
  ])
  const numbers = summaryOf(status)
  expect([...numbers.sections, ...numbers.items].map(({number}) => number)).toEqual([null, '2', null, '2.1'])
})

test.each<readonly [string, string]>([
  ['terminal', toTerminal(status, false)],
  ['Markdown', toMarkdown(status)],
  ['CSV', toCsv(made)],
  ['Jira', toJira(made)],
  ['Mermaid', toMermaid(made)],
  ['calendar', toIcs(made)],
  ['TaskJuggler', toTaskjuggler(made)],
  ['badges', JSON.stringify(badges(made).map(({name, label}) => [name, label]))],
  [
    'timeline',
    JSON.stringify(groups(ENGLISH, status, 'section', filtered(status, '', 'all')).map(({title, items}) => [title, items[0]?.label])),
  ],
  ['changes', changesText({from: 'a', to: 'b', changes: changes(parsePlan(text(' ')).plan, parsePlan(text('x')).plan)})],
  ['health', JSON.stringify([status.sections[0]?.because, statusOn(status, '2026-11-26').sections[0]?.cause])],
])('%s: the id of an item without a number is no part of its name', (_, output) => {
  expect(output).not.toMatch(/2fa-rollout 2FA|3rd-party-audit 3rd|item 2fa-rollout|2fa-rollout[^ ]* late|: 2fa-rollout/)
  expect(output).toMatch(/2FA rollout|3rd party audit/)
})

test('a section of a Markdown table has its number', () => {
  expect(toMarkdown(status)).toContain('| 2 Security |')
})

test('an unknown title that begins with a digit is no unknown number', () => {
  const {problems} = read('# P\n\n## 1. A\n\n### 1.1 B\n\n- [ ] c\n\n**Depends on**: 2FA pilot\n')
  expect(problems.map(({rule, reason}) => `${rule}: ${reason}`)).toContain(
    'depends/outside-plan: "2FA pilot" is nothing that the plan holds, so 1.1 does not wait for it',
  )
})

test('tasks of a numbered section that stand under no item are called by the number of the section', () => {
  const made = report({
    text: '# P\n\n## 1. One\n\n- [~] half\n\n## Two\n\n- [ ] b\n',
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-25T12:00:00Z',
    today: '2026-11-25',
    evidence: null,
  })
  const items = toStatus(made, null).sections.flatMap((section) => section.items)
  expect(items.map((item) => [item.number, item.label, nextTask(item)])).toEqual([
    ['1', '1 One', 'half'],
    [null, 'Two', 'b'],
  ])
  expect(made.problems.map(({rule}) => rule)).toEqual(['task/unknown-mark'])
})
