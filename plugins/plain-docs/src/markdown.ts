import {posix} from 'node:path'
import {parser} from '@lezer/markdown'
import {copyUrl, type DocPage, type Place} from './pages.ts'

type Edit = {readonly start: number; readonly end: number; readonly text: string}

const FRONT_MATTER = /^---[ \t]*\r?\n(?:[^]*?\r?\n)?---[ \t]*(?:\r?\n|$)/
/** Where text is not read as Markdown. */
const LITERAL: ReadonlySet<string> = new Set([
  'InlineCode',
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'HTMLTag',
  'CommentBlock',
  'Comment',
  'URL',
])
/** What has an address that a reader follows. */
const LINKS: ReadonlySet<string> = new Set(['Link', 'LinkReference'])

/** The page as plain Markdown that stands by itself: its title as first heading, its links complete, what only the site can draw in words. */
export function toMarkdown(page: DocPage, pages: readonly DocPage[], place: Place): string {
  const bySource = new Map(pages.map((other) => [other.source, other]))
  const text = page.text.replace(FRONT_MATTER, '')
  const directives = [...text.matchAll(/:plan\[(\d+\.\d+)\]/g)]
  const literal: {readonly from: number; readonly to: number}[] = []
  const edits: Edit[] = []
  parser.parse(text).iterate({
    enter({name, from, to, node}) {
      if (LITERAL.has(name)) literal.push({from, to})
      if (name !== 'URL' || !LINKS.has(node.parent?.name ?? '')) return
      const own = text.slice(from, to)
      const bracketed = own.startsWith('<')
      const target = complete(bracketed ? own.slice(1, -1) : own, page, bySource, place)
      if (target !== null) edits.push({start: from, end: to, text: target})
    },
  })
  for (const {0: own, 1: item, index} of directives)
    if (!literal.some(({from, to}) => from <= index && index < to))
      // `:plan[2.1]` is a live number on the page; here it is a name.
      edits.push({start: index, end: index + own.length, text: `plan item ${item ?? ''}`})
  const body = withoutComponents(apply(text, edits), page, place)
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

/** In an .mdx page, the lines that load and place components. */
function withoutComponents(text: string, page: DocPage, place: Place): string {
  if (!page.source.endsWith('.mdx')) return text
  return text
    .replace(/^import\s.*$\n?/gm, '')
    .replace(/^<[A-Z][^>]*\/>$/gm, `(This part is drawn on the page: ${place.url}${page.permalink})`)
}

function apply(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((done, {start, end, text: part}) => done.slice(0, start) + part + done.slice(end), text)
}
