import {expect, test} from 'vitest'
import {parseRehearsal} from './rehearsal.ts'

const parse = (text: string) => parseRehearsal('r.sh', text, new Set(['a', 'b']))

test('situations and scenes, with what a block must print and the line of each', () => {
  const {rehearsal, problems} = parse(
    '# Why.\n#: situation one\n#: situation two app_a=app_b, active=idle in transaction\n#: setup\nx\n# a comment\ny\n#: deny a no such key\nz\n#: type b\nGO=yes\n',
  )
  expect(problems).toEqual([])
  expect(rehearsal.situations).toEqual([
    {name: 'one', swaps: []},
    {
      name: 'two',
      swaps: [
        ['app_a', 'app_b'],
        ['active', 'idle in transaction'],
      ],
    },
  ])
  expect(rehearsal.scenes).toEqual([
    {kind: 'setup', block: null, says: null, text: 'x\n# a comment\ny', line: 4},
    {kind: 'deny', block: 'a', says: 'no such key', text: 'z', line: 8},
    {kind: 'type', block: 'b', says: null, text: 'GO=yes', line: 10},
  ])
})

test('without a situation there is one', () => {
  expect(parse('#: setup\ntrue\n').rehearsal.situations).toEqual([{name: '', swaps: []}])
})

test.each([
  ['#: perform a', 'unknown scene "perform"'],
  ['#: deny nothing', 'the page has no block "nothing"'],
  ['#: type', 'the page has no block ""'],
  ['#: situation one word', '"#: situation one word" is not a situation'],
])('%s is refused with its place', (text, reason) => {
  expect(parse(`\n${text}\n`).problems).toEqual([{place: {file: 'r.sh', line: 2, column: 1}, reason, fix: expect.any(String) as string}])
})
