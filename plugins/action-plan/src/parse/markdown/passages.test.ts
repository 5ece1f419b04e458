import {describe, expect, test} from 'vitest'
import {readMarkdown} from './blocks.ts'
import {SIZE_LIMIT} from './passages.ts'

const SECTIONS = 40
const section = (at: number): string => `## ${at}. Section\n\n- [ ] task ${at}\n\ntext\n\n- [ ] other\n${'- more\n'.repeat(10)}\n`
const text = Array.from({length: SECTIONS}, (_, at) => section(at)).join('')
/** How many passages of a text are not those of the one before it. */
function readAnew(before: string, after: string): number {
  const known = readMarkdown(before)
  const lines = new Set(known.passages.map((passage) => passage.lines))
  return readMarkdown(after, known).passages.filter((passage) => !lines.has(passage.lines)).length
}

test.each([
  ['nothing', text, 0],
  ['a ticked box', text.replace('[ ] task 7', '[x] task 7'), 1],
  ['a line more', text.replace('text\n', 'text\nmore text\n'), 1],
  ['a section less', text.replace(section(9), ''), 0],
  ['a section more', text.replace(section(9), section(9) + section(99)), 1],
  ['the first and the last line', `intro\n\n${text}the end\n`, 2],
  ['a fence that takes the rest', text.replace('task 30\n', 'task 30\n\n```\n'), 1],
])('of a text in which changed: %s, no more is read again than that', (_, changed, passages) => {
  expect(readAnew(text, changed)).toBe(passages)
})

test('what did not change and did not move is the same blocks', () => {
  const known = readMarkdown(text)
  const again = readMarkdown(text.replace('[ ] task 7', '[x] task 7'), known)
  expect(again.blocks.filter((block, at) => block !== known.blocks[at]).length).toBeLessThan(20)
})

test('a heading in code or in HTML begins no passage', () => {
  const {blocks} = readMarkdown(`# A\n\n\`\`\`\n${'# not one\n'.repeat(40)}\`\`\`\n\n<!--\n${'# nor this\n'.repeat(40)}-->\n\n# B\n`)
  expect(blocks.map(({type}) => type)).toEqual(['heading', 'code', 'html', 'heading'])
})

test('headings are read alike whether or not a passage begins with them', () => {
  const begun = `# A\n\ntext\n# B\n- [ ] a\n  # C\n# D\n${'- x\n'.repeat(15)}# E\n> quote\n# F\n`
  const standing = (source: string): readonly unknown[] =>
    readMarkdown(source).blocks.map(({type, line, endLine, depth, item}) => [type, line, endLine, depth, item])
  // Behind a space it begins none.
  expect(standing(begun)).toEqual(standing(begun.replace(/^#/gm, ' #')))
})

describe('a text that is too long', () => {
  const {headings} = SIZE_LIMIT
  const heading = '# a\n'
  const full = heading.repeat(headings + 1)
  const unread = (text: string, known: string | null): unknown =>
    readMarkdown(text, known === null ? null : readMarkdown(known)).passages.at(-1)?.unread

  test.each([
    ['one heading fewer than too many', full, null],
    ['too many', full + heading, {line: headings + 2, of: 'headings'}],
    ['too many in code', `${full}\n\`\`\`\n${heading.repeat(10)}\`\`\`\n`, {line: headings + 2, of: 'headings'}],
  ])('%s: read to the limit, alone and after another text', (_, text, expected) => {
    expect(unread(text, null)).toEqual(expected)
    expect(unread(text, `text\n\n${text}`)).toEqual(expected)
    expect(unread(text, text.slice(0, -9))).toEqual(expected)
    expect(unread(text, `${text}\n# b\n`)).toEqual(expected)
  })

  test('blocks that are no headings have a limit of their own', () => {
    const text = '***\n'.repeat(SIZE_LIMIT.blocks + 2)
    expect(unread(text, null)).toEqual({line: SIZE_LIMIT.blocks + 2, of: 'blocks'})
  })

  test('what was not read of one text is read of the next, when there is room', () => {
    const short = `# b\n\n- [ ] a\n`
    const {blocks} = readMarkdown(short, readMarkdown(full + heading + short))
    expect(blocks.map(({type}) => type)).toEqual(['heading', 'item'])
  })
})
