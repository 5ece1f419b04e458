import {describe, expect, test} from 'vitest'
import {readGuide} from './guide.ts'

const block = (sentence: string, info = 'ts'): string =>
  `# Guide\n\n1. Words.\n   ${sentence}\n\n   \`\`\`${info}\n     a\n   b\n   \`\`\`\n`

describe('a code block is what the sentence above it says', () => {
  test.each([
    ['Create `a/b.ts`:', {kind: 'create', file: 'a/b.ts'}],
    [
      'First. In `a.ts`, insert before the line that starts with ``const `x` ``:',
      {kind: 'insert', file: 'a.ts', side: 'before', at: 'const `x`'},
    ],
    ["In `a.ts`, insert after the line that starts with `'b':`:", {kind: 'insert', file: 'a.ts', side: 'after', at: "'b':"}],
    ['In `a.ts`, replace the line that starts with `c`:', {kind: 'replace', file: 'a.ts', at: 'c'}],
    ['Run the tests of the rules:', {kind: 'run', fails: false}],
    ['Run the test. It fails, because there is no such rule yet:', {kind: 'run', fails: true}],
  ])('%s', (sentence, step) => {
    expect(readGuide(block(sentence))).toEqual([{...step, line: 6, code: '  a\nb\n'}])
  })
})

test('a code block that no sentence explains is an error with its line', () => {
  expect(() => readGuide(block('For example:'))).toThrow(
    /^6: no sentence says what this code block is for, found "Words. For example:"\. Fix: /,
  )
})

test('the title of a code block and its sentence name one file', () => {
  expect(readGuide(block('Create `a.ts`:', 'ts title="a.ts"'))).toHaveLength(1)
  expect(() => readGuide(block('Create `a.ts`:', 'ts title="b.ts"'))).toThrow(
    /^6: the title of the code block is "b\.ts", but the sentence names "a\.ts"/,
  )
})

test('a code block that is never closed is an error', () => {
  expect(() => readGuide('Run:\n\n```sh\nls\n')).toThrow(/^3: this code block is never closed/)
})
