// The one door to the YAML library: nothing else imports it.
import {type Document, isMap, isScalar, isSeq, LineCounter, type Node as YamlNode, parseDocument, visit} from 'yaml'
import type {Place} from '../../model/place.ts'

export {isMap, isScalar, isSeq}
export type {Document, YamlNode}

/** Of a longer front matter YAML is not asked: its reader's time grows with the square of some of them. */
export const LONGEST_FRONT_MATTER = 65_536

/** The text of front matter, and the line of the file that it starts on. */
export interface YamlText {
  readonly text: string
  readonly line: number
}

/** Front matter as YAML reads it. */
export interface Yaml {
  readonly document: Document.Parsed
  /** The first fault, with its offset in the text; null when there is none. */
  readonly broken: {readonly pos: readonly [number, ...number[]]; readonly message: string} | null
  /** The place in the file of an offset in the text. */
  readonly place: (offset: number) => Place
}

/** Reads front matter. */
export function readYaml({text, line: first}: YamlText): Yaml {
  const lines = new LineCounter()
  // Pretty errors look each one up in the text: with thousands of them that takes the square of it.
  const document = parseDocument(text, {lineCounter: lines, uniqueKeys: false, prettyErrors: false, logLevel: 'silent'})
  return {
    document,
    broken: document.errors[0] ?? repeatedKey(document),
    place: (offset) => {
      const {line, col} = lines.linePos(offset)
      return {line: line + first - 1, column: col}
    },
  }
}

/** The first key that its map has twice. The library holds each key against all before it. */
function repeatedKey(document: Document): {readonly pos: readonly [number]; readonly message: string} | null {
  let first: number | null = null
  visit(document, {
    Map(_, {items}) {
      const seen = new Set<unknown>()
      for (const {key} of items) {
        if (!isScalar(key)) continue
        const at = key.range?.[0] ?? 0
        if (seen.has(key.value) && (first === null || at < first)) first = at
        seen.add(key.value)
      }
    },
  })
  return first === null ? null : {pos: [first], message: 'Map keys must be unique'}
}
