import {posix} from 'node:path'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {frontmatter} from 'micromark-extension-frontmatter'
import {visit} from 'unist-util-visit'
import {copyUrl, type DocPage, type Place} from './pages.ts'

type Edit = {readonly start: number; readonly end: number; readonly text: string}

/** The page as plain Markdown that stands by itself: its title as first heading, its links complete, what only the site can draw in words. */
export function toMarkdown(page: DocPage, pages: readonly DocPage[], place: Place): string {
  const bySource = new Map(pages.map((other) => [other.source, other]))
  const tree = fromMarkdown(page.text, {extensions: [frontmatter(['yaml'])], mdastExtensions: [frontmatterFromMarkdown(['yaml'])]})
  const edits: Edit[] = []
  visit(tree, (node) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return
    const own = page.text.slice(start, end)
    if (node.type === 'yaml') edits.push({start, end, text: ''})
    if (node.type === 'text') edits.push(...plainDirectives(own, start))
    if (node.type === 'link' || node.type === 'definition') {
      const target = complete(node.url, page, bySource, place)
      // The address is the last part of the link that reads like it; the text before it may quote it.
      const at = own.lastIndexOf(node.url)
      if (target !== null && at >= 0) edits.push({start: start + at, end: start + at + node.url.length, text: target})
    }
  })
  const body = withoutComponents(apply(page.text, edits), page, place)
  return `# ${page.title}\n\n${page.description === '' ? '' : `> ${page.description}\n\n`}${body.trim()}\n`
}

/** The complete address of a link to another page's copy or to a place of the site; null leaves the link as it is. */
function complete(url: string, page: DocPage, bySource: ReadonlyMap<string, DocPage>, place: Place): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(url)) return null
  const [path = '', anchor] = url.split('#')
  const hash = anchor === undefined ? '' : `#${anchor}`
  if (path.startsWith('/')) return `${place.url}${place.baseUrl}${path.slice(1)}${hash}`
  const target = bySource.get(posix.join(posix.dirname(page.source), decodeURI(path)))
  return target ? `${copyUrl(target, place)}${hash}` : null
}

/** `:plan[2.1]` is a live number on the page; here it is a name. */
function plainDirectives(own: string, start: number): Edit[] {
  return [...own.matchAll(/:plan\[(\d+\.\d+)\]/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    text: `plan item ${match[1] ?? ''}`,
  }))
}

/** In an .mdx page, the lines that load and place components. */
function withoutComponents(text: string, page: DocPage, place: Place): string {
  if (!page.source.endsWith('.mdx')) return text
  return text
    .replace(/^import\s.*$\n?/gm, '')
    .replace(/^<[A-Z]\w*[^>]*\/>$/gm, `(This part is drawn on the page: ${place.url}${page.permalink})`)
}

function apply(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((done, {start, end, text: part}) => done.slice(0, start) + part + done.slice(end), text)
}
