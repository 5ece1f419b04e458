import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import type {Report} from '../../model/report.ts'
import {report} from '../../report.ts'
import {placementText} from '../../view/words/placement.ts'
import {ENGLISH} from '../../view/words/words.ts'

const read = (text: string): Report =>
  report({
    text,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-23T12:00:00Z',
    today: null,
    evidence: null,
  })
const PLAN = readFileSync(new URL('../../../../../docs/plan/action-plan.md', import.meta.url), 'utf8')
const placed = ({sections}: Report): Readonly<Record<string, string | null>> =>
  Object.fromEntries(sections.flatMap(({items}) => items.map(({item, phase}) => [item.id, phase?.id ?? null])))
const because = ({sections}: Report, id: string): string | undefined => {
  const phase = sections.flatMap(({items}) => items).find(({item}) => item.id === id)?.phase ?? null
  return phase === null ? undefined : placementText(ENGLISH, phase.cause)
}
const found = ({problems}: Report, area: string): readonly string[] =>
  problems.filter(({rule}) => rule.startsWith(area)).map(({rule, line, reason}) => `${line} ${rule}: ${reason}`)

const plan = (schedule: string): string =>
  `# Plan\n## Priority Levels\n- **P0 (Critical)**: now - Immediate\n- **P1 (High)**: soon - Within 1 week\n## Items\n### 1. Security Improvements (P0)\n#### 1.1 Credential Management\n- [ ] a\n#### 1.2 API Security\n- [ ] b\n### 2. Testing Infrastructure (P1)\n#### 2.1 Test Organization\n- [ ] c\n#### 2.2 Test Coverage\n- [ ] d\n## Implementation Schedule\n${schedule}`

test('every item of the action plan has the phase that a careful reader gives it', () => {
  const of = (phase: string, ...ids: readonly string[]): readonly (readonly [string, string])[] => ids.map((id) => [id, phase])
  expect(placed(read(PLAN))).toEqual(
    Object.fromEntries([
      ...of('week-1', '1.1', '2.1', '2.2', '2.3', '5.1'),
      ...of('week-2-3', '1.2', '1.3', '4.1', '4.2', '6.1', '6.2', '8.1', '8.2'),
      ...of('week-4-6', '3.1', '3.2', '5.2', '7.1', '7.2', '10.1', '10.2'),
      ...of('week-7-8', '9.1', '9.2'),
    ]),
  )
})

test('the phases of the action plan hold 15, 31, 33 and 15 days of work', () => {
  expect(read(PLAN).phases.map(({effortDays}) => effortDays)).toEqual([15, 31, 33, 15])
})

