import type {Place} from '../../model/place.ts'
import type {EvidenceReference} from '../../model/plan.ts'
import type {Plain} from '../context.ts'
import {readLinks} from './link.ts'
import {readLevel, readTarget} from './target.ts'

/** A path of the project: no scheme, and a folder or an ending. */
const isPath = (text: string): boolean => !/^[a-z][a-z\d+.-]+:/i.test(text) && !/[\s#]/.test(text) && /[/.][^\s#]/.test(text)
/** What a link on a task must lead to, to be evidence and not a page or source code. */
const REPORT = /\.(?:xml|json|sarif|info|lcov)$/i

/** The Evidence field: links, or paths with what they must reach, separated by commas: `reports/coverage.xml at least 80 %`. */
export function readEvidenceField(value: string, place: Place, plain: Plain): readonly EvidenceReference[] {
  const linked = links(value, place, plain, 'project')
  if (linked.length > 0) return linked
  return plain(value)
    .split(/[,;]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((text) => {
      const [first = '', ...rest] = text.split(/\s+/)
      return reference(text, first, rest.join(' '), 'project', place)
    })
}

/** Reports that a task links to: `[85 % of branches](../reports/coverage.json)`. */
export function readTaskLinks(raw: string, place: Place, plain: Plain): readonly EvidenceReference[] {
  if (!raw.includes('](')) return NONE
  const found = links(raw, place, plain, 'plan', true)
  return found.length === 0 ? NONE : found
}
const NONE: readonly EvidenceReference[] = []

function links(
  raw: string,
  place: Place,
  plain: Plain,
  relativeTo: EvidenceReference['relativeTo'],
  reportsOnly = false,
): readonly EvidenceReference[] {
  return readLinks(raw)
    .filter(({address}) => !reportsOnly || isReport(pathOf(address)))
    .map(({words, address}) => {
      const text = plain(words)
      return reference(text, address, text, relativeTo, place)
    })
}

const pathOf = (address: string): string => address.split('#', 1)[0] as string
const isReport = (path: string): boolean => isPath(path) && REPORT.test(decoded(path))

function reference(
  text: string,
  address: string,
  words: string,
  relativeTo: EvidenceReference['relativeTo'],
  {line, column}: Place,
): EvidenceReference {
  const cut = address.indexOf('#')
  const path = pathOf(address)
  const part = cut === -1 ? '' : decoded(address.slice(cut + 1))
  return {
    text,
    path: isPath(path) ? decoded(path) : null,
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
