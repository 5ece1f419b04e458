import {newNode, type BlockParser, type Node} from './library.ts'

const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/

/** Cells of a table's header row; a lone pipe has none. */
function headerCells(row: string): number {
  let cells = 0
  let open = !row.startsWith('|')
  let weight = open ? 1 : 0
  for (let i = 0; i < row.length; i++) {
    const char = row[i]
    if (char === ' ' || char === '\t') continue
    weight++
    if (open) {
      open = false
      cells++
    }
    if (char === '|') open = true
    else if (char === '\\' && (row[i + 1] === '\\' || row[i + 1] === '|')) i++
  }
  return weight > 1 ? cells : 0
}

function delimiterCells(row: string): number {
  return DELIMITER_ROW.test(row) && /[:|]/.test(row) ? row.split('|').filter((cell) => cell.trim() !== '').length : 0
}

/** Turns a paragraph whose last two lines are a header and its delimiter row into a table (what stood before stays a paragraph). */
export function startTable(parser: BlockParser, paragraph: Node): void {
  if (parser.indent >= 4) return
  const delimiter = parser.currentLine.slice(parser.nextNonspace)
  const first = delimiter.charCodeAt(0)
  if (first !== 0x7c && first !== 0x2d && first !== 0x3a) return
  const cells = delimiterCells(delimiter)
  if (cells === 0) return
  const header = parser.lastLine
  if (header?.paragraph !== paragraph || (header.at > 0 && header.indent >= 4) || headerCells(header.text) !== cells) return
  const table = newNode('table', [
    [parser.lineNumber - 1, paragraph.sourcepos[0][1]],
    [parser.lineNumber, 0],
  ])
  paragraph.insertAfter(table)
  paragraph._string_content = paragraph._string_content.slice(0, header.at)
  paragraph._open = false
  paragraph.sourcepos[1] = [parser.lineNumber - 2, 0]
  if (header.at === 0) paragraph.unlink()
  parser.tip = table
}