test('each placement says which line, or which heading, made it', () => {
  const made = read(PLAN)
  for (const {items} of made.sections)
    for (const {item, phase} of items)
      expect(phase === null ? '' : placementText(ENGLISH, phase.cause), item.id).toMatch(
        /^(?:line \d+ names (?:it|its section): "|no line names it; the heading of Week)/,
      )
  expect(because(made, '2.3')).toMatch(/the heading of Week 1 \(line \d+\) names its priority, P0$/)
})

test('a number says more than words', () => {
  expect(placed(read(plan('### Week 1\n- Test coverage work of 1.2\n### Week 2\n- 2.1, 2.2\n')))).toEqual({
    '1.1': null,
    '1.2': 'week-1',
    '2.1': 'week-2',
    '2.2': 'week-2',
  })
})

test('words in brackets narrow a section to its items', () => {
  const made = read(plan('### Week 1\n- Security improvements (API security)\n### Week 2 (P0)\n- Testing infrastructure\n'))
  expect(placed(made)).toEqual({'1.1': 'week-2', '1.2': 'week-1', '2.1': 'week-2', '2.2': 'week-2'})
})

test('a qualified priority takes only what a line names', () => {
  expect(placed(read(plan('### Week 1 (P0 & Critical P1)\n- Test coverage\n')))).toEqual({
    '1.1': 'week-1',
    '1.2': 'week-1',
    '2.1': null,
    '2.2': 'week-1',
  })
})

test('a line that names nothing is a problem with its place, and places nothing', () => {
  const made = read(plan('### Week 1\n- 1.1\n- Paint the office\n'))
  expect(placed(made)).toEqual({'1.1': 'week-1', '1.2': null, '2.1': null, '2.2': null})
  expect(found(made, 'schedule/unresolved')).toEqual([
    '19 schedule/unresolved-line: "Paint the office" names no item or section of the plan',
  ])
})

test.each([
  ['a description', '### Week 1\n- Paint the office\n- Write the lexer\n  - Test it (unit, end to end)\n'],
  ['what explains a line', '### Week 1\n- 1.1 Credential Management\n  - move the keys\n  - ask the vendor\n'],
  ['brackets behind an item', '### Week 1\n- Test Coverage (Ann, 3 days)\n- 1.1\n'],
  ['brackets behind a section', '### Week 1\n- Testing Infrastructure (unit and smoke)\n'],
  ['one word in common by chance', '### Week 1\n- 1.1\n- Paint the office\n- Buy chairs\n- Hire people\n'],
  ['brackets of which one part fits', '### Week 1\n- Security Improvements (API Security, orders, revenue, etc.)\n'],
  ['a list that has single words of titles', '### Week 1\n- Organization\n- Coverage\n- Paint the office\n'],
  ['a number that counts the lines of the schedule', '### Week 1\n- Task 7: Paint the office\n- Item 8: Buy chairs\n'],
  ['brackets that have one word of a title', '### Week 1\n- Security Improvements (Credential, paint)\n'],
  ['a version', '### Week 1\n- Switch off TLS 1.2\n- Update to Python 3.11\n'],
])('%s is no reference that is wrong', (_, schedule) => {
  expect(found(read(plan(schedule)), 'schedule/unresolved-line')).toEqual([])
})

test('where no item has a number, numbers in the lines of a phase are their own', () => {
  const made = read('# P\n## Work\n- [ ] a\n## Schedule\n### Week 1\n- Task 1: Set up\n- 1.2 Build\n')
  expect(found(made, 'schedule/unresolved-line')).toEqual([])
})

test.each([
  ['a number that nothing has', '### Week 1\n- 7.7\n- Paint the office\n', ['7.7']],
  ['a word for an item before a number', '### Week 1\n- Task 9.1 and more\n', ['Task 9.1 and more']],
  ['a line beside one that names an item by its words', '### Week 1\n- API Security\n- Paint the office\n', ['Paint the office']],
  ['a line of a schedule whose other weeks name items', '### Week 1\n- 1.1\n- 1.2\n### Week 2\n- Paint the office\n', ['Paint the office']],
  ['a part beside one that names an item', '### Week 1\n- Security Improvements (API Security, paint)\n', ['paint']],
])('%s is one', (_, schedule, names) => {
  const reasons = read(plan(schedule)).problems.filter(({rule}) => rule === 'schedule/unresolved-line')
  expect(reasons.map(({facts}) => (facts as {part: string | null; line: string}).part ?? (facts as {line: string}).line)).toEqual(names)
})

test('numbers with letters are named alone and in ranges', () => {
  const items = ['T001 Alpha', 'T002 Beta', 'T003 Gamma', 'AUTH-7: Delta', 'AUTH-8: Epsilon'].map((title) => `## ${title}\n\n- [ ] a\n`)
  const made = read(`# P\n\n${items.join('\n')}\n## Roadmap\n\n### Week 1\n- T001-T003\n\n### Week 2\n- AUTH-7 first\n- AUTH-9\n`)
  expect(placed(made)).toEqual({T001: 'week-1', T002: 'week-1', T003: 'week-1', 'AUTH-7': 'week-2', 'AUTH-8': null})
  expect(found(made, 'schedule/unresolved')).toEqual(['30 schedule/unresolved-line: "AUTH-9" names no item or section of the plan'])
})

test('a schedule that only describes its phases forgets no item', () => {
  expect(found(read(plan('### Week 1\n- Paint the office\n')), 'schedule/unplaced')).toEqual([])
  expect(found(read(plan('### Week 1\n- 1.1\n- 1.2\n')), 'schedule/unplaced')).toHaveLength(2)
  expect(found(read(plan('### Week 1\n- Security Improvements\n')), 'schedule/unplaced')).toHaveLength(2)
  // Words of the title of a section describe, and one heading of three with a priority places nothing.
  const words = '### Week 1 (P0)\n- Security doors\n### Week 2\n- Security windows\n### Week 3\n- Security walls\n'
  expect(found(read(plan(words)), 'schedule/unplaced')).toEqual([])
})

test('a tie is a problem, never a guess', () => {
  const made = read(
    plan('### Week 1\n- Test work\n')
      .replace('2.1 Test Organization', '2.1 Test Alpha')
      .replace('2.2 Test Coverage', '2.2 Test Beta')
      .replace('Testing Infrastructure', 'Quality'),
  )
  expect(found(made, 'schedule/ambiguous')).toEqual([
    '18 schedule/ambiguous-line: "Test work" fits 2.1 and 2.2 equally well, so they are placed by their priority',
  ])
  expect(placed(made)['2.1']).toBeNull()
})

test('a range of numbers names all between', () => {
  const items = [1, 2, 3].map((n) => `### 1.${n} Part ${n}\n\n- [ ] a\n`).join('\n')
  const made = read(`## 1. A\n\n${items}\n## Implementation Schedule\n\n### Week 1\n- 1.1-1.3\n\n### Week 6\n- Switch off TLS 1.2\n`)
  expect(placed(made)).toEqual({'1.1': 'week-1', '1.2': 'week-1', '1.3': 'week-1'})
})
