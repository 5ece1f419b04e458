import type {Place} from '../model/place.ts'
import {hasDoneDates, withDoneDate} from './done-date.ts'

const [LINE_FEED, RETURN, OPENING, CLOSING] = [0x0a, 0x0d, 0x5b, 0x5d]

/** Where the mark of a box stands in a file's bytes, half-open; null when no box is at that place. `text` is how the bytes were read. */
function markAt(bytes: Uint8Array, text: string, {line, column}: Place): {readonly from: number; readonly to: number} | null {
  const shown = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)[line - 1] ?? ''
  if (shown[column - 1] !== '[') return null
  // Brackets and line ends are one byte and never part of another character, whatever stands around them: they are counted.
  let at = 0
  for (let left = line - 1; left > 0 && at < bytes.length; at++) {
    if (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED) continue
    if (bytes[at] === LINE_FEED || bytes[at] === RETURN) left--
  }
  const brackets = shown.slice(0, column - 1).split('[').length
  for (let seen = 0; at < bytes.length; at++) {
    if (bytes[at] === LINE_FEED || bytes[at] === RETURN) return null
    if (bytes[at] === OPENING && ++seen === brackets) break
  }
  const to = bytes.indexOf(CLOSING, at)
  const inside = bytes.subarray(at + 1, to)
  return to === -1 || inside.length === 0 || inside.includes(LINE_FEED) || inside.includes(RETURN) ? null : {from: at + 1, to}
}

/**
 * The bytes with another mark in the box at a place; null when no box is there. Where the plan writes the days on which tasks were done, `day` is written
 * at the end of the line, or taken away when it is null.
 */
export function withMark(bytes: Uint8Array, text: string, place: Place, char: string, day: string | null): Uint8Array | null {
  const mark = markAt(bytes, text, place)
  if (mark === null) return null
  const made = Buffer.concat([bytes.subarray(0, mark.from), Buffer.from(char), bytes.subarray(mark.to)])
  return hasDoneDates(text) ? withDoneDate(made, mark.from, day) : made
}
