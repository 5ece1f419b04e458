import {KIND_LABELS, KINDS, type Kind} from '../model/entry.ts'
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

/** By kind; the kind of the best hit comes first, then that of the best of the rest. */
export function groups(hits: readonly Hit[]): readonly Group[] {
  const kinds = [...new Set(hits.map(({entry}) => entry.kind))].filter((kind) => KINDS.includes(kind))
  return kinds.map((kind, index) => {
    const own = hits.filter(({entry}) => entry.kind === kind)
    const shown = own.slice(0, index === 0 ? SHOWN_FIRST : SHOWN)
    return {kind, label: KIND_LABELS[kind], hits: shown, more: own.length - shown.length}
  })
}
