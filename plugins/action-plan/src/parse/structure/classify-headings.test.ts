import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Plan} from '../../model/plan.ts'
import {DEFAULT_SETTINGS} from '../../model/settings.ts'
import {readMarkdown} from '../markdown/blocks.ts'
import {priorityScale} from '../values/priority.ts'
import {readCheckboxes} from './checkboxes.ts'
import {classify, type Within} from './classify-headings.ts'
import {headingsOf} from './heading.ts'
import {outline, type Outline} from './outline.ts'
import {parsePlan} from './plan.ts'

/** Sections with the tasks of their items: "1 Backend: 1.1 API 2, 1.1.1 Login 1". */
const shape = ({sections}: Plan): readonly string[] =>
  sections.map(
    ({title, priority, items}) =>
      `${title}${priority === null ? '' : ` ${priority}`}: ${items.map((item) => `${item.implicit ? '' : `${item.number ?? item.title} `}${item.tasks.length}`).join(', ')}`,
  )

test.each([
  [
    'headings below a label',
    '# R\n## Backend\n- [x] a\n### Tasks\n- [x] b\n#### API\n- [ ] c\n- [ ] d\n#### Auth\n- [ ] e\n',
    ['Backend: 2, API 2, Auth 1'],
  ],
  ['a label that holds nothing itself', '## Backend\n### Tasks\n#### API\n- [ ] c\n', ['Backend: API 1']],
  [
    'numbers below a heading inside an item',
    '## 1. Backend\n### 1.1 API\n- [x] a\n#### Endpoints\n- [x] b\n##### 1.1.1 Login\n- [ ] c\n',
    ['Backend: 1.1 2, 1.1.1 1'],
  ],
  [
    'items that are named like parts of a plan',
    '## 1. Security (P0)\n### 1.1 Keys\n- [x] a\n### 1.2 Review\n- [ ] b\n### 1.3 Metrics\n- [ ] c\n### Next steps\n- [ ] d\n',
    ['Security P0: 1.1 1, 1.2 1, 1.3 1, Next steps 1'],
  ],
  ['weeks below a section', '## 1. Security (P0)\n- [x] a\n### Week 1\n- [ ] b\n', ['Security P0: 1', 'Week 1 P0: 1']],
  ['a due date above the items of a week', '## Week 1\n\n**Due**: 2026-12-04\n\n### A\n\n- [ ] a\n', ['Week 1: A 1']],
  ['weeks below a quarter', '## Q1 2027\n### Week 1\n- [ ] a\n', ['Q1 2027: ', 'Week 1: 1']],
  [
    'numbers with letters',
    '# R\n## Base\n### T-UI-1.1 Form\n- [ ] a\n### T-UI-1.2: Page\n- [ ] b\n## EPIC-1: Accounts\n### AUTH-7 Log in\n- [ ] c\n### [AUTH-8] Log out\n- [ ] d\n## UTF-8 support\n- [ ] e\n',
    ['Base: T-UI-1.1 1, T-UI-1.2 1', 'Accounts: AUTH-7 1, AUTH-8 1', 'UTF-8 support: 1'],
  ],
  ['numbers with letters in no section', '# R\n## T001 Set up\n- [ ] a\n## T002 Build\n- [ ] b\n', ['R: T001 1, T002 1']],
  ['requirements', '# R\n## FR-1: Log in\n- text\n## FR-2: Log out\n- text\n## Work\n- [ ] a\n', ['Work: 1']],
  ['parts of a plan that hold work', '# R\n## 1. Work\n- [x] a\n## Next steps\n- [ ] b\n', ['Work: 1', 'Next steps: 1']],
])('%s', (_, text, expected) => expect(shape(parsePlan(text).plan)).toEqual(expected))

