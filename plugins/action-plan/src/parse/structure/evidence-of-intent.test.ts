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
