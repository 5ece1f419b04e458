import {expect, test} from 'vitest'
import type {Item} from '../../model/plan.ts'
import {parsePlan} from './plan.ts'

const BREAK = '\n'
/** The first item of a plan whose text under the tasks is given; `glued` to the last task, or after an empty line. */
const item = (fields: string, glued: boolean): Item => {
  const found = parsePlan(`# P\n\n## 1. S\n\n### 1.1 A\n\n- [ ] a\n${glued ? '' : BREAK}${fields}\n`).plan.sections[0]?.items[0]
  if (found === undefined) throw new Error('no item')
  return found
}

test.each([true, false])('a field is a line: prose below it is not its value (glued: %s)', (glued) => {
  const found = item(
    '**Owner**: @ana\nAsk her before you begin.\n**Due**: 2026-12-04\n**Timeline**: 3 days\nTwo weeks with tests.\n**Depends on**: 1.1\nRelease 1.2 of the library must be out, too.\n1.3 as well.',
    glued,
  )
  expect(found).toMatchObject({owners: ['ana'], due: {date: '2026-12-04'}, duration: {days: 3}, dependsOn: [{id: '1.1'}]})
  expect(found.tasks.map(({text}) => text)).toEqual(['a'])
})

test.each([true, false])('a value that its line leaves unfinished goes on below it, until it is finished (glued: %s)', (glued) => {
  expect(
    item(
      '**Owner**: @ana,\n@bo;\n@cy\nAsk them.\n**Depends on**:\n1.2,\n1.3\n1.4 is another one.\n**Evidence**: reports/a.xml,\nreports/b.xml\nMade by CI.',
      glued,
    ),
  ).toMatchObject({
    owners: ['ana', 'bo', 'cy'],
    dependsOn: [{id: '1.2'}, {id: '1.3'}],
    evidence: [{path: 'reports/a.xml'}, {path: 'reports/b.xml'}],
  })
})

test.each([true, false])('an issue is prose: it goes on until the next field (glued: %s)', (glued) => {
  expect(item('**Issue**: Credentials stand\nin the code.\nAll of them.\n**Owner**: @ana', glued)).toMatchObject({
    issue: 'Credentials stand in the code. All of them.',
    owners: ['ana'],
  })
})

test('a box below a glued field is told', () => {
  const {plan, problems} = parsePlan('# P\n\n## 1. S\n\n### 1.1 A\n\n- [ ] a\n**Owner**: @ana\n[ ] b\n')
  expect(plan.sections[0]?.items[0]).toMatchObject({owners: ['ana'], tasks: [{text: 'a'}]})
  expect(plan.ledger.ignored).toEqual([{line: 9, column: 1, reason: 'no-bullet'}])
  expect(problems.map(({rule, line}) => `${line} ${rule}`)).toContain('9 task/outside-list')
})

test('a field in the list of a task is that of the task, and its own text counts before it', () => {
  const {plan, problems} = parsePlan(
    '# P\n## A\n- [ ] a\n  - Due: 2026-12-01\n  - **Owner**: Ann, @bo\n  - Effort: 2 days\n  - Priority: High\n  - a note\n- [ ] b 📅 2026-11-30\n  - Due: 2026-12-02\n',
  )
  const [first, second] = plan.sections[0]?.items[0]?.tasks ?? []
  expect(first).toMatchObject({text: 'a', due: '2026-12-01', owners: ['Ann', 'bo'], duration: {days: 2}, priority: 'P1'})
  expect(second).toMatchObject({due: '2026-11-30', owners: []})
  expect(plan.sections[0]?.items[0]).toMatchObject({due: {date: '2026-12-01'}, owners: [], duration: null})
  expect(problems).toEqual([])
})