const WORDS =
  'Actions,Tasks,Checklist,Acceptance Criteria,1. Security,2. Ops,1.1 Keys,1.2 Review,2.1 Next Steps,1.1.1 Deep,Alpha,Beta,Week 1,Week 4 - Month 2,Phase 2,Q1 2027,Priorities,Legend,Schedule,Roadmap,Overview,Success Metrics,Review,Next Steps,Key,Milestones,Phase 1 (Jan-Mar)'.split(
    ',',
  )
const heading = fc.record({
  level: fc.integer({min: 1, max: 5}),
  words: fc.constantFrom(...WORDS),
  tasks: fc.nat(2),
  field: fc.constantFrom('', '', '', '**Timeline**: 1 week\n\n', '**Due**: 2026-12-04\n\n'),
})

test('no heading loses a task, wherever it stands', {tags: ['slow']}, () => {
  fc.assert(
    fc.property(fc.array(heading, {maxLength: 7}), (headings) => {
      const text = headings.map(
        ({level, words, tasks, field}, index) => `${'#'.repeat(level)} ${words}\n\n${field}${`- [ ] task ${index}\n`.repeat(tasks)}\n`,
      )
      const {ledger, sections} = parsePlan(text.join('')).plan
      expect(ledger.counted.length + ledger.ignored.length).toBe(ledger.gfm.tasks)
      const tasks = sections.flatMap(({items}) => items.flatMap((item) => item.tasks))
      expect(new Set(tasks).size).toBe(tasks.length)
    }),
    {numRuns: 3000},
  )
})

test('a week inside a quarter is not the first week of the plan: it has no dates, and that is said', () => {
  const {plan, problems} = parsePlan('## Q1 2027\n\n### Week 1\n\n- [ ] a\n')
  expect(plan.phases.map(({period}) => period.unit)).toEqual(['date', 'unknown'])
  expect(problems.map(({rule, line}) => [rule, line])).toEqual([['schedule/unreadable-period', 3]])
})

describe('the kind of a heading, by itself', () => {
  const context = {report: () => undefined, plain: (raw: string) => raw}

  /** The kind of the first heading of a text, what it takes from there, and the headings that are classified by themselves. */
  function kindOf(text: string, within: Within | null = null): string {
    const markdown = readMarkdown(text)
    const scale = priorityScale([])
    const boxes = readCheckboxes(markdown, DEFAULT_SETTINGS, scale, context)
    const {children}: Outline = outline(headingsOf(markdown), {blocks: markdown.blocks, boxes, scale, context})
    const found = classify(children[0] as Outline['children'][number], within, boxes)
    const facts = [
      found.kind,
      ...('name' in found ? [found.name] : []),
      ...('period' in found ? [found.period.unit] : []),
      ...('heading' in found && found.heading.priority !== null ? [found.heading.priority] : []),
      ...('work' in found ? [`(${found.work.kind})`] : []),
      ...('loose' in found && found.loose?.item != null ? ['loose'] : []),
      ...found.unreadable.map(({title}) => `unreadable "${title}"`),
    ]
    const below = found.below.map(({text: {title}}) => title)
    return `${facts.join(' ')}${below.length === 0 ? '' : ` > ${below.join(', ')}`}`
  }
  const SECTION = {period: null, priority: 'P1'}
  const QUARTER = {period: {unit: 'date', start: '2027-01-01', finish: '2027-03-31'}, priority: null} as const

  test.each([
    ['## Remarks\n\nText\n\n### More\n', null, 'prose > More'],
    ['## Action Items\n\n### 1. A\n\n- [ ] a\n\n### 2. B\n\n- [ ] b\n', null, 'container > A, B'],
    ['## 1. A (P0)\n\n- [ ] a\n\n### B\n\n- [ ] b\n', null, 'section P0 loose > B'],
    ['## 1. A\n\n**Owner**: @a\n\n### B\n\n- [ ] b\n', null, 'section > B'],
    ['### 1.1 A\n\n#### Actions\n\n- [ ] a\n\n##### 1.1.1 B\n\n- [ ] b\n', null, 'item > B'],
    ['### A\n\n- [ ] a\n', null, 'section loose'],
    ['### A\n\n- [ ] a\n', SECTION, 'item'],
    ['## Week 1\n\n- a\n', null, 'phase week'],
    ['## Week 1\n\n- [ ] a\n\n### A\n\n- [ ] b\n', SECTION, 'phase week P1 loose > A'],
    ['## Week 1\n\n- [ ] a\n', QUARTER, 'phase unknown loose unreadable "Week 1"'],
    ['## Week 9+\n\n- [ ] a\n', null, 'phase week loose'],
    ['## Week 4 - Month 2\n\n- [ ] a\n', null, 'section loose unreadable "Week 4 - Month 2"'],
    ['## Success Metrics\n\n- fast\n', null, 'part metrics'],
    ['## Next Steps\n\n- [ ] a\n', null, 'part next'],
    ['## Next Steps\n\n- [ ] a\n', SECTION, 'part-and-work next (item)'],
    ['### 1.2 Review\n\n- [ ] a\n', SECTION, 'item'],
    ['## Roadmap\n\n### Later\n\n- a\n', null, 'part schedule > Later'],
    ['## Roadmap\n\n### Week 4 - Month 2\n\n- a\n', null, 'part schedule unreadable "Week 4 - Month 2" > Week 4 - Month 2'],
    ['## Roadmap\n\n### Set up the tools (0.5 days)\n\n- a\n', null, 'part schedule > Set up the tools (0.5 days)'],
    ['## Legend\n\n- [ ] open\n- [x] done\n', null, 'marks-legend'],
    ['## Legend\n\n- [ ] paint\n', null, 'part legend'],
  ] as const)('%j in %j: %s', (text, within, expected) => expect(kindOf(text, within)).toBe(expected))
})

