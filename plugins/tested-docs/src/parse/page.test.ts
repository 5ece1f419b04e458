import {expect, test} from 'vitest'
import {FIXTURES} from '../model/fixture.ts'
import {toProblem} from '../view/terminal.ts'
import {parsePage} from './page.ts'

const page = (body: string, head = 'title: Try\nverification: {level: 2}'): string => `---\n${head}\n---\n\n${body}\n`
const parse = (text: string) => parsePage('docs/runbooks/try.md', text, 'sha256:0')
const problems = (text: string): string[] => parse(text).problems.map(toProblem)

test('blocks in order, with their section, expectation and line', () => {
  const text = page(
    '## Steps\n\n1. Do it:\n\n   ```bash run id=one exit=3 limit=5\n   false\n   ```\n\n   ```text expect\n   a …\n   b\n   ```\n\n## Verify\n\n```python check file=check.py\nprint(1)\n```\n\n```bash no-run reason="needs Vault"\nvault status\n```',
  )
  const {page: made, problems: found} = parse(text)
  expect(found).toEqual([])
  expect(made.claim).toBe(2)
  expect(
    made.blocks.map(({id, kind, line, column, section, exit, fails, limitSeconds}) => ({
      id,
      kind,
      line,
      column,
      section,
      exit,
      fails,
      limitSeconds,
    })),
  ).toEqual([
    {id: 'one', kind: 'run', line: 10, column: 4, section: 'Steps', exit: 3, fails: true, limitSeconds: 5},
    {id: 'file-check-py', kind: 'file', line: 21, column: 1, section: 'Verify', exit: 0, fails: false, limitSeconds: 30},
    {id: 'no-run-1', kind: 'no-run', line: 25, column: 1, section: 'Verify', exit: 0, fails: false, limitSeconds: 30},
  ])
  expect(made.blocks[0]?.expected).toEqual({line: 15, lines: ['a …', 'b']})
  expect(text.split('\n')[9]).toContain('id=one')
  expect(text.split('\n')[14]).toContain('a …')
})

test.each([
  [
    '```bash\nls\n```',
    'docs/runbooks/try.md:6:1 a bash block without a verdict; add `run id=…` to the info string, or `no-run reason="…"`',
  ],
  ['```sh\nls\n```', 'docs/runbooks/try.md:6:1 a sh block without a verdict; add `run id=…` to the info string, or `no-run reason="…"`'],
  [
    '> ```bash\n> ls\n> ```',
    'docs/runbooks/try.md:6:3 a bash block without a verdict; add `run id=…` to the info string, or `no-run reason="…"`',
  ],
  ['```bash no-run\nls\n```', 'docs/runbooks/try.md:6:1 no-run without a reason; add reason="needs …"'],
  ['```bash no-run reason=" "\nls\n```', 'docs/runbooks/try.md:6:1 no-run without a reason; add reason="needs …"'],
  ['```bash run\nls\n```', 'docs/runbooks/try.md:6:1 a block that runs has no id; add id=… in lower case letters, digits and hyphens'],
  ['```bash run id=a exit=256\nls\n```', 'docs/runbooks/try.md:6:1 exit=256 is not an exit status; write a whole number from 0 to 255'],
  [
    '```bash run id=a limit=0\nls\n```',
    'docs/runbooks/try.md:6:1 limit=0 is not a number of seconds; write a whole number from 1 to 600, such as limit=60',
  ],
  [
    '```bash run id=a exti=1\nls\n```',
    'docs/runbooks/try.md:6:1 unknown word "exti" in the info string; use one of run, no-run, fails, check, id=, exit=, limit=, reason=, file=, title=, check=',
  ],
  [
    '```bash run id=a\nls\n```\n\n```bash run id=a\nls\n```',
    'docs/runbooks/try.md:10:1 id=a is taken by the block in line 6; give each block its own id',
  ],
  [
    '```text expect\na\n```',
    'docs/runbooks/try.md:6:1 an expected output without a block that runs directly before it; move it under its ```bash run block',
  ],
  [
    '```bash run id=a\nls\n```\n\n```text expect\n…\n\n…\n```',
    'docs/runbooks/try.md:10:1 an expected output that every output matches; write at least one line of it',
  ],
  [
    '```bash run id=a\nls\n```\n\n```text\na\n```',
    'docs/runbooks/try.md:10:1 a text block after "a" that is not compared with its output; write ```text expect, or put words between them',
  ],
  [
    '```yaml file=../x.yml\na: 1\n```',
    'docs/runbooks/try.md:6:1 file=../x.yml does not stay in the work folder; write a relative name such as file=check.py',
  ],
])('%j', (body, message) => {
  const found = problems(page(body.replace('text\n', 'text\n')))
  expect(found).toContain(message)
})

test('front matter: fixtures, level and id', () => {
  expect(problems(page('', 'title: x\nid: other\nfixtures: [postgres, oracle]\nverification: {level: 4}'))).toEqual([
    'docs/runbooks/try.md:3:1 id is "other"; the id is the file\'s name: try',
    `docs/runbooks/try.md:4:1 unknown fixture "oracle"; use any of ${Object.keys(FIXTURES).join(', ')}`,
    'docs/runbooks/try.md:5:1 verification level is 4; write verification: {level: 0}, 1, 2 or 3',
  ])
  expect(problems('no front matter')).toHaveLength(2)
  expect(problems(page('', 'title: "x\nverification: {level: 0}'))[0]).toMatch(/^docs\/runbooks\/try\.md:\d+:1 Missing closing "quote/)
})
