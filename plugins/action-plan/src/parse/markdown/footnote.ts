import type {BlockParser, BlockStart} from './library.ts'

/** A label of a footnote has no more characters than a label of a link. */
const FOOTNOTE = /^\[\^(?:[^[\]\\ \t]|\\[[\]\\]|\\(?![[\]\\])){1,999}\]:/

/** Opens a footnote definition: a container like a quote. */
export const startFootnote: BlockStart = (parser) => {
  const label = footnoteAt(parser)
  if (label === 0) return 0
  parser.advanceNextNonspace()
  parser.advanceOffset(label, false)
  parser.closeUnmatchedBlocks()
  parser.addChild('block_quote', parser.nextNonspace).footnote = true
  parser.findNextNonspace()
  parser.advanceNextNonspace()
  return 1
}

/** The length of a footnote's label and colon at the next character; 0 where none stands. */
export function footnoteAt(parser: BlockParser): number {
  if (parser.indent >= 4 || parser.currentLine[parser.nextNonspace] !== '[') return 0
  return FOOTNOTE.exec(parser.currentLine.slice(parser.nextNonspace))?.[0].length ?? 0
}
