import {firstPart} from '../../model/text.ts'

const LINE_LENGTH = 300
const MESSAGE_LENGTH = 1000

/** Colours and cursor moves of a terminal, as bytes or as pytest writes them where XML forbids the byte ("#x1B[31m"). */
const TERMINAL = /(?:\u001B|#x1B)(?:\[[0-9;?]*[A-Za-z]|\][^\u0007\u001B]*\u0007)/g
/** What reorders the text around it. */
const REORDERS = /[\u202A-\u202E\u2066-\u2069]/g

/** A name, path or title of a report as one line: no control characters, no line breaks, cut. */
export function plainLine(text: string): string {
  return cut(
    text
      .replace(TERMINAL, '')
      .replace(REORDERS, '')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
    LINE_LENGTH,
  )
}

/** A message of a report: lines and tabs stay, other control characters go, cut; null when nothing is left. */
export function plainMessage(text: string): string | null {
  const plain = text
    .replace(TERMINAL, '')
    .replace(REORDERS, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  return plain === '' ? null : cut(plain, MESSAGE_LENGTH)
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${firstPart(text, length - 1)}…`
}
