import {newParser, type BlockKind} from './library.ts'

const nothing = (): void => undefined

const library = newParser()
const quote = {...library.blocks.block_quote} as BlockKind
/** The library's own table of blocks, extended once: its loop consults it by the type of the block. */
export const BLOCKS = Object.assign(library.blocks, {
  // Whether lists are tight is not asked here: to find out costs what all their items cost, at every depth.
  list: {
    ...(library.blocks.list as BlockKind),
    finalize: (_, {sourcepos, _lastChild: last}) => {
      if (last !== null) sourcepos[1] = last.sourcepos[1]
    },
  },
  table: {continue: (parser) => (parser.blank ? 1 : 0), finalize: nothing, canContain: (type) => type === 'row', acceptsLines: false},
  row: {continue: () => 1, finalize: nothing, canContain: () => false, acceptsLines: true},
  // A footnote definition is a container like a quote; as one, the library's walker goes into it.
  block_quote: {
    ...quote,
    continue: (parser, container) => {
      if (container.footnote !== true) return quote.continue(parser, container)
      if (parser.blank) parser.advanceNextNonspace()
      else if (parser.indent >= 4) parser.advanceOffset(4, true)
      // remark takes the indent of a footnote around this one for its own.
      else if (parser.indent > 0 || container._parent?.footnote !== true) return 1
      return 0
    },
  },
} satisfies Record<string, BlockKind>)
