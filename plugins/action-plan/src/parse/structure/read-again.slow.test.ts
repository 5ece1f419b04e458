import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parsePlan, planReader} from './plan.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url)
const plans: readonly string[] = [
  ...readdirSync(FIXTURES, {encoding: 'utf8', recursive: true})
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(new URL(name, FIXTURES), 'utf8')),
  readFileSync(new URL('../../../../../docs/plan/action-plan.md', import.meta.url), 'utf8'),
]

/** Lines that change how others are read, or stand in many plans. */
const LINES = [
  ...['', '```', '~~~', '    ```', '- ```', '> ```', '```` md', '<!--', '-->', '<div>', '</div>', '<script>', '</script>', '<b>x</b>'],
  ...[
    '---',
    '===',
    '***',
    '- [ ] a new task',
    '- [x] done by @ann (2 days)',
    '  - [ ] below it',
    '    - [x] deeper',
    '\t- [ ] tabbed',
    '1. [ ] one',
  ],
  ...[
    '- [-] dropped',
    '* [ ] star',
    '- [ ] ✅ signed',
    '- [ ] Call Bob (Bob)',
    '> - [ ] quoted',
    '# Title',
    '## Work',
    '### 1.1 Item (P0)',
    '#### Actions',
  ],
  ...[
    ' ## indented',
    '####### none',
    '## 1. Work (P1)',
    '## Priority Levels',
    '- **P0 (Now)**: at once - Immediate',
    '- **A (First)**: x - 2 days',
  ],
  ...[
    '## Success Metrics',
    '- coverage over 80 %',
    '## Review',
    '- weekly',
    '## Next Steps',
    '### Week 1-2',
    '### Phase 1: March - April',
    'Q3 2027',
    '----',
  ],
  ...[
    '[ref]: https://example.com "title"',
    '[x]: /u',
    '[a][ref] and [x]',
    '- [x][ref] linked',
    '[^1]: a footnote',
    '    in it',
    'text[^1]',
    '[js]: javascript:x',
  ],
  ...[
    '**Timeline**: 3 days',
    '**Depends on**: 1.1, Work',
    'Owner: @ann',
    'Blocked by: 2.1',
    'Status: done',
    'Progress: 75%',
    'Due: 2027-01-31',
    '**Effort**:',
  ],
  ...[
    '| Task | Status |',
    '| --- | --- |',
    '| write it | done |',
    '✅ all done',
    '- ✅ signed bullet',
    '- 🚧 other bullet',
    'Priority: 🔴 high, 🟡 medium',
  ],
  ...[
    '\u202eturned',
    'nul \0 byte',
    '\u200b- [ ] hidden',
    '<<<<<<< ours',
    '=======',
    '>>>>>>> theirs',
    'plan:',
    '  tables: true',
    '  start: 2027-01-04',
    '  marks: {"-": dropped}',
  ],
]

type Edit = readonly [
  kind: 'insert' | 'delete' | 'change' | 'double' | 'indent' | 'tick' | 'settings' | 'returns' | 'cut',
  at: number,
  of: number,
]
const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('insert', 'insert', 'delete', 'change', 'double', 'indent', 'tick', 'tick', 'settings', 'returns', 'cut'),
  fc.nat(),
  fc.nat(),
)

const HEAD = '---\nplan:\n  start: 2027-01-04\n  tables: true\n---\n'

function edited(text: string, [kind, where, of]: Edit): string {
  if (kind === 'settings') return text.startsWith(HEAD) ? text.slice(HEAD.length) : HEAD + text
  if (kind === 'returns') return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n')
  const lines = text.split('\n')
  const at = where % lines.length
  const line = lines[at] as string
  const other = LINES[of % LINES.length] as string
  if (kind === 'insert') lines.splice(at, 0, other)
  if (kind === 'delete') lines.splice(at, 1 + (of % 4))
  if (kind === 'change') lines[at] = other
  if (kind === 'double') lines.splice(at, 0, ...lines.slice(at, at + 1 + (of % 30)))
  if (kind === 'indent') lines[at] = of % 2 === 0 ? line.replace(/^ {1,2}/, '') : `  ${line}`
  if (kind === 'cut') lines[at] = line.slice(0, of % (line.length + 1))
  if (kind === 'tick') {
    const boxes = lines.flatMap((one, index) => (/\[[ x]\]/.test(one) ? [index] : []))
    const box = boxes[where % Math.max(boxes.length, 1)]
    if (box !== undefined) lines[box] = (lines[box] as string).replace(/\[([ x])\]/, (_, mark) => (mark === 'x' ? '[ ]' : '[x]'))
  }
  return lines.join('\n')
}

test('a text that is read after another one is read as it is by itself: plan, ledger and problems with their places', () => {
  const history = fc.tuple(fc.constantFrom(...plans), fc.array(edit, {minLength: 1, maxLength: 12}))
  fc.assert(
    fc.property(history, ([first, edits]) => {
      const read = planReader()
      read(first)
      const texts: string[] = [first]
      for (const one of edits) texts.push(edited(texts.at(-1) as string, one))
      // Back to what it was, too.
      for (const text of [...texts.slice(1), first]) expect(read(text)).toEqual(parsePlan(text))
    }),
    {numRuns: Number(process.env['RUNS'] ?? 60)},
  )
})

test('one fixture after another is read as each is by itself', () => {
  const read = planReader()
  for (const text of [...plans, ...[...plans].reverse()]) expect(read(text)).toEqual(parsePlan(text))
})
