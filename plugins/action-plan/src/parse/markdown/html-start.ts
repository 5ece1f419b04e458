import type {BlockStart, Node} from './library.ts'
import {blankFrom} from './space.ts'

const nothing = (): void => undefined
const LONE_TAG = 7
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
    const {blank, closeUnmatchedBlocks, addChild} = parser
    const lazy = !blank && !parser.allClosed && parser.tip.type === 'paragraph'
    const found: Pick<Node, '_htmlBlockType'> = {_htmlBlockType: 0}
    // What the library would begin, before it closes what it should not.
    Object.assign(parser, {blank: true, closeUnmatchedBlocks: nothing, addChild: () => found})
    const result = start(parser, container)
    Object.assign(parser, {blank, closeUnmatchedBlocks, addChild})
    const type = found._htmlBlockType
    if (result !== 2 || (type === LONE_TAG && !isLoneTag(parser.currentLine))) return 0
    if (ODD_NAME.test(parser.currentLine.slice(parser.nextNonspace))) return 0
    if (lazy && type === LONE_TAG) parser.allClosed = true
    else if (type === LONE_TAG && container.type === 'paragraph') return 0
    parser.closeUnmatchedBlocks()
    parser.addChild('html_block', parser.offset)._htmlBlockType = type
    return 2
  }
}
