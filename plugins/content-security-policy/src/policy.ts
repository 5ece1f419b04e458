import {createHash} from 'node:crypto'
import type {Page} from './page.ts'

/** Sources by directive. */
export type Policy = Readonly<Record<string, readonly string[]>>

/** Nothing but what the site itself serves; inline code and styles are added by their hashes. */
const BASE: Policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // For browsers that do not know the next two.
  'style-src': ["'self'", "'unsafe-inline'"],
  'style-src-elem': ["'self'"],
  // Bars have their width, and code its colours, in style attributes: they differ on each page and cannot run anything.
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
}

/** Browsers ignore these in a page. */
const HEADER_ONLY = ['frame-ancestors']

/** One policy for all pages: a reader moves between them without loading a new one. `more` adds sources to directives. */
export function policyOf(pages: readonly Page[], more: Policy): Policy {
  const hashes = (texts: (page: Page) => readonly string[]): readonly string[] => [...new Set(pages.flatMap(texts))].map(hashOf).sort()
  const found: Policy = {'script-src': hashes(({scripts}) => scripts), 'style-src-elem': hashes(({styles}) => styles)}
  const directives = [...new Set([...Object.keys(BASE), ...Object.keys(more)])]
  return Object.fromEntries(
    directives.map((name) => {
      const own = [...new Set([...(BASE[name] ?? []), ...(found[name] ?? []), ...(more[name] ?? [])])]
      return [name, own.length > 1 ? own.filter((source) => source !== "'none'") : own]
    }),
  )
}

/** As the value of a header. */
export function toHeader(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/** As a tag of a page: without what only a header can say. */
export function toMeta(policy: Policy): string {
  const own = Object.fromEntries(Object.entries(policy).filter(([name]) => !HEADER_ONLY.includes(name)))
  return `<meta http-equiv="Content-Security-Policy" content="${toHeader(own)}">`
}

/** A text as a source of a policy. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
