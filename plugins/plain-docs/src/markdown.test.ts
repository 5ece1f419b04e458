import {expect, test} from 'vitest'
import {toMarkdown} from './markdown.ts'
import type {DocPage} from './pages.ts'

const place = {url: 'https://docs.example.com', baseUrl: '/base/'}
const page = (path: string, text: string): DocPage => ({
  title: `Title of ${path}`,
  description: 'One sentence.',
  permalink: `/base/docs/${path.replace(/(?:\/index)?\.mdx?$/, '')}`,
  source: `@site/docs/${path}`,
  text,
})
const other = page('security/jwt.md', '')

test('a page becomes Markdown that stands by itself', () => {
  const text = `---
kind: how-to
title: ignored
---

See [JWT](../security/jwt.md#key-length "title"), [../security/jwt.md](../security/jwt.md), [item](/progress#item-2-1),
[here](#steps), [out](https://example.com/a.md), [gone](../security/gone.md), [by name][n] and \`[code](../security/jwt.md)\`.
Done: :plan[2.1], but not \`:plan[2.1]\`.

\`\`\`md
[fence](../security/jwt.md) :plan[2.1]
\`\`\`

[n]: ../security/jwt.md
`
  const self = page('operations/deploy.md', text)
  expect(toMarkdown(self, [self, other], place)).toMatchInlineSnapshot(`
    "# Title of operations/deploy.md

    > One sentence.

    See [JWT](https://docs.example.com/base/docs/security/jwt.md#key-length "title"), [../security/jwt.md](https://docs.example.com/base/docs/security/jwt.md), [item](https://docs.example.com/base/progress#item-2-1),
    [here](#steps), [out](https://example.com/a.md), [gone](../security/gone.md), [by name][n] and \`[code](../security/jwt.md)\`.
    Done: plan item 2.1, but not \`:plan[2.1]\`.

    \`\`\`md
    [fence](../security/jwt.md) :plan[2.1]
    \`\`\`

    [n]: https://docs.example.com/base/docs/security/jwt.md
    "
  `)
})

test('components of an .mdx page become words', () => {
  const self = page(
    'runbooks/index.mdx',
    "---\ntitle: x\n---\n\nimport RunbookTable from '@theme/RunbookTable'\n\nWords.\n\n<RunbookTable />\n",
  )
  expect(toMarkdown(self, [self], place)).toBe(
    '# Title of runbooks/index.mdx\n\n> One sentence.\n\nWords.\n\n(This part is drawn on the page: https://docs.example.com/base/docs/runbooks)\n',
  )
})

test('what looks like a component in an .md page stays', () => {
  const self = page('a.md', '```html\n<Foo />\n```\n')
  expect(toMarkdown(self, [self], place)).toContain('<Foo />')
})
