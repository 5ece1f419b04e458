import {posix} from 'node:path'
import GithubSlugger from 'github-slugger'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {placeOf, type Page} from '../page.ts'
import type {Finding} from '../problem.ts'
import {GENERATED, type Site} from '../site.ts'

const SCHEMES = ['http', 'https', 'mailto']

type Address = {readonly url: string; readonly line: number; readonly column: number}

function addresses({tree}: Page): Address[] {
  const found: Address[] = []
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') found.push({url: node.url, ...placeOf(node)})
  })
  return found
}

/** Browsers ignore control signs and blanks inside a scheme. */
function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase()
}

/** `javascript:`, `data:` and their kin are published as they stand. */
export function urlScheme(page: Page): Finding[] {
  return addresses(page).flatMap(({url, line, column}) => {
    const scheme = schemeOf(url)
    return scheme === undefined || SCHEMES.includes(scheme) ? [] : [{line, column, reason: `address "${url}"`, fix: `use ${SCHEMES.join(', ')} or a relative address`}]
  })
}

/** Links between pages are relative file links; the file and the heading exist. */
export function linkTarget(page: Page, {pages}: Site): Finding[] {
  return addresses(page).flatMap(({url, line, column}): Finding[] => {
    if (schemeOf(url) !== undefined || url.startsWith('//')) return []
    if (/^\/docs(?:\/|$)/.test(url)) return [{line, column, reason: `"${url}" does not move with the site's base address`, fix: 'link the file: ../folder/page.md'}]
    if (url.startsWith('/')) return []
    const [path = '', anchor = ''] = decodeURI(url).split('#')
    if (path !== '' && !/\.[a-z0-9]+$/i.test(path)) return [{line, column, reason: `"${url}" is not checked as a file`, fix: `write ${path}.md`}]
    if (path !== '' && !/\.mdx?$/.test(path)) return []
    const file = posix.join(posix.dirname(page.path), path)
    // Those pages may not be there yet: the site's build checks links to them.
    if (file.startsWith(GENERATED)) return []
    const target = path === '' ? page : pages.find((other) => other.path === file)
    if (!target) return [{line, column, reason: `"${url}": there is no such page`, fix: 'fix the path, or write the page'}]
    return anchor === '' || anchorsOf(target).has(anchor) ? [] : [{line, column, reason: `"${url}": ${target.path} has no such heading`, fix: 'fix the part after "#"'}]
  })
}

/** The ids that Docusaurus gives to the headings of a page. */
function anchorsOf({tree}: Page): ReadonlySet<string> {
  const slugger = new GithubSlugger()
  const ids = new Set<string>()
  visit(tree, 'heading', (node) => {
    const text = toString(node)
    ids.add(/\{#([\w-]+)\}\s*$/.exec(text)?.[1] ?? slugger.slug(text))
  })
  return ids
}