/** Each section of a plan with its priority and its items. */
const titles = (text: string): readonly string[] =>
  parsePlan(text).plan.sections.map(
    ({title, priority, items}) => `${title} ${priority ?? '-'}: ${items.map((item) => (item.implicit ? '*' : item.title)).join(', ')}`,
  )

test('the columns of a board hold their items, whatever the numbers of these', () => {
  expect(titles('# P\n\n## In Progress 🚧\n\n### 1. A [IN PROGRESS]\n\n- [ ] a\n\n## Terminé\n\n### 2. B\n\n- [x] b\n')).toEqual([
    'In Progress 🚧 -: A',
    'Terminé -: B',
  ])
  expect(titles('# P\n\n## Action Items\n\n### 1. A\n\n- [ ] a\n')).toEqual(['A -: *'])
})

test('a numbered heading above numbered items with tasks is a section, whatever its words', () => {
  expect(titles('# P\n\n## 1. Metrics\n\n### 1.1 Dashboards\n\n- [ ] a\n')).toEqual(['Metrics -: Dashboards'])
  const {plan} = parsePlan('# P\n\n## 1. Work\n\n- [ ] a\n\n## 2. Success Metrics\n\n### 2.1 Speed\n\n- p95 below 200 ms\n')
  expect(plan.metrics).toHaveLength(1)
})

test('a phase that says its priority gives it to its tasks', () => {
  expect(titles('# P\n\n## Phase 3: Export (Priority: P1) 🎯 MVP\n\n- [ ] a\n\n## フェーズ4（優先度: P2）\n\n- [ ] b\n')).toEqual([
    'Phase 3: Export (Priority: P1) 🎯 MVP P1: *',
    'フェーズ4（優先度: P2） P2: *',
  ])
})

test('a heading that says behind a dash that it is urgent is', () => {
  expect(titles('# P\n\n## Konta – pilne\n\n- [ ] a\n\n## Backups - daily\n\n- [ ] b\n')).toEqual(['Konta P0: *', 'Backups - daily -: *'])
})
