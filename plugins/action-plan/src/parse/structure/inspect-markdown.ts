import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import {isFieldLine} from '../fields.ts'
import type {HeadingBlock, Markdown, ParagraphBlock} from '../markdown/blocks.ts'
import {DEPTH_LIMIT} from '../markdown/flatten.ts'

/** Reports Markdown that its author reads otherwise than Markdown does. */
export function inspectMarkdown({tooDeep, frontMatter, blocks, lines}: Markdown, context: Context): void {
  if (tooDeep !== null) context.report(problem('markdown/too-deep', tooDeep, {depth: tooDeep.depth, limit: DEPTH_LIMIT}))
  if (frontMatter?.closed === false) context.report(problem('markdown/unclosed-front-matter', {line: 1, column: 1}, {}))
  for (const block of blocks) {
    if (block.type === 'heading') inspectHeading(block, lines, context)
    else if (block.type === 'paragraph' && block.depth === 0) inspectParagraph(block, context)
  }
}

/** A field with a line of dashes below it. */
function inspectHeading(heading: HeadingBlock, lines: readonly string[], context: Context): void {
  const field = heading.lines.at(-1)
  // Number signs are not part of a heading's text: where the source starts with its words, dashes made it one.
  if (field === undefined || !isFieldLine(field.text) || lines[field.line - 1]?.trimStart().startsWith('#') !== false) return
  const dashesLine = /^\s*-+\s*$/.test(lines[field.line] ?? '') ? field.line + 1 : null
  context.report(problem('field/heading', field, {text: field.text.slice(0, 40), dashesLine}))
}

/** Number signs that touch what follows. "#1" alone is an issue. */
const NO_SPACE = /^(?:#{1,6}\p{L}|#{2,6}\d)/u

function inspectParagraph({lines: [first]}: ParagraphBlock, context: Context): void {
  if (first === undefined || !NO_SPACE.test(first.text)) return
  const signs = first.text.search(/[^#]/)
  context.report(problem('markdown/not-a-heading', first, {text: first.text.slice(0, 30), signs}))
}
