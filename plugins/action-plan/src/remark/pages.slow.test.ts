import {createRequire} from 'node:module'
import type {ComponentType, ReactNode} from 'react'
import {createElement, Fragment} from 'react'
import {jsx, jsxs} from 'react/jsx-runtime'
import {renderToStaticMarkup} from 'react-dom/server'
import typescript from 'typescript'
import {describe, expect, test} from 'vitest'
import {parsePlan} from '../parse/structure/plan.ts'
import planMarkdown from '../remark.ts'

// Docusaurus' own way from a page's text to its HTML, with the remark plugin in it; the components are stand-ins that show their properties.

interface Processor {
  process(page: {content: string; filePath: string; frontMatter: object; compilerName: string}): Promise<{content: string}>
}
const {createProcessors} = createRequire(import.meta.url)('@docusaurus/mdx-loader/lib/processor.js') as {
  createProcessors(given: {options: object}): Promise<{mdProcessor: Processor; mdxProcessor: Processor}>
}
const {mdProcessor, mdxProcessor} = await createProcessors({
  options: {
    siteDir: '/site',
    staticDirs: [],
    admonitions: true,
    removeContentTitle: false,
    remarkPlugins: [planMarkdown],
    markdownConfig: {
      format: 'detect',
      emoji: true,
      mermaid: false,
      anchors: {maintainCase: false},
      mdx1Compat: {comments: false, admonitions: false, headingIds: false},
      hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
    },
  },
})

type Properties = Readonly<Record<string, string>> & {readonly children?: ReactNode}
const THEME: Readonly<Record<string, ComponentType<Properties>>> = {
  '@theme/PlanTask': ({anchor, mark, sign, children}) =>
    mark === undefined
      ? createElement('span', {id: anchor})
      : createElement(Fragment, null, createElement('b', {'data-mark': mark, 'data-sign': sign}), children),
  '@theme/PlanHeading': ({children}) => children,
  '@theme/PlanBanner': ({items}) => createElement('aside', {'data-items': items}),
  '@theme/PlanLive': ({plan}) => createElement('hr', {'data-live': plan ?? ''}),
  '@theme/PlanStatus': ({item, plan}) => createElement('i', {'data-item': item, 'data-plan': plan}),
}

async function htmlOf(content: string, format: 'md' | 'mdx', frontMatter: object = {}): Promise<string> {
  const page = {content, filePath: `/site/docs/plan.${format}`, frontMatter, compilerName: 'client'}
  const made = await (format === 'md' ? mdProcessor : mdxProcessor).process(page)
  const {outputText} = typescript.transpileModule(made.content, {
    compilerOptions: {module: typescript.ModuleKind.CommonJS, jsx: typescript.JsxEmit.ReactJSX, target: typescript.ScriptTarget.ES2022},
    fileName: 'page.tsx',
  })
  const exports: {default?: ComponentType} = {}
  const modules: Readonly<Record<string, unknown>> = {
    'react/jsx-runtime': {jsx, jsxs, Fragment},
    '@mdx-js/react': {useMDXComponents: () => ({Details: 'details', admonition: 'aside'})},
  }

  new Function('exports', 'require', outputText)(exports, (name: string) => modules[name] ?? {__esModule: true, default: THEME[name]})
  return renderToStaticMarkup(createElement(exports.default as ComponentType))
}

const anchors = (html: string): readonly number[] =>
  [...html.matchAll(/\sid="line-(\d+)"/g)].map(([, line]) => Number(line)).sort((a, b) => a - b)
const counted = (text: string): readonly number[] => parsePlan(text).plan.ledger.counted.map(({line}) => line)

const MARKS = [' ', 'x', 'X', '-', '~', '/', '?', '!', '>', '*', '1', '✓', '✅', '👍🏽'] as const
/** Places of a task: `@` is its box and text. */
const PLACES: Readonly<Record<string, string>> = {
  'a list': '- @\n',
  'a list of stars': '* @\n',
  'a list of plus signs': '+ @\n',
  'a numbered list': '1. @\n2. @\n',
  'a numbered list with brackets': '7) @\n',
  'a list below a text': 'Text\n- @\n',
  'below another task': '- @\n  - @\n    - @\n- @\n',
  'below a bullet': '- Bullet\n  1. @\n',
  'a list in a list': '- - @\n',
  'a loose list': '- @\n\n- @\n\n  More.\n\n- @\n',
  'a quote': '> - @\n>\n> 1. @\n',
  'a quote in an item': '- Bullet\n  > - @\n',
  'behind an empty marker': '-\n  @\n',
  'behind a definition': '- [a]: /b\n  @\n',
  'with tabs': '-\t@\n\t-\t@\n',
  'with spaces': '   -   @\n',
  'with text over lines': '- @\n  more\nlazy\n',
  'with a field glued to it': '- @\n**Owner**: @ana\n',
  'in details': '<details>\n<summary>More</summary>\n\n- @\n\n</details>\n',
  'in an admonition': ':::note\n\n- @\n\n:::\n',
  'behind front matter': '---\nplan:\n  marks: {"~": open, "!": done, "/": dropped}\n---\n\n- @\n',
  'behind a title': '# Plan\n\n## 1. A\n\n### 1.1 B\n\n- @\n',
  'behind a byte-order mark': '\uFEFF- @\n',
  'in a footnote': 'See[^a].\n\n[^a]: Text\n\n    - @\n',
  'in a footnote of a footnote': '[^b]: - @\n\nSee[^a].\n\n[^a]: Text[^b]\n',
  'in a footnote that nothing refers to': 'Text\n\n[^a]: Text\n\n    - @\n',
  'under the meaning of marks': '## Legend\n\n- @\n\n## 1. A\n\n- @\n',
}
const FORMS: readonly string[] = ['do it', '~~do it~~', '**do** `it`', '[do](https://example.com) *it*', 'do it :plan[1.1]', 'do it (P0)']

