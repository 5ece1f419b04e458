import fc from 'fast-check'
import {toHast} from 'mdast-util-to-hast'
import type {Element, ElementContent, Root} from 'hast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {escapeMarkdown} from './escape.ts'

// GitHub looks for names and references in the text of the HTML that Markdown became, outside of code and links: a backslash is gone by then.

/** The text nodes that GitHub looks at, and the elements around them. */
function rendered(markdown: string): {readonly texts: readonly string[]; readonly elements: readonly string[]} {
  const tree = toHast(unified().use(remarkParse).use(remarkGfm).parse(markdown)) as Root
  const [texts, elements]: [string[], string[]] = [[], []]
  const visit = (node: Root | ElementContent | Root['children'][number]): void => {
    if (node.type === 'text') texts.push(node.value)
    if (!('children' in node)) return
    if (node.type === 'element') elements.push((node as Element).tagName)
    if (node.type === 'element' && ['code', 'pre', 'a'].includes(node.tagName)) return
    node.children.forEach(visit)
  }
  visit(tree)
  return {texts, elements}
}
const textOf = (markdown: string): string => rendered(markdown).texts.join('').trim()

/** As html-pipeline finds a name: at the begin or behind what is no word, not before a slash, and up to a sign or the end. */
const MENTION = /(?:^|[^\w@])@([a-z0-9](?:[a-z0-9]|-(?=[a-z0-9]))*)(?!\/)(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)/i
/** The forms that GitHub documents, each loosely: teams, issues, commits, addresses. */
const REFERENCES: readonly RegExp[] = [
  MENTION,
  /(?:^|[^\w])@[a-z0-9-]+\/[a-z0-9-]+/i,
  /#\d+/,
  /\bgh-\d+/i,
  /(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])/,
  /https?:\/\//i,
  /\bwww\./i,
  /[\w.+-]+@[\w-]+\.\w/,
]
const found = (markdown: string): readonly string[] =>
  rendered(markdown).texts.flatMap((text) => REFERENCES.flatMap((pattern) => pattern.exec(text)?.[0] ?? []))

const CALLS = [
  '@octocat',
  'ask @octo-cat, please',
  '(@octocat)',
  '*@octocat*',
  '@octo-org/core-team',
  '#123',
  'see (#123).',
  'GH-26',
  'gh-26',
  'octo-org/repo#4039',
  'octocat@a5c3785ed8d6a35868bc169f07e40e889087fd2e',
  'octo-org/repo@a5c3785ed8d6a35868bc169f07e40e889087fd2e',
  'a5c3785ed8d6a35868bc169f07e40e889087fd2e',
  'since a5c3785.',
  'https://github.com/octo-org/repo/issues/26',
  'HTTP://github.com/octo-org/repo/pull/26',
  'www.github.com/octo-org/repo/pull/26',
  'someone@example.com',
  '<https://github.com/octo-org/repo/issues/26>',
]

describe('nobody is notified and nothing is linked', () => {
  test.each(CALLS)('%s', (call) => {
    // The pattern finds it as it is written, and behind a backslash.
    expect([...found(call), ...(/^</.test(call) || /https?|www|example/i.test(call) ? ['link'] : [])]).not.toEqual([])
    for (const markdown of [`- ${escapeMarkdown(call)}`, `# ${escapeMarkdown(call)}`, `| a |\n| - |\n| ${escapeMarkdown(call)} |`]) {
      expect(found(markdown)).toEqual([])
      expect(rendered(markdown).elements).not.toContain('a')
    }
    expect(textOf(escapeMarkdown(call)).replaceAll('\u200B', '')).toBe(call)
  })

  test('a backslash does not stop a name: it is gone when GitHub looks', () => {
    expect(found('\\@octocat')).toEqual(['@octocat'])
  })
})

test.each([
  ['2.1 Keys (P0): rotate them [soon], then #2 of file_name.md', '2.1 Keys (P0): rotate them [soon], then #\u200B2 of file_name.md'],
  ['a * b, {c} + d - e!', 'a \\* b, {c} + d - e!'],
  ['[ ] box', '\\[ ] box'],
  ['1. first', '1\\. first'],
  ['- [x] done', '\\- [x] done'],
  ['[link](x) ![image](y)', '\\[link\\](x) ![image\\](y)'],
  ['a | b', 'a \\| b'],
  ['R&D &amp; &lt;', 'R&D \\&amp; \\&lt;'],
  ['# no heading #', '\\# no heading \\#'],
])('%j is escaped no more than needed', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

test('any text stays the text that it is: in a list, a heading, a cell and a paragraph', {tags: ['slow']}, () => {
  const token = fc.constantFrom(
    ...['#', '##', '*', '**', '_', '__', '`', '``', '~', '~~', '[', ']', '(', ')', '](', '][', ']:', '![', '<', '>', '<b>', '</b>', '<!--'],
    ...[
      '-->',
      '&',
      '&amp;',
      '&#27;',
      ';',
      '|',
      '\\',
      '+',
      '-',
      '---',
      '=',
      '===',
      '1.',
      '2)',
      '[ ]',
      '[x]',
      '[^1]',
      ':',
      '!',
      '{',
      '}',
      '$',
    ],
    ...[' ', ' ', 'a', 'b', 'é', '1', '@a', '#1', 'http://a.b', 'www.a.b', 'a@b.cc', '.', ',', '"', "'", '/', '\t', '\n'],
  )
  fc.assert(
    fc.property(fc.array(token, {minLength: 1, maxLength: 12}), (tokens) => {
      const plain = tokens.join('').replace(/\s+/g, ' ').trim()
      const escaped = escapeMarkdown(tokens.join(''))
      const told = (markdown: string): string => textOf(markdown).replaceAll('\u200B', '').replace(/\s+/g, ' ').trim()
      expect(told(`- ${escaped}`)).toBe(plain)
      expect(told(`# ${escaped}`)).toBe(plain)
      expect(told(`Before ${escaped} after.`)).toBe(`Before ${plain} after.`.replace(/\s+/g, ' '))
      if (plain !== '') expect(told(`| h |\n| - |\n| ${escaped} |`).replace(/^h\s*/, '')).toBe(plain)
    }),
    {numRuns: 300, seed: 42},
  )
})
