import {expect, test} from 'vitest'
import {differences} from '../../derive/history/history.ts'
import {report} from '../../report.ts'
import {parsePlan} from '../../parse/structure/plan.ts'
import {toGithub} from './github.ts'
import {changeText, newNotesText, withoutNotes} from '../words/changes.ts'
import {toText} from './problems.ts'
import {toJson} from './problems-json.ts'
import {ENGLISH} from '../words/words.ts'

const item = (number: number, more = ''): string => `### 1.${number} Item ${number}\n\n- [ ] a\n**Timeline**: 1 day\n${more}\n`
const plan = (...items: readonly string[]): string => `# P\n\n## 1. S\n\n${items.join('\n')}`

test('fields that Markdown joins to a task are one note for the plan, at the first', () => {
  const of = (text: string): readonly string[] =>
    parsePlan(text).problems.flatMap(({rule, line, column, reason, fix}) =>
      rule === 'field/glued' ? [`${line}:${column} ${reason} (${fix})`] : [],
    )
  expect(of(plan(item(1)))).toEqual(['8:1 Markdown joins **Timeline** to the task above it (add a blank line before **Timeline**)'])
  expect(of(plan(...Array.from({length: 51}, (_, n) => item(n + 1))))).toEqual([
    '8:1 51 fields, the first is **Timeline**: Markdown joins each to the task above it (add a blank line before **Timeline** and the others)',
  ])
})

const FILES = [
  {
    file: 'plan.md',
    problems: parsePlan(plan(item(1), item(3, '\n**Owner**:\n'), item(5, '\n**Due**: 2026-02-30\n'), item(7, '\n**Depends on**: others\n')))
      .problems,
  },
]

test('text has errors first, then warnings, then a line for each kind of note; --verbose lists every note', () => {
  expect(toText(FILES, false)).toMatchInlineSnapshot(`
    "plan.md:24:10 error due/unreadable: unexpected "2026-02-30", no such day from 1900 to 9998. Fix: write year, month and day: "2026-12-04"
    plan.md:11:1 info item/skipped-number: 1.3 follows 1.1. Fix: renumber the items, unless one was removed on purpose (2 more such notes)
    plan.md:8:1 info field/glued: 4 fields, the first is **Timeline**: Markdown joins each to the task above it. Fix: add a blank line before **Timeline** and the others
    plan.md:16:1 info field/empty: **Owner** has no value. Fix: write its value after the colon, or delete the line
    1 error, 0 warnings, 5 notes (--verbose lists every note)
    "
  `)
  expect(
    toText(FILES, true)
      .split('\n')
      .filter((line) => line.includes('item/skipped-number')),
  ).toHaveLength(3)
  expect(toText(FILES, true)).not.toContain('--verbose')
})

test('of one rule a hundred errors and a hundred warnings are told, and the last of them counts the others', () => {
  const unknown = Array.from({length: 1000}, (_, n) => `7.${n}`).join(', ')
  const text = plan(item(1, `\n**Depends on**: ${unknown}\n`), item(2, '\n**Status**: done\n'))
  const source = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}
  const {problems} = report({text, source, baseline: null, now: '2026-11-23T09:00:00Z', today: '2026-11-23', evidence: null})
  const files = [{file: 'plan.md', problems}]
  const told = toText(files, false).split('\n')
  expect(told.filter((line) => line.includes(' depends/unknown-item: '))).toHaveLength(100)
  expect(told[99]).toContain(' (900 more such errors)')
  expect(told[98]).not.toContain('more such')
  expect(told.at(-2)).toMatch(/^1000 errors, 1 warning, .*\(--verbose lists every one\)$/)
  expect(toText(files, true).match(/ depends\/unknown-item: /g)).toHaveLength(1000)
  expect(toGithub(files).match(/title=depends\/unknown-item/g)).toHaveLength(100)
  expect(toJson(files).match(/"depends\/unknown-item"/g)).toHaveLength(1000)
})

test('annotations fold notes, because GitHub shows ten of a kind; JSON has every entry', () => {
  expect(toGithub(FILES).match(/^::notice .*title=item\/skipped-number::.*$/gm)).toEqual([
    '::notice file=plan.md,line=11,col=1,title=item/skipped-number::1.3 follows 1.1. Fix: renumber the items, unless one was removed on purpose (2 more such notes)',
  ])
  expect(toJson(FILES).match(/item\/skipped-number/g)).toHaveLength(3)
})

test('reports leave notes out of what changed, and count the new ones', () => {
  const changed = differences(parsePlan(plan(item(1))), parsePlan(plan(item(1), item(3), item(5, '\n**Due**: 2026-02-30\n'))))
  const problems = (all: typeof changed): readonly string[] =>
    all.filter(({of}) => of === 'problem').map((change) => changeText(ENGLISH, change))
  expect(problems(changed).length).toBeGreaterThan(3)
  expect(problems(withoutNotes(changed))).toEqual([expect.stringMatching(/^due\/unreadable: /)])
  expect(newNotesText(ENGLISH, changed)).toMatch(/^\d new notes for the plan's author$/)
  expect(newNotesText(ENGLISH, withoutNotes(changed))).toBeNull()
})
