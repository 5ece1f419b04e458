import {expect, test} from 'vitest'
import {report} from '../../report.ts'
import {toJson} from './problems-json.ts'
import {toSarif} from './sarif.ts'

const {problems} = report({
  text: '- [ x ] a\n- ☑ b\n',
  source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
  baseline: null,
  now: '2026-11-23T09:00:00Z',
  today: '2026-11-23',
  evidence: null,
})
const FILES = [{file: 'a plan.md', problems: problems.filter(({rule}) => rule === 'task/near-box')}]

test('JSON has the edits of a fix that is certain, and none where a person has to decide', () => {
  const made = JSON.parse(toJson(FILES)) as {problems: readonly {line: number; edits: unknown}[]}
  expect(made.problems.map(({line, edits}) => [line, edits])).toEqual([
    [1, [{line: 1, column: 3, length: 5, text: '[x]'}]],
    [2, []],
  ])
})

test('SARIF has them as fixes', () => {
  const made = JSON.parse(toSarif(FILES, '1.0.0', null)) as {runs: readonly {results: readonly {fixes?: unknown}[]}[]}
  expect(made.runs[0]?.results.map(({fixes}) => fixes)).toEqual([
    [
      {
        description: {text: expect.stringContaining('write only one character in the brackets') as string},
        artifactChanges: [
          {
            artifactLocation: {uri: 'a%20plan.md'},
            replacements: [{deletedRegion: {startLine: 1, startColumn: 3, endColumn: 8}, insertedContent: {text: '[x]'}}],
          },
        ],
      },
    ],
    undefined,
  ])
})
