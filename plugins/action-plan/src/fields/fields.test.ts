import {describe, expect, test} from 'vitest'
import {changes} from '../derive/changes/changes.ts'
import {fold, LANGUAGES} from '../lexicon/lexicon.ts'
import type {Item} from '../model/plan.ts'
import type {Report} from '../model/report.ts'
import type {Status} from '../model/status.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {report} from '../report.ts'
import {toCsv} from '../view/files/csv.ts'
import {escapeMarkdown} from '../view/files/escape.ts'
import {toJira} from '../view/files/jira.ts'
import {toStatus} from '../view/files/status.ts'
import {weeklyMarkdown} from '../view/files/weekly.ts'
import {statedLists} from '../view/pages/stated-lists.ts'
import {ENGLISH} from '../view/words/words.ts'
import {changeText, valueText} from '../view/words/changes.ts'
import {EVERYTHING, fieldChoices, filteredSections, filterOf, filterQuery} from '../view/pages/filter.ts'
import {FIELD_ROWS, OWN_FIELDS, type Field} from './fields.ts'
import {FIELD_WORDS, labelsOf} from './words.ts'

const LEGEND = '## Priority levels\n\n- **P0**: now\n- **P1**: soon\n\n'
const plan = (...fields: readonly string[]): string =>
  `# P\n\n${LEGEND}## 1. A\n\n### 1.1 First\n\n${fields.join('\n\n')}\n\n- [x] a\n- [ ] b\n\n### 1.2 Second\n\n- [ ] c\n\n## 8. B\n\n### 8.2 Third\n\n- [ ] d\n`
const read = (text: string): Report =>
  report({
    text,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-25T12:00:00Z',
    today: '2026-11-25',
    evidence: null,
  })
const status = (text: string): Status => toStatus(read(text), null)
const first = (text: string): Item | undefined => parsePlan(text).plan.sections[0]?.items[0]
const rulesOf = (text: string): readonly string[] =>
  read(text)
    .problems.map(({rule}) => rule)
    .filter((rule) => rule.startsWith('field/'))

const READABLE = FIELD_ROWS.filter(({name}) => FIELD_WORDS[name].means !== null)
const cases = READABLE.flatMap((row) =>
  LANGUAGES.flatMap((language) => labelsOf(row.name, language).map((label) => [language.tag, label, row] as const)),
)

test('every field has a label in every language, and no label names two fields', () => {
  const meanings = new Map<string, Set<string>>()
  for (const {name} of FIELD_ROWS)
    for (const language of LANGUAGES) {
      const labels = labelsOf(name, language)
      expect(labels.length, `${name} in ${language.tag}`).toBeGreaterThan(0)
      for (const label of [...labels, ...language.labels.term])
        meanings.set(fold(label), (meanings.get(fold(label)) ?? new Set()).add(language.labels.term.includes(label) ? 'term' : name))
    }
  expect([...meanings].filter(([, all]) => all.size > 1).map(([label, all]) => `${label}: ${[...all].join(', ')}`)).toEqual([])
})

