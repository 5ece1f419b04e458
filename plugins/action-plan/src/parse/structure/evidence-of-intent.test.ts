import {describe, expect, test} from 'vitest'
import {parsePlan} from './plan.ts'

// A warning needs evidence that its author meant it: what looks alike and was not meant is silent.

const found = (text: string, area: string): readonly string[] =>
  parsePlan(text)
    .problems.filter(({rule}) => rule.startsWith(area))
    .map(({rule, line}) => `${line} ${rule}`)
const firstItem = (text: string) => parsePlan(text).plan.sections.flatMap(({items}) => items)[0]

describe('bullets without boxes', () => {
  const items = (...bodies: readonly string[]): string =>
    `## 1. A\n\n${bodies.map((body, at) => `### 1.${at + 1} B\n\n${body}\n`).join('\n')}`
  test('are work where the other items have boxes', () => {
    expect(found(items('- [ ] a', '- [ ] b', '- c'), 'item/')).toEqual(['11 item/no-boxes'])
  })
  test('are text where most items have none', () => {
    expect(found(items('- a', '- b', '- c', '- [ ] d'), 'item/')).toEqual([])
    expect(found(items('**Effort**: 2 days', '**Effort**: 1 day', '**Effort**: 1 day', '- [ ] d'), 'item/')).toEqual([])
  })
  test.each([
    ['values', '- Coverage: > 70%\n- **Flow**: all\n- < 1 s'],
    ['questions', '1. What is slow?\n2. Who asks?\n3. Check it'],
  ])('are text where most are %s', (_, last) => {
    expect(found(items('- [ ] a', '- [ ] b', last), 'item/')).toEqual([])
  })
  test('are work where they begin with a label', () => {
    expect(found(items('- [ ] a', '- [ ] b', '- Backend: rewrite it\n- **Frontend**: style it'), 'item/')).toHaveLength(1)
  })
  test('are history where the item says that it is done', () => {
    expect(found(items('- [ ] a', '- [ ] b', '**Status**: ✅ KÉSZEN ÁLL\n\n- c'), 'item/')).toEqual([])
    expect(found(items('**Status**: ✅ Completed\n**Due**: 2024-01-15\n', '- [ ] b'), 'item/')).toEqual([])
  })
})

describe('signs for done on open tasks', () => {
  test('adorn where they stand on open tasks alone', () => {
    expect(found('- [ ] ✅ a\n- [ ] ✅ b\n', 'task/box')).toEqual([])
  })
  test('contradict where ticked tasks have them too', () => {
    expect(found('- [x] a ✅\n- [x] b ✅\n- [ ] c ✅\n', 'task/box')).toEqual(['3 task/box-and-text'])
  })
})

describe('the same field twice', () => {
  test('in the lists of bullets belongs to the bullets', () => {
    const text = '## A\n\n- [ ] a\n\n1. Move\n   - Time: 2 hours\n2. Test\n   - Time: 30 minutes\n'
    expect(found(text, 'field/')).toEqual([])
    expect(firstItem(text)?.duration).toBeNull()
  })
  test('may be a length under another label', () => {
    const text = '## A\n\n- [ ] a\n\n**Timeline**: 2 days\n\n**Effort**: 8 hours\n'
    expect(found(text, 'field/')).toEqual([])
    expect(firstItem(text)?.duration?.days).toBe(2)
    expect(found(text.replace('Effort', 'Timeline'), 'field/')).toEqual(['7 field/conflict'])
  })
  test('is said once for each field', () => {
    expect(found('## A\n\n- [ ] a\n\n**Effort**: 1 day\n\n**Effort**: 2 days\n\n**Effort**: 3 days\n', 'field/')).toEqual([
      '7 field/conflict',
    ])
  })
})

test('boxes in a table are told once', () => {
  expect(found('- [ ] a\n\n| T | OK |\n| --- | --- |\n| x | [ ] |\n| y | [ ] |\n', 'task/outside')).toEqual(['5 task/outside-list'])
})

test('a fence without an end is an error where it hides a box or a heading', () => {
  expect(found('- [ ] a\n\n```\nb\n', 'markdown/')).toEqual([])
  expect(found('- [ ] a\n\n```\n## B\n', 'markdown/')).toEqual(['3 markdown/unclosed-fence'])
})

test('steps are numbered anew in every section', () => {
  const section = (name: string): string => `## ${name}\n\n### Step 1: Move\n\n- [ ] a\n\n### Step 2: Test\n\n- [ ] b\n`
  expect(found(`# P\n\n${section('A')}\n${section('B')}`, 'item/')).toEqual([])
})

test.each(['- [ ] Check the endpoint (P7-C9)\n', '## P5 - Tiers of users\n\n- [ ] a\n'])('%j has no priority', (text) => {
  expect(found(text, 'priority/')).toEqual([])
})

test('the front matter of another tool may be no YAML', () => {
  expect(found('---\nassignee: @Ann\n---\n\n- [ ] a\n', 'settings/')).toEqual([])
  expect(found('---\nplan: {team: @Ann}\n---\n\n- [ ] a\n', 'settings/')).toEqual(['2 settings/invalid'])
})

