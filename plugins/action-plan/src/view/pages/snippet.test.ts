import {expect, test} from 'vitest'
import {frameSnippet, snippet, SNIPPET_FORMS} from './snippet.ts'

const PICTURE = {alt: 'Keys [a], "b" & <c>', image: 'https://example.com/badges/item-1.svg', page: 'https://example.com/progress'}

test('a picture in each form, with an alternative text that ends where it should', () =>
  expect(SNIPPET_FORMS.map((form) => snippet(form, PICTURE))).toEqual([
    '[![Keys \\[a\\], "b" & \\<c\\>](https://example.com/badges/item-1.svg)](https://example.com/progress)',
    '<a href="https://example.com/progress"><img src="https://example.com/badges/item-1.svg" alt="Keys [a], &quot;b&quot; &amp; &lt;c&gt;"></a>',
    'image:https://example.com/badges/item-1.svg["Keys [a\\], \\"b\\" & <c>",link="https://example.com/progress"]',
    'https://example.com/badges/item-1.svg',
  ]))

test('a frame has a title', () =>
  expect(frameSnippet('A "plan"', 'https://example.com/badges/card.htm')).toBe(
    '<iframe src="https://example.com/badges/card.htm" title="A &quot;plan&quot;" width="480" height="210" loading="lazy"></iframe>',
  ))
