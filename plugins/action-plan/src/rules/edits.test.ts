import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import type {Problem} from '../model/problem.ts'
import {report} from '../report.ts'
import {applyEdits} from './edit.ts'
import {editsOf} from './problem.ts'
import {RULE_IDS, ruleOf} from './rules.ts'

const NO_SOURCE = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}
const problemsOf = (text: string): readonly Problem[] =>
  report({text, source: NO_SOURCE, baseline: null, now: '2026-11-23T09:00:00Z', today: '2026-11-23', evidence: null}).problems

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url))
const fixtures = readdirSync(FIXTURES, {withFileTypes: true})
  .filter((entry) => entry.isDirectory() && existsSync(`${FIXTURES}/${entry.name}/plan.md`))
  .map(({name}) => [name, readFileSync(`${FIXTURES}/${name}/plan.md`, 'utf8')] as const)

const TABLE = '| Task | Status |\n| --- | --- |\n| a | Done |\n| b | Open |'

/** A line that an edit changes, and what it becomes. */
const LINES: readonly (readonly [before: string, after: string])[] = [
  ['- [] a', '- [ ] a'],
  ['- [х] a', '- [x] a'],
  ['- [Χ] a', '- [x] a'],
  ['- [ x ] a', '- [x] a'],
  ['- [ x] a', '- [x] a'],
  ['- [x ] a', '- [x] a'],
  ['- [  ] a', '- [ ] a'],
  ['- [x]a', '- [x] a'],
  ['- []a', '- [ ] a'],
  ['- \\[ \\] a', '- [ ] a'],
  ['- \\[x\\]a', '- [x] a'],
  ['- **[X]** a', '- [X] a'],
  ['- ［x］a', '- [x] a'],
  ['- 【　】 a', '- [ ] a'],
  ['- \u00A0[ ] a', '- [ ] a'],
  ['-[x] a', '- [x] a'],
  ['* b\n*[ ]a', '* b\n* [ ] a'],
  ['1.[ ] a', '1. [ ] a'],
  ['-[]a', '- [ ] a'],
  ['- [✅] a', '- [x] a'],
  ['• [x] a\n• [ ] b', '- [x] a\n- [ ] b'],
  ['– [ ] a', '- [ ] a'],
  ['Text\n2. [ ] a', 'Text\n\n2. [ ] a'],
  ['##1. A', '## 1. A'],
  ['- \u200B[ ] a', '- [ ] a'],
  ['- [ ] a\n**Owner**: Ann\n**Timeline**: 2 days', '- [ ] a\n\n**Owner**: Ann\n\n**Timeline**: 2 days'],
  ['**Due**: 2026-12-01\n---\n\nMore.', '**Due**: 2026-12-01\n\n---\n\nMore.'],
  ['- ✅ a\n  - ❌  b\n- 🚧 c\n- ✔\uFE0Fd', '- [x] a\n  - [ ] b\n- [ ] 🚧 c\n- [x] d'],
  ['1. ✅ a\n2. ⏳ b\n\n> * ✅ c', '1. [x] a\n2. [ ] ⏳ b\n\n> * [x] c'],
  [`${TABLE}`, `---\nplan:\n  tables: true\n---\n\n${TABLE}`],
  [`---\n---\n\n${TABLE}`, `---\nplan:\n  tables: true\n---\n\n${TABLE}`],
  [`---\ntitle: A\n---\n${TABLE}`, `---\ntitle: A\nplan:\n  tables: true\n---\n${TABLE}`],
  [`---\nplan:\ntitle: A\n---\n${TABLE}`, `---\nplan:\n  tables: true\ntitle: A\n---\n${TABLE}`],
  [`---\nplan:\n    team: 2\n---\n${TABLE}`, `---\nplan:\n    tables: true\n    team: 2\n---\n${TABLE}`],
  [`---\nplan: {team: 2}\n---\n${TABLE}`, `---\nplan: {tables: true, team: 2}\n---\n${TABLE}`],
  [`${TABLE}\n\n${TABLE}\n\n- ✅ c\n- ❌ d`, `---\nplan:\n  tables: true\n---\n\n${TABLE}\n\n${TABLE}\n\n- [x] c\n- [ ] d`],
]

const fixed = (text: string): string => applyEdits(text, problemsOf(text).flatMap(editsOf))

test.each(LINES)('%j becomes %j', (before, after) => {
  expect(fixed(`${before}\n`)).toBe(`${after}\n`)
  expect(fixed(`\uFEFF${before.replaceAll('\n', '\r\n')}\r\n`)).toBe(`\uFEFF${after.replaceAll('\n', '\r\n')}\r\n`)
})

/** What nobody can be certain of stays as it is. */
test.each([
  ...[
    '- ☑ a',
    '- (x) a',
    '- [WIP] a',
    '- Label: [ ] a',
    `- [x${' '.repeat(400)}] a`,
    '- ~~[ ] a~~',
    '- `[ ]` is an open task',
    '- []',
    '- [x][x]a\n\n[x]: b',
    'a) [ ] b',
  ],
  // A comparison, a legend of signs, what to do and what not, a front matter of another kind, and what is decided.
  '| Feature | Web | iOS |\n| --- | --- | --- |\n| Log in | ✅ | ❌ |\n| Log out | ✅ | ✅ |',
  '- ✅ Done\n- 🚧 In progress: somebody works on it\n- ❌ Not started',
  "- ✅ Rotate the keys\n- ❌ Don't log them",
  ...['+++\n+++', '---\nplan: [1]\n---', '---\n- a\n---', '---\na: [\n---', '---\nplan: {tables: false}\n---'].map(
    (front) => `${front}\n${TABLE}`,
  ),
  ...['[ ] a', '#done and more', '- [ ] a\n\n```\n- [ ] b', '- [?] a', 'text\n- [ ] a [ ] b'],
])('%j is left to its author', (text) => {
  expect(fixed(`${text}\n`)).toBe(`${text}\n`)
})

describe.each([...fixtures, ...LINES.map(([before]) => [JSON.stringify(before), `${before}\n`] as const)])('%s', (_, text) => {
  test.each([
    ['LF', text],
    ['CRLF', text.replaceAll('\n', '\r\n')],
  ])('with %s, each edit makes its problem go away and adds none of its rule', (__, written) => {
    const found = problemsOf(written)
    for (const problem of found) {
      const edits = editsOf(problem)
      if (edits.length === 0) continue
      const count = (problems: readonly Problem[]): number => problems.filter(({rule}) => rule === problem.rule).length
      const after = problemsOf(applyEdits(written, edits))
      expect(count(after), `${problem.line}:${problem.column} ${problem.rule}: ${problem.reason}`).toBeLessThan(count(found))
    }
  })
  test('with all edits at once there is nothing left to edit', () => {
    let [now, rounds] = [text, 0]
    while (problemsOf(now).some((problem) => editsOf(problem).length > 0) && rounds++ < 3) now = fixed(now)
    expect(problemsOf(now).flatMap(editsOf)).toEqual([])
  })
})

test('every rule with edits has a case', () => {
  const covered = new Set(
    LINES.flatMap(([before]) => problemsOf(`${before}\n`).flatMap((one) => (editsOf(one).length > 0 ? [one.rule] : []))),
  )
  expect(RULE_IDS.filter((id) => ruleOf(id).edits !== undefined && !covered.has(id))).toEqual([])
})