test.each([
  ['### Phase 1: Browsers (Oct 20 AM)', ['1 schedule/no-year']],
  ['### Этап 2 — MVP (в работе, 2026-02-19)', []],
  ['### Phase 2.1/2.2 Metrics', []],
  ['### Phase 5: Launch (Week 9+)', []],
  ['### Phase 5: Launch (Week 4 - Month 2)', ['1 schedule/unreadable-period']],
])('%s: %j', (heading, expected) => expect(found(`${heading}\n\n- [ ] a\n`, 'schedule/')).toEqual(expected))

test.each([
  ['a choice is no task: "Status: [ ] pass [ ] fail"', '## A\n\n- [ ] a\n- Status: [ ] PASS / [ ] FAIL\n- Say [x] done or [ ] not done\n'],
  ['what stands for a number is no box', '## A\n\n- [ ] a\n- Got [X] upvotes on the first day\n- [x] [X] signups, [X] customers\n'],
  ['a choice in a table is no task', '## A\n\n- [ ] a\n\n| Speed | [ ] PASS / [ ] FAIL |\n| --- | --- |\n| Load | [ ] yes [ ] no |\n'],
  ['"open" is said of what is not finished', '## A\n\n**Status**: Open\n\n- [x] a\n- [ ] b\n'],
  ['who counts none done of another number counts more than boxes', '## A\n\n**Status**: 0/11 tasks complete (0%)\n\n- [ ] a\n- [ ] b\n'],
  ['so does who counts all', '## A\n\n**Status**: 19/19 tasks complete (100%)\n\n- [x] a\n'],
  ['a heading in capitals stresses nothing', '## CHECKLIST COMPLETO\n\n- [ ] a\n'],
  ['a bracket may be about what the heading names', '## Replace ta (abandoned 2020)\n\n- [x] a\n'],
  [
    'fields of parts of an item are no conflict',
    '## A\n\n### 1.1 B\n\n**Status**: open\n\n- [ ] a\n\nThe second part.\n\n**Status**: waiting\n\n- [ ] b\n',
  ],
  ['a word behind a number sign is a tag', '#codebase\n\n## A\n\n- [ ] a\n'],
  ['P5 is no priority where nobody says so', '## A\n\n- [ ] Grades stay text (P5)\n'],
  ['hours of a day are no 18 hours', '## JOUR 1 : API\n\n### Après-midi (14h-18h) : Routes\n\n- [ ] a\n'],
  [
    'an item that its heading ticks off needs no tasks',
    '## 1. A\n\n### 1.1 B\n\n- [ ] a\n\n### 1.2 C\n\n- [ ] a\n\n### 1.3 D — ✅ Moot\n\n- gone\n',
  ],
  ['numbers that begin anew are no slip of the pen', '## A\n\n### 1.1 B\n\n- [ ] a\n\n## C\n\n### 1.1 D\n\n- [ ] b\n'],
  ['an issue may stand in the list of a task', '## 1. A\n\n### 1.1 B\n\n- [ ] a\n  - Issue: it is slow\n- [ ] b\n'],
])('%s', (_, text) => expect(parsePlan(text).problems.filter(({severity}) => severity !== 'info')).toEqual([]))

test('what repeats itself in a plan is said once', () => {
  const heads = Array.from({length: 6}, (_, at) => `### Part ${'abcdef'[at] ?? ''} (done)\n\n- [ ] a\n`).join('\n')
  const rules = (text: string): readonly string[] =>
    parsePlan(text).problems.flatMap(({severity, rule}) => (severity === 'warning' ? [rule] : []))
  expect(rules(`## A\n\n${heads}`)).toEqual(['claim/heading'])
  expect(rules(`## A\n\n${heads.split('\n').slice(0, 8).join('\n')}`)).toEqual(['claim/heading', 'claim/heading'])
  const table = '| task | ok |\n| --- | --- |\n| a | [ ] |\n'
  expect(rules(`## A\n\n- [ ] a\n\n${table}\n\ntext\n\n${table}`)).toEqual(['task/outside-list'])
  expect(rules('## A\n\n- [ ] a\uFFFDb\n- [ ] c\uFFFDd\n')).toEqual(['text/replacement-character'])
})

test('a number that a dependency names must be given once', () => {
  const text = '## A\n\n### 1.1 B\n\n- [ ] a\n\n## C\n\n### 1.1 D\n\n- [ ] b\n\n### 1.2 E\n\n**Depends on**: 1.1\n\n- [ ] c\n'
  expect(parsePlan(text).problems.map(({rule}) => rule)).toContain('item/duplicate-number')
})

test('"(14h-18h)" is four hours', () => {
  expect(parsePlan('## A\n\n### Routes (14h-18h)\n\n- [ ] a\n').plan.sections[0]?.items[0]?.duration?.days).toBe(0.5)
  expect(parsePlan('## A\n\n### Routes (2h-3h)\n\n- [ ] a\n').plan.sections[0]?.items[0]?.duration?.days).toBe(0.375)
})
