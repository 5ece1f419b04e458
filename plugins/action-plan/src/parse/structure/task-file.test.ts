import {expect, test} from 'vitest'
import {report} from '../../report.ts'
import {parsePlan} from './plan.ts'

const file = (...lines: readonly string[]): string =>
  `---\n${lines.join('\n')}\n---\n\n## Description\n\nWords.\n\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [x] #1 Log in\n- [ ] #2 Log out\n<!-- AC:END -->\n`
const BACKLOG = file(
  'id: task-12',
  'title: Sign in',
  'status: In Progress',
  'assignee:',
  "  - '@ann'",
  '  - bo',
  "created_date: '2026-11-01 10:00'",
  'labels: [web]',
  'dependencies: [task-3, 7]',
  'priority: high',
  'due_date: 2026-12-04',
)

test('the front matter of a file that is one task says what its items say elsewhere', () => {
  const {plan, problems} = parsePlan(BACKLOG)
  expect(problems).toEqual([])
  expect(plan.sections.flatMap(({items}) => items)).toMatchObject([
    {
      title: 'Acceptance Criteria',
      priority: 'P1',
      owners: ['ann', 'bo'],
      due: {date: '2026-12-04', line: 12},
      fields: {status: {text: 'In Progress', value: 'inProgress'}},
      dependsOn: [
        {title: 'task-3', line: 10},
        {title: '7', line: 10},
      ],
      tasks: [{mark: 'done'}, {mark: 'open'}],
    },
  ])
  const made = report({
    text: BACKLOG,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-23T09:00:00Z',
    today: '2026-11-23',
    evidence: null,
  })
  expect(made.problems.map(({rule, severity}) => `${severity} ${rule}`)).toEqual(['info depends/outside-plan'])
})

test('its status is held against the boxes, at its place', () => {
  expect(
    parsePlan(file('id: 1', 'status: Done', 'priority: low')).problems.map(({rule, line, column}) => `${line}:${column} ${rule}`),
  ).toEqual(['3:9 field/contradicts-boxes'])
})

test('what an item says itself counts', () => {
  const text = file('id: 1', 'status: To Do', 'assignee: ann', 'priority: low').replace('- [x]', '**Owner**: Bo\n**Priority**: P0\n\n- [ ]')
  expect(parsePlan(text).plan.sections[0]?.items[0]).toMatchObject({owners: ['Bo'], priority: 'P0', fields: {status: {value: 'open'}}})
})

test.each([
  ['a page of a site', file('id: guide', 'title: A', 'sidebar_position: 1')],
  ['a page with a status', file('id: guide', 'status: Done')],
  ['another tool', file('status: Done', 'priority: high')],
  ['broken YAML', file('id: 1', 'status: [', 'priority: high')],
  ['a list', file('- id: 1', '- status: Done')],
  ['nothing that is stated', file('id: 1', 'status:', 'assignee: []', 'priority: null')],
])('%s says nothing', (_, text) => {
  const {plan, problems} = parsePlan(text)
  expect(problems).toEqual([])
  expect(plan.sections[0]?.items[0]).toMatchObject({owners: [], priority: null, due: null, fields: {}, dependsOn: []})
})