test('a field of a type that an item holds itself has its key, and no other field has it', () => {
  // @ts-expect-error The names that an item holds are its owners: without a key, pages would show those.
  const nameless: Field = {label: 'Reviewer', type: 'names'}
  // @ts-expect-error A text stands in `fields`.
  const keyed: Field = {label: 'Reviewer', type: 'text', key: 'owners'}
  expect([nameless.key, keyed.key]).toEqual([undefined, 'owners'])
  const keys = FIELD_ROWS.flatMap(({key}) => key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

test.each(cases)('%s: "%s" is read as its row says', (_, label, {name, key}) => {
  const {example, means} = FIELD_WORDS[name]
  const item = first(plan(`**${label}**: ${example}`))
  const value = key === undefined ? item?.fields[name] : item?.[key]
  if (typeof means === 'object' && means !== null) expect(value).toMatchObject(means)
  else expect(value).toBe(means)
})

describe.each(OWN_FIELDS)('$name', ({name, label, filter, change, report: list}) => {
  const {example, means} = FIELD_WORDS[name]
  const text = plan(`**${label}**: ${example}`)
  test('is in status.json, and an item that does not state it has no key', () => {
    const items = status(text).sections.flatMap((section) => section.items)
    expect(items.map(({fields}) => fields)).toEqual([{[name]: means}, {}, {}])
  })
  test('is found by its words, and items are chosen by it', () => {
    expect(filteredSections(status(text), {...EVERYTHING, text: example}).flatMap(({items}) => items.map(({id}) => id))).toEqual(['1.1'])
    if (filter === undefined) return
    const [choice] = fieldChoices(status(text)).filter((one) => one.name === name)
    const value = choice?.values.at(-1)?.[0] ?? ''
    const chosen = filterOf(new URLSearchParams(filterQuery({...EVERYTHING, fields: {[name]: value}})))
    expect(chosen.fields).toEqual({[name]: value})
    expect(filteredSections(status(text), chosen).flatMap(({items}) => items.map(({id}) => id))).toEqual(['1.1'])
    expect(fieldChoices(status(plan())).map((one) => one.name)).toEqual(['priority'])
  })
  test('is in the exports', () => {
    const [head = '', row = ''] = toCsv(read(text)).split('\r\n')
    expect(head).toContain(`Item ${label.toLowerCase()}`)
    const cell = example.replaceAll('"', '""')
    expect(row).toContain(cell)
    expect(toJira(read(text))).toContain(`${label}: ${cell}`)
  })
  test('is told when it changes', () => {
    if (change === undefined) return
    const [before, after] = [plan(), text].map((one) => parsePlan(one).plan)
    const found = before === undefined || after === undefined ? [] : changes(before, after)
    expect(found.map(({kind, from, to}) => [kind, from, valueText(ENGLISH, to)])).toEqual([[change, null, `${label}: ${example}`]])
    expect(found.map((one) => changeText(ENGLISH, one))[0]).toContain(example)
  })
  test('is in the report when its row says so', () => {
    const lists = statedLists(status(text))
    expect(lists.map(({title}) => title)).toEqual(list === undefined ? [] : [list])
    const period = {id: 'w', since: {kind: 'start'} as const, base: null, note: null, before: null, changes: [], slipped: []}
    const markdown = weeklyMarkdown(status(text), period)
    if (list === undefined) expect(markdown).not.toContain(escapeMarkdown(example))
    else expect(markdown).toContain(`## ${list}\n\n- 1.1 First: ${escapeMarkdown(example)}`)
    expect(statedLists(status(text.replaceAll('[ ]', '[x]')))).toEqual([])
  })
})

describe('Status', () => {
  test.each([
    ['Done', 'done'],
    ['✅ Done', 'done'],
    ['✅', 'done'],
    ['Complete (2026-11-20)', 'done'],
    ['In progress - 60 %', 'inProgress'],
    ['Nicht begonnen', 'open'],
    ['进行中（60%）', 'inProgress'],
    ['Done by Friday, we hope', null],
    ['Open questions about the vendor', null],
    ['', undefined],
  ])('%j means %s', (text, value) => {
    expect(first(plan(`**Status**: ${text}`))?.fields['status']?.value).toBe(value)
  })
  test.each([
    ['Done', ['field/contradicts-boxes']],
    ['Not started', ['field/contradicts-boxes']],
    ['In progress', []],
    ['Blocked', []],
    ['Cancelled', ['field/contradicts-boxes']],
    ['Waits for the audit', []],
  ])('%j beside one ticked and one open box: %j', (text, rules) => {
    expect(rulesOf(plan(`**Status**: ${text}`))).toEqual(rules)
  })
  test('the warning has both values and its place', () => {
    expect(read(plan('**Status**: Done')).problems.find(({rule}) => rule === 'field/contradicts-boxes')).toMatchObject({
      line: 12,
      column: 13,
      reason: 'the status says "Done", but 1 of 2 tasks are done; the boxes count',
    })
  })
  test('of a section, or in a list under a task, is no warning', () => {
    expect(rulesOf('# P\n\n## 1. A\n\n**Status**: In progress\n\n### 1.1 B\n\n- [ ] a\n  - Status: waits\n- [ ] b\n')).toEqual([])
  })
})

describe('Risk', () => {
  test.each([
    ['high', 'high'],
    ['🔴 High', 'high'],
    ['critical', 'high'],
    ['Mittel', 'medium'],
    ['低', 'low'],
    ['very low', 'low'],
    ['highly unlikely', null],
    ['we lose the data of a day', null],
  ])('%j is %s', (text, value) => {
    expect(first(plan(`**Risk**: ${text}`))?.fields['risk']).toEqual({text, value})
  })
})

describe('Blocked by', () => {
  test.each([
    ['1.2', ['1.2'], undefined],
    ['1.2, 8.2', ['1.2', '8.2'], undefined],
    ['none', [], undefined],
    ['the contract with the vendor', [], 'the contract with the vendor'],
  ])('%j is a dependency %j, or a reason %j', (text, ids, reason) => {
    const item = first(plan(`**Blocked by**: ${text}`))
    expect([item?.dependsOn.map(({id}) => id), item?.fields['blockedBy']?.text]).toEqual([ids, reason])
  })
  test('a title of an item without a number is a dependency', () => {
    const item = parsePlan('# P\n\n## A\n\n### First\n\n**Blocked by**: Second\n\n- [ ] a\n\n### Second\n\n- [ ] b\n').plan.sections[0]
      ?.items[0]
    expect([item?.dependsOn.map(({id}) => id), item?.fields]).toEqual([['second'], {}])
  })
})
