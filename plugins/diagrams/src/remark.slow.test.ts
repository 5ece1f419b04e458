import {compile, run} from '@mdx-js/mdx'
import {createElement} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import * as runtime from 'react/jsx-runtime'
import rehypeRaw from 'rehype-raw'
import {describe, expect, test} from 'vitest'
import remarkDiagrams from './remark.ts'
import {SAMPLES} from './samples.ts'

const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\`\n`

/** The way of a page through Docusaurus: `.md` passes raw HTML through rehype-raw, `.mdx` does not. */
async function htmlOf(markdown: string, format: 'md' | 'mdx'): Promise<string> {
  const code = await compile(
    {value: markdown, path: 'docs/page.md'},
    {format, remarkPlugins: [remarkDiagrams], rehypePlugins: format === 'md' ? [rehypeRaw] : [], outputFormat: 'function-body'},
  )
  const {default: Page} = await run(code, {...runtime, baseUrl: import.meta.url})
  return renderToStaticMarkup(createElement(Page))
}

describe.each(['md', 'mdx'] as const)('in .%s', (format) => {
  test('the fence becomes a figure; names keep their case and words stay text', async () => {
    const html = await htmlOf(`before\n\n${fence(SAMPLES.flowchart)}\nafter\n`, format)
    expect(html).toContain(
      '<figure class="diagram" id="diagram-1"><figcaption class="diagram__title">As-is: containers</figcaption><div class="diagram__scroll" tabindex="0" role="group" aria-label="As-is: containers (scrolls sideways)"><svg viewBox="0 0 ',
    )
    expect(html).toContain('markerWidth="8"')
    expect(html).toContain('reads &amp; writes')
    expect(html).not.toMatch(/<script|<style|<pre/)
    expect(html.startsWith('<p>before</p>')).toBe(true)
    expect(html.endsWith('<p>after</p>')).toBe(true)
  })

  test('two diagrams of a page do not share ids; other fences stay', async () => {
    const html = await htmlOf(`${fence(SAMPLES.state)}\n${fence(SAMPLES.state)}\n\`\`\`yaml\na: 1\n\`\`\`\n`, format)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
    expect(ids.length).toBeGreaterThan(6)
    expect(new Set(ids).size).toBe(ids.length)
    expect(html).toContain('<code class="language-yaml">')
  })

  test('a narrow drawing is no stop for the keyboard', async () => {
    const html = await htmlOf(fence('accTitle: As-is: x\naccDescr: y\nflowchart TD\n  A --> B'), format)
    expect(html).toContain('<div class="diagram__scroll"><svg')
  })
})

test('every problem of the page is named with its place in the file', async () => {
  const page = `---\nkind: explanation\n---\n\ntext\n\n${fence('accTitle: x\naccDescr: y\nflowchart LR\n  A-->B')}\n1. a list\n\n   ${fence('flowchart LR\n     A --> B').replaceAll('\n', '\n   ')}`
  await expect(htmlOf(page, 'md')).rejects.toThrowErrorMatchingInlineSnapshot(`
    [Error: docs/page.md:11:3 diagram: "A-->B" is not a line of a flowchart that can be drawn (write A["text"] --> B["text"], with a space on both sides of the arrow and a link of the form -->|text|)
    docs/page.md:17:4 diagram: no accTitle (begin the fence with "accTitle: …")
    docs/page.md:17:4 diagram: no accDescr (begin the fence with "accDescr: …")]
  `)
})
