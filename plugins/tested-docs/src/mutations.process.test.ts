import {afterAll, describe, expect, test, vi} from 'vitest'
import {mutants, sample} from './derive/mutate.ts'
import type {Page} from './model/page.ts'
import {parsePage} from './parse/page.ts'
import {runPage} from './run.ts'
import {closeAll} from './source/sandbox.ts'

vi.setConfig({testTimeout: 60_000})
afterAll(closeAll)

const REHEARSAL = `#: setup
umask 022; printf 'old' > live; printf 'a secret\\n' > secret; mkdir -p users; touch users/a users/b
#: deny install nothing was changed
printf 'other' > checked
#: mend install
rm checked
#: type install
INSTALL=yes
#: type remove
REMOVE=a
`

/** A small page with one of each kind of danger. */
const TEXT = `---
title: Try
verification: {level: 0}
---

\`\`\`bash run id=keep
(umask 077 && tr -d '\\n' < secret > kept)
stat -c %a kept
wc -c < kept
\`\`\`

\`\`\`text expect
600
8
\`\`\`

\`\`\`bash run id=install
if [ "\${INSTALL-no}" = yes ] && [ ! -f checked ]; then printf new > live; else echo "nothing was changed"; fi
cat live; echo
\`\`\`

\`\`\`text expect
new
\`\`\`

\`\`\`bash run id=remove
rm "users/\${REMOVE:?}"
ls users
\`\`\`

\`\`\`text expect
b
\`\`\`
`
const parse = (text: string): Page => {
  const {page, problems} = parsePage('docs/runbooks/try.md', text, 'sha256:0', {path: 'try.sh', text: REHEARSAL})
  expect(problems).toEqual([])
  return page
}
const page = parse(TEXT)
const all = mutants(page)

test('unchanged it passes', async () => {
  const {result, complaints} = await runPage(page, '2026-11-23')
  expect(complaints).toEqual([])
  expect(result.verdict).toBe('passed')
})

test('the dangers of the page make mutants of these kinds', () => {
  expect([...new Set(all.map(({operator}) => operator))]).toEqual([
    'show a secret',
    'leave out a step',
    'expect something else',
    'open a gate',
    'reverse a gate',
    'drop a guard',
    'reverse a condition',
  ])
})

const TEXT_OF = (commands: string): string =>
  `---\ntitle: Try\nverification: {level: 0}\n---\n\n\`\`\`bash run id=one\n${commands}\n\`\`\`\n`
test.each([
  ['[ "${END-no}" = yes ] && kill 1', 'cut a guard loose', '; '],
  ['[ "${END-no}" = yes ] && echo no', 'cut a guard loose', null],
  [`psql -c "select pg_cancel_backend(pid) from a where pid = 1 and application_name = 'x'"`, 'widen a where', ''],
  [`psql -c "select 1 from a where b = 1 and now() - since > interval '1 hour'"`, 'widen a where', ''],
  ['psql -c "select pg_cancel_backend(1)"', 'terminate instead of cancel', 'pg_terminate_backend'],
  ['[ "$a" -lt 90 ] && echo room', 'turn a comparison round', ' -ge'],
  ['openssl x509 -noout -checkend 86400 -in crt', 'multiply a limit', '8640000'],
  ['curl -fsS -m 5 "$A"', 'drop a time-out', ''],
  ['install -m 600 key live', 'show a secret', '644'],
  ['psql -v ON_ERROR_STOP=1 -c "a" -c "b"', 'go on after an error', ''],
  ['psql -v ON_ERROR_STOP=1 -c "a" && b', 'go on after an error', null],
] as const)('%s: %s', (commands, operator, to) => {
  const {page: small} = parsePage('docs/runbooks/try.md', TEXT_OF(commands), 'sha256:0')
  expect(mutants(small).find((one) => one.operator === operator)?.to ?? null).toBe(to)
})

test('two steps are swapped when the second changes something and has to do with the first', () => {
  const blocks = '```bash run id=look\ncat "$FILE"\n```\n\n```bash run id=remove\n[ "${REMOVE-no}" = yes ] && rm "$FILE"\n```\n'
  const swaps = (text: string): string[][] =>
    mutants(parsePage('docs/runbooks/try.md', `---\ntitle: Try\nverification: {level: 0}\n---\n\n## Steps\n\n${text}`, 'sha256:0').page)
      .filter(({operator}) => operator === 'swap two steps')
      .map((one) => one.page.blocks.map(({id}) => id))
  expect(swaps(blocks)).toEqual([['remove', 'look']])
  expect(swaps(blocks.replace('cat "$FILE"', 'ls'))).toEqual([])
})

describe('is noticed', () => {
  test.each(all.map((mutant) => [`${mutant.operator}: ${mutant.from.slice(0, 40)}`, mutant] as const))('%s', async (_name, mutant) => {
    const {result, left} = await runPage(mutant.page, '2026-11-23')
    expect(left).toEqual([])
    expect(result).toMatchObject({verdict: 'failed', level: 1})
    expect(result.because).toContain(`block "`)
  })
})

test('a sample is the same for the same seed, and has the rare kinds first', () => {
  const one = sample(all, 7, 3)
  expect(sample(all, 7, 3)).toEqual(one)
  expect(new Set(one.map(({operator}) => operator)).size).toBe(7)
  expect(sample(all, 1000, 3)).toHaveLength(all.length)
})
