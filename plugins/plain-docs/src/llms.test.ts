import {expect, test} from 'vitest'
import {toLlmsTxt} from './llms.ts'
import {copyPath, type DocPage} from './pages.ts'

const site = {url: 'https://docs.example.com', baseUrl: '/', title: 'Plan', tagline: 'The guides'}
const page = (permalink: string, source: string): DocPage => ({
  title: `T [${permalink}]`,
  description: 'Two\nlines.',
  permalink,
  source: `@site/docs/${source}`,
  text: '',
})
const pages = [
  page('/docs/security/jwt', 'security/jwt.md'),
  page('/docs/intro', 'intro.md'),
  page('/docs/security/Abc', 'security/Abc.md'),
  page('/docs/error-handling/x', 'error-handling/x.md'),
]

test('the pages stand under their folders, sorted, with their copies', () => {
  expect(toLlmsTxt(site, pages, [{title: 'Status', path: '/status.json', description: 'Numbers'}])).toMatchInlineSnapshot(`
    "# Plan

    > The guides

    Each address below is the Markdown copy of a page; without ".md" it is the page itself.

    ## Overview

    - [T \\[/docs/intro\\]](https://docs.example.com/docs/intro.md): Two lines.

    ## Error handling

    - [T \\[/docs/error-handling/x\\]](https://docs.example.com/docs/error-handling/x.md): Two lines.

    ## Security

    - [T \\[/docs/security/Abc\\]](https://docs.example.com/docs/security/Abc.md): Two lines.
    - [T \\[/docs/security/jwt\\]](https://docs.example.com/docs/security/jwt.md): Two lines.

    ## Data

    - [Status](https://docs.example.com/status.json): Numbers
    "
  `)
})

test('the order of the pages does not change the bytes', () => {
  expect(toLlmsTxt(site, pages.toReversed(), [])).toBe(toLlmsTxt(site, pages, []))
})

test.each([
  ['/docs/security/jwt', '/', 'docs/security/jwt.md'],
  ['/base/docs/runbooks/', '/base/', 'docs/runbooks.md'],
  ['/', '/', 'index.md'],
])('the copy of %s under %s is %s', (permalink, baseUrl, path) => {
  expect(copyPath({permalink}, {baseUrl})).toBe(path)
})
