import type {BlockStart} from './library.ts'

/**
 * Where a line interrupts a paragraph or indented code, no empty item and no number but 1 may start a list on it:
 * as the library has it for the paragraph itself, and remark for the whole line and for code too.
 */
export const refuseItem: BlockStart = (parser, container) => {
  const {oldtip, lastMatchedContainer: matched} = parser
  if (parser.lineNumber !== parser.startsOf) {
    parser.startsOf = parser.lineNumber
    parser.pierces =
      oldtip.type === 'list' ||
      (matched !== oldtip && (matched !== oldtip._parent || oldtip.type === 'item' || oldtip.type === 'block_quote'))
    parser.interrupts = oldtip.type === 'paragraph' ? matched === oldtip : oldtip.codeLeads === true && matched === oldtip._parent
  }
  if (!parser.interrupts || parser.indented || container.type === 'paragraph') return 0
  if (!/^(?:[-*+]|\d{1,9}[.)])[ \t]*$|^(?!1[.)])\d{1,9}[.)](?=[ \t])/.test(parser.currentLine.slice(parser.nextNonspace))) return 0
  parser.closeUnmatchedBlocks()
  parser.advanceNextNonspace()
  parser.addChild('paragraph', parser.offset)
  return 2
}

/**
 * In so many items and quotes no other begins: what looks like one is text. remark overflows its stack there; a plan has
 * had its error at the hundredth. Without it a line of bullets takes more memory than time.
 */
const DEEPEST = 10_000

export const refuseDeep: BlockStart = (parser, container) => {
  if (container.type === 'paragraph' || (container.depth ?? 0) < DEEPEST || parser.blank) return 0
  parser.closeUnmatchedBlocks()
  parser.advanceNextNonspace()
  parser.addChild('paragraph', parser.offset)
  return 2
}
