import type {BlockStart, Node} from './library.ts'
import {blankFrom} from './space.ts'

/** The library's, whose patterns for the closing number signs take the square of a long run of spaces. */
export const startHeading: BlockStart = (parser) => {
  if (parser.indented) return 0
  const marker = /^(#{1,6})(?:[ \t]+|$)/.exec(parser.currentLine.slice(parser.nextNonspace))
  if (marker === null) return 0
  parser.advanceNextNonspace()
  parser.advanceOffset(marker[0].length, false)
  parser.closeUnmatchedBlocks()
  const heading = parser.addChild('heading', parser.nextNonspace) as {-readonly [Key in keyof Node]: Node[Key]}
  heading.level = (marker[1] as string).length
  heading._string_content = withoutClosing(parser.currentLine.slice(parser.offset))
  parser.advanceOffset(parser.currentLine.length - parser.offset, false)
  return 2
}

/** A heading's text without its closing number signs. */
function withoutClosing(text: string): string {
  const end = blankFrom(text, text.length)
  let signs = end
  while (text[signs - 1] === '#') signs--
  if (signs === end) return text
  const words = blankFrom(text, signs)
  return signs === 0 || words < signs ? text.slice(0, words) : text
}