/** A page that holds a place once for each mark and form. What leads a file stays in front. */
function pageOf(place: string): string {
  const head = /^(?:\uFEFF|---\n[\s\S]*?\n---\n)?/.exec(place)?.[0] ?? ''
  const parts = MARKS.flatMap((mark) => FORMS.map((form) => place.slice(head.length).replaceAll('@\n', `[${mark}] ${form}\n`)))
  return head + parts.map((part, index) => part.replace(/\[\^(\w)\]/g, `[^$1${index}]`)).join('\n\n***\n\n')
}

describe.each(['md', 'mdx'] as const)('.%s', (format) => {
  test.each(Object.entries(PLACES))('each task of the ledger has one anchor: %s', async (_, place) => {
    for (const text of [pageOf(place), pageOf(place).replaceAll('\n', '\r\n')]) {
      const lines = counted(text)
      expect(lines.length).toBeGreaterThan(20)
      const found = anchors(await htmlOf(text, format))
      expect(found).toEqual([...new Set(found)])
      expect(lines.filter((line) => !found.includes(line))).toEqual([])
    }
  })
})

test('what MDX hides has an anchor where it stands', async () => {
  const text = '- [ ] a\n\n{/*\n- [-] b\n*/}\n\n- [ ] c\n'
  expect(counted(text)).toEqual([1, 4, 7])
  expect(anchors(await htmlOf(text, 'mdx'))).toEqual([1, 4, 7])
})

test('an element alone in a task is still a task', async () => {
  const html = await htmlOf('- [ ] <b>a</b>\n- [x] {1 + 1}\n', 'mdx')
  expect(anchors(html)).toEqual([1, 2])
  expect(html.match(/data-mark="\w+"/g)).toEqual(['data-mark="open"', 'data-mark="done"'])
})

test('the mark is that of the ledger, and its sign is taken off the text', async () => {
  const text = '---\nplan: {marks: {"!": done}}\n---\n\n- [ ] a\n- [x] b\n- [-] c\n- [~] d\n- [!] e\n- [x] ~~f~~\n'
  expect(await htmlOf(text, 'md')).toMatchInlineSnapshot(`
    "<ul class="contains-task-list">
    <li id="line-5" class="task-list-item"><b data-mark="open"></b>a</li>
    <li id="line-6" class="task-list-item"><b data-mark="done"></b>b</li>
    <li id="line-7" class="task-list-item"><b data-mark="dropped" data-sign="-"></b>c</li>
    <li id="line-8"><b data-mark="unknown" data-sign="~"></b>d</li>
    <li id="line-9" class="task-list-item"><b data-mark="done" data-sign="!"></b>e</li>
    <li id="line-10" class="task-list-item"><b data-mark="dropped"></b><del>f</del></li>
    </ul>

    <hr data-live=""/>"
  `)
})

test('a list without tasks stays as it is', async () => {
  expect(await htmlOf('- a\n- [b](https://example.com)\n', 'md')).not.toMatch(/line-|data-mark/)
})

describe('items in a text', () => {
  const PAGE = 'A :plan[2.1], B :plan[2.2]{plan=mobile}.\n'
  test.each(['md', 'mdx'] as const)('of the plan that they name, else that the page names (.%s)', async (format) => {
    expect(await htmlOf(PAGE, format)).toContain('A <i data-item="2.1"></i>, B <i data-item="2.2" data-plan="mobile"></i>.')
    expect(await htmlOf(PAGE, format, {plan: 'web'})).toContain(
      'A <i data-item="2.1" data-plan="web"></i>, B <i data-item="2.2" data-plan="mobile">',
    )
    expect(await htmlOf(PAGE, format, {plan: {start: '2026-11-23'}})).toContain('A <i data-item="2.1"></i>')
  })
  test('as an element, also in an expression, with or without an import', async () => {
    const page = '<PlanStatus item="2.1" />\n\n{true && <PlanStatus item="2.2" />}\n\nSee <PlanStatus item="2.3" plan="mobile" />.\n'
    const shown = ['<i data-item="2.1"></i>', '<i data-item="2.2"></i>', '<i data-item="2.3" data-plan="mobile"></i>']
    for (const before of ['', "import PlanStatus from '@theme/PlanStatus'\n\n"]) {
      const html = await htmlOf(before + page, 'mdx')
      for (const one of shown) expect(html).toContain(one)
    }
    expect(await htmlOf(page, 'mdx', {plan: 'web'})).toContain('<i data-item="2.1" data-plan="web">')
  })
  test('of the page, when it has one of its own of that name', async () => {
    const html = await htmlOf('export const PlanStatus = ({item}) => <u>{item}</u>\n\n<PlanStatus item="2.1" />\n', 'mdx')
    expect(html).toContain('<u>2.1</u>')
  })
})
