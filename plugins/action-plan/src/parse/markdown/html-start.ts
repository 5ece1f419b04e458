import type {BlockStart, Node} from './library.ts'
import {blankFrom} from './space.ts'

const nothing = (): void => undefined
const LONE_TAG = 7
/** The library decides by so much of a line what begins there; only a lone tag is told by the whole of it. */
const LONGEST_START = 100
const NAME = /<[a-z][a-z\d-]*/iy
const ATTRIBUTE = /\s+[a-z_:][a-z\d:._-]*(?:\s*=\s*(?:[^"'=<>`\0-\u0020]+|'[^']*'|"[^"]*"))?/iy
const END = /\s*\/?>\s*$/y
const CLOSING = /<\/[a-z][a-z\d-]*\s*>\s*$/iy

/** Whether a text is one tag and nothing else, as CommonMark has it. Part by part: one expression for all of it runs out of memory on a million attributes. */
function isTag(text: string): boolean {
  let at = 0
  const passes = (part: RegExp): boolean => {
    part.lastIndex = at
    const found = part.test(text)
    if (found) at = part.lastIndex
    return found
  }
  if (passes(CLOSING)) return true
  if (!passes(NAME)) return false
  while (passes(ATTRIBUTE));
  return passes(END)
}

/** A tag's name ends at a space, but at none of Unicode's. */
const ODD_NAME = /^<\/?[a-z][a-z\d]*[^\S \t]/i
/** Whether a line that the library takes for a lone tag is one to remark: only spaces and tabs stand in it, but for its quotes, and behind it. */
const isLoneTag = (line: string): boolean =>
  line[blankFrom(line, line.length) - 1] === '>' && !/[^\S \t]/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))

/**
 * On a lazy line a lone tag ends the paragraph, and is HTML where the paragraph was (so remark; the library would go on
 * with the paragraph). Behind it only spaces and tabs may stand, none of Unicode's spaces.
 */
export function startHtml(start: BlockStart): BlockStart {
  return (parser, container) => {
    if (parser.indented || parser.currentLine[parser.nextNonspace] !== '<') return 0
    const {blank, closeUnmatchedBlocks, addChild, currentLine} = parser
    const lazy = !blank && !parser.allClosed && parser.tip.type === 'paragraph'
    const found: Pick<Node, '_htmlBlockType'> = {_htmlBlockType: 0}
    // What the library would begin, before it closes what it should not.
    Object.assign(parser, {blank: true, closeUnmatchedBlocks: nothing, addChild: () => found})
    parser.currentLine = currentLine.slice(0, parser.nextNonspace + LONGEST_START)
    start(parser, container)
    Object.assign(parser, {blank, closeUnmatchedBlocks, addChild, currentLine})
    const line = currentLine.slice(parser.nextNonspace)
    const begins = found._htmlBlockType % LONE_TAG
    const type = begins !== 0 ? begins : isTag(line) && isLoneTag(line) ? LONE_TAG : 0
    if (type === 0 || ODD_NAME.test(line)) return 0
    if (lazy && type === LONE_TAG) parser.allClosed = true
    else if (type === LONE_TAG && container.type === 'paragraph') return 0
    parser.closeUnmatchedBlocks()
    parser.addChild('html_block', parser.offset)._htmlBlockType = type
    return 2
  }
}
