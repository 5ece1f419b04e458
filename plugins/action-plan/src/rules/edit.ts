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

/** Edits in the order of the text. Of those that overlap, the first stays; the others are left out, and are found again in the new text. */
export function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  const kept: TextEdit[] = []
  for (const edit of [...edits].sort(byStart)) {
    const before = kept.at(-1)
    const isBehind =
      before === undefined || edit.line > before.line || (edit.column >= before.column + before.length && edit.column > before.column)
    if (isBehind) kept.push(edit)
  }
  return kept
}

const byStart = (a: TextEdit, b: TextEdit): number =>
  a.line - b.line || a.column - b.column || a.length - b.length || (a.text < b.text ? -1 : 1)

/** The text with its edits applied, those that are apart. */
export const applyEdits = (text: string, edits: readonly TextEdit[]): string => withEdits(text, edits).text

/** The same, and how many edits that were. */
export function withEdits(text: string, edits: readonly TextEdit[]): {readonly text: string; readonly count: number} {
  const lines = linesOf(text)
  const changes = apart(edits.filter((edit) => changeOf(edit, lines).length > 0)).flatMap((edit) => changeOf(edit, lines))
  const parts: string[] = []
  let at = 0
  for (const {from, to, text: by} of changes) {
    parts.push(text.slice(at, from), by)
    at = to
  }
  return {text: parts.join('') + text.slice(at), count: changes.length}
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
