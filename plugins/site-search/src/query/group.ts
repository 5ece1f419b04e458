import {KIND_LABELS, KINDS, type Kind} from '../model/entry.ts'
import {pieces} from './excerpt.ts'
import type {Hit} from './searcher.ts'

export interface Group {
  readonly kind: Kind
  readonly label: string
  readonly hits: readonly Hit[]
  /** Found and not shown. */
  readonly more: number
}

/** So many of a kind are shown; of the first, more. */
const SHOWN = 4
const SHOWN_FIRST = 7

/** So many of one page come before other pages, unless their own titles hold what was asked for. */
const OF_A_PAGE = 2

/** By kind; the kind of the best hit comes first, then that of the best of the rest. */
export function groups(hits: readonly Hit[]): readonly Group[] {
  const kinds = [...new Set(hits.map(({entry}) => entry.kind))].filter((kind) => KINDS.includes(kind))
  return kinds.map((kind, index) => {
    const own = spread(hits.filter(({entry}) => entry.kind === kind))
    const shown = own.slice(0, index === 0 ? SHOWN_FIRST : SHOWN)
    return {kind, label: KIND_LABELS[kind], hits: shown, more: own.length - shown.length}
  })
}

/** A page that says the words everywhere leaves room for others: its further parts come behind them. */
function spread(hits: readonly Hit[]): readonly Hit[] {
  if (new Set(hits.map(({entry}) => entry.page)).size === 1) return hits
  const shown = new Map<string, number>()
  const [first, behind]: [Hit[], Hit[]] = [[], []]
  for (const hit of hits) {
    const before = shown.get(hit.entry.page) ?? 0
    shown.set(hit.entry.page, before + 1)
    const told = pieces(hit.entry.title, hit.words).some((piece) => piece.hit)
    ;(before < OF_A_PAGE || told ? first : behind).push(hit)
  }
  return [...first, ...behind]
}
