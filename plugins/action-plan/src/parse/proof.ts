import type {Place} from '../model/place.ts'
import type {Proof} from '../model/plan.ts'
import type {Context} from './context.ts'
import {readLevel, readTarget} from './target.ts'

const LINK = /\[([^\]]{0,300})\]\(<?([^)\s>]{1,1000})>?[^)]{0,300}\)/g
/** A path of the project: no scheme, and a folder or an ending. */
const PATH = /^(?![a-z][a-z\d+.-]+:)[^\s#]*[/.][^\s#]+$/i
/** What a link on a task must lead to, to be evidence and not a page or source code. */
const REPORT = /\.(?:xml|json|sarif|info|lcov)$/i

/** The Evidence field: links, or paths with what they must reach, separated by commas: `reports/coverage.xml at least 80 %`. */
export function readEvidenceField(value: string, place: Place, context: Context): readonly Proof[] {
  const linked = links(value, place, context, 'project')
  if (linked.length > 0) return linked
  return context
    .plain(value)
    .split(/\s*[,;]\s+/)
    .filter((part) => part !== '')
    .map((text) => {
      const [first = '', ...rest] = text.split(/\s+/)
      return proof(text, first, rest.join(' '), 'project', place)
    })
}

/** Reports that a task links to: `[85 % of branches](../reports/coverage.json)`. */
export function readTaskLinks(raw: string, place: Place, context: Context): readonly Proof[] {
  if (!raw.includes('](')) return NONE
  const found = links(raw, place, context, 'plan').filter(({path}) => path !== null && REPORT.test(path))
  return found.length === 0 ? NONE : found
}
const NONE: readonly Proof[] = []

function links(raw: string, place: Place, context: Context, relativeTo: Proof['relativeTo']): readonly Proof[] {
  return [...raw.matchAll(LINK)].map(([, words, address]) =>
    proof(context.plain(words as string), address as string, context.plain(words as string), relativeTo, place),
  )
}

function proof(text: string, address: string, words: string, relativeTo: Proof['relativeTo'], {line, column}: Place): Proof {
  const cut = address.indexOf('#')
  const path = cut === -1 ? address : address.slice(0, cut)
  const part = cut === -1 ? '' : decoded(address.slice(cut + 1))
  return {
    text,
    path: PATH.test(path) ? decoded(path) : null,
    relativeTo,
    part: part === '' ? null : part,
    target: readTarget(words),
    level: readLevel(words),
    line,
    column,
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
