import fc from 'fast-check'
import {expect, test} from 'vitest'
import {withEdits} from '../../rules/edit.ts'
import {editsOf} from '../../rules/problem.ts'
import {LANGUAGES} from '../../lexicon/lexicon.ts'
import {readClaim} from '../values/claim.ts'
import {parsePlan} from './plan.ts'

// Tables of states and lists of signs as people write them: what `check --fix` makes of them loses nothing, and there is nothing to fix again.

const word = fc.constantFrom(
  'Log in',
  '**Log** out',
  '`a \\| b`',
  '[mail](a.md)',
  'ü x',
  '登录',
  'a_b_c',
  '~~old~~ new',
  '5 keys',
  'T001 set up',
)
const padding = fc.constantFrom('', ' ', '   ')
const state = fc.constantFrom(
  ...LANGUAGES.flatMap(({states}) => Object.values(states).flat()),
  '✅',
  '✅ Done',
  '🚧',
  '❌ Not started',
  '100%',
  '40 %',
  '2/5',
  '[x]',
)
const header = (cell: 'task' | 'status'): fc.Arbitrary<string> =>
  fc.constantFrom(...LANGUAGES.map(({columns, labels}) => (cell === 'task' ? columns.task[0] : labels.status[0])))
const rowOf = (cells: readonly string[], space: string, isClosed: boolean): string =>
  `|${space}${cells.join(`${space === '' ? ' ' : space}|${space}`)} ${isClosed ? '|' : ''}`

const table = fc
  .record({
    task: header('task'),
    status: header('status'),
    rows: fc.array(fc.record({task: word, state, owner: fc.constantFrom('', 'Ann', '@bo', '-')}), {minLength: 1, maxLength: 5}),
    space: padding,
    isClosed: fc.boolean(),
    before: fc.boolean(),
  })
  .map(({task, status, rows, space, isClosed, before}) => {
    const order = <T>(one: T, two: T, three: T): readonly T[] => (before ? [two, one, three] : [one, two, three])
    const lines = [order(task, status, 'Owner'), ['---', '---', '---'], ...rows.map((row) => order(row.task, row.state, row.owner))]
    const said = rows.filter((row) => readClaim(row.state) !== null).length
    return {
      kind: 'table' as const,
      lines: lines.map((cells) => rowOf(cells, space, isClosed)),
      count: rows.length,
      /** As the rule has it: at least half of the rows say something. */
      isTold: said > 0 && said >= rows.length / 2,
    }
  })

const sign = fc.constantFrom('✅', '✔\uFE0F', '❌', '🚧', '⏳', '🚫')
const list = fc
  .record({
    bullet: fc.constantFrom('- ', '* ', '1. ', '> - ', '  - '),
    signs: fc.array(fc.record({sign, space: fc.constantFrom(' ', '', '  '), word}), {minLength: 1, maxLength: 4}),
  })
  .map(({bullet, signs}) => ({
    kind: 'list' as const,
    lines: signs.map((one) => `${bullet}${one.sign}${one.space}${one.word}`),
    fixed: signs.map(
      (one) => `${bullet}${/✅|✔/.test(one.sign) ? '[x] ' : `[ ] ${one.sign === '❌' ? '' : `${one.sign}${one.space}`}`}${one.word}`,
    ),
    count: signs.length,
    done: signs.filter((one) => /✅|✔/.test(one.sign)).length,
  }))

const NEW = '---\nplan:\n  tables: true\n---\n\n'
/** What leads the text, and what it is with the setting. */
const front = fc.constantFrom(
  ['', NEW],
  ['\uFEFF', `\uFEFF${NEW}`],
  ['---\ntitle: A\n---\n', '---\ntitle: A\nplan:\n  tables: true\n---\n'],
  ['---\nplan:\n  team: 2\n---\n', '---\nplan:\n  tables: true\n  team: 2\n---\n'],
  ['---\nplan: {team: 2}\n---\n', '---\nplan: {tables: true, team: 2}\n---\n'],
  ['---\nplan: # none\n---\n', '---\nplan: # none\n  tables: true\n---\n'],
)
const plan = fc.record({
  front,
  parts: fc.array(fc.oneof(table, list), {minLength: 1, maxLength: 4}),
  box: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n'),
})

const editsIn = (text: string): ReturnType<typeof editsOf> => parsePlan(text).problems.flatMap(editsOf)

function fixed(text: string): string {
  let now = text
  for (let round = 0; round < 10; round++) {
    const {text: next} = withEdits(now, editsIn(now))
    if (next === now) break
    now = next
  }
  return now
}

test('what is fixed is counted whole and keeps every cell and every word, and a second check is quiet', () => {
  fc.assert(
    fc.property(plan, ({front: [head = '', headFixed = ''], parts, box, end}) => {
      const text = (first: string, linesOf: (part: (typeof parts)[number]) => readonly string[]): string =>
        `${first}# P\n\n${box ? '- [ ] box\n\n' : ''}${parts.map((part, at) => `## Part ${at}a\n\n${linesOf(part).join('\n')}\n`).join('\n')}`.replaceAll(
          '\n',
          end,
        )
      const tables = parts.some((part) => part.kind === 'table' && part.isTold)
      const signs = parts.flatMap((part) => (part.kind === 'list' ? [part] : []))
      const [all, done] = [signs.reduce((sum, {count}) => sum + count, 0), signs.reduce((sum, one) => sum + one.done, 0)]
      const lists = !box || (done > 0 && done < all)
      const after = fixed(text(head, ({lines}) => lines))
      expect(after).toBe(text(tables ? headFixed : head, (part) => (part.kind === 'list' && lists ? part.fixed : part.lines)))
      expect(editsIn(after)).toEqual([])
      const {problems, plan: read} = parsePlan(after)
      if (tables) expect(problems.map(({rule}) => rule)).not.toContain('task/in-status-table')
      if (lists) expect(problems.map(({rule}) => rule)).not.toContain('task/status-bullets')
      const counts = parts.map((part) => ((part.kind === 'list' ? lists : tables) ? part.count : 0))
      expect(read.ledger.counted).toHaveLength(counts.reduce((sum, one) => sum + one, box ? 1 : 0))
    }),
    {numRuns: 600, seed: 20261129},
  )
})
