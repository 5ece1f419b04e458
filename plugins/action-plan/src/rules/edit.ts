import type {Place} from '../model/place.ts'

/** A change of one line: `length` UTF-16 units from its place on are replaced by `text`. "\n" in the text is a line end, written as the file writes its own. */
export interface TextEdit extends Place {
  readonly length: number
  readonly text: string
}

export const insert = ({line, column}: Place, text: string): TextEdit => ({line, column, length: 0, text})
export const replace = ({line, column}: Place, length: number, text: string): TextEdit => ({line, column, length, text})
export const blankLineBefore = (line: number): TextEdit => ({line, column: 1, length: 0, text: '\n'})

interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The text with its edits applied. Of edits that overlap, the first in the file is applied; the others are left out, and are found again in the new text. */
export const applyEdits = (text: string, edits: readonly TextEdit[]): string => withEdits(text, edits).text

/** The same, and how many edits that were. */
export function withEdits(text: string, edits: readonly TextEdit[]): {readonly text: string; readonly count: number} {
  const lines = linesOf(text)
  const changes = edits
    .flatMap((edit) => changeOf(edit, lines))
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.text < b.text ? -1 : 1))
  const kept: Change[] = []
  for (const change of changes) {
    const before = kept.at(-1)
    if (before === undefined || (change.from >= before.to && change.from > before.from)) kept.push(change)
  }
  const parts: string[] = []
  let at = 0
  for (const {from, to, text: by} of kept) {
    parts.push(text.slice(at, from), by)
    at = to
  }
  return {text: parts.join('') + text.slice(at), count: kept.length}
}

interface Line {
  readonly start: number
  /** Offset of its line end. */
  readonly end: number
  readonly lineEnd: string
}

/** The lines of a text as editors count them; a byte-order mark is no column. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = text.startsWith('\uFEFF') ? 1 : 0
  for (const found of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({start, end: found.index, lineEnd: found[0]})
    start = found.index + found[0].length
  }
  return [...lines, {start, end: text.length, lineEnd: lines[0]?.lineEnd ?? '\n'}]
}

/** Nothing for an edit that the text has no room for: it was made for another text. */
function changeOf({line, column, length, text}: TextEdit, lines: readonly Line[]): readonly Change[] {
  const at = lines[line - 1]
  if (at === undefined || column < 1) return []
  const from = at.start + column - 1
  return from + length > at.end ? [] : [{from, to: from + length, text: text.replaceAll('\n', at.lineEnd)}]
}
