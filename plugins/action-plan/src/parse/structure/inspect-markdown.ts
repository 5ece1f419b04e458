import {firstPart} from '../../model/text.ts'
import type {Problem} from '../../model/problem.ts'
import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import {kept} from '../kept.ts'
import {isFieldLine} from '../fields.ts'
import type {HeadingBlock, Markdown, ParagraphBlock} from '../markdown/blocks.ts'
import {SIZE_LIMIT, type Passage} from '../markdown/passages.ts'
import {DEPTH_LIMIT} from '../markdown/flatten.ts'

/** Reports Markdown that its author reads otherwise than Markdown does. */
export function inspectMarkdown({tooDeep, frontMatter, passages}: Markdown, context: Context): void {
  const unread = passages.at(-1)?.unread ?? null
  if (unread !== null)
    context.report(problem('markdown/too-long', {line: unread.line, column: 1}, {of: unread.of, limit: SIZE_LIMIT[unread.of]}))
  if (tooDeep !== null) context.report(problem('markdown/too-deep', tooDeep, {depth: tooDeep.depth, limit: DEPTH_LIMIT}))
  if (frontMatter?.closed === false) context.report(problem('markdown/unclosed-front-matter', {line: 1, column: 1}, {}))
  for (const passage of passages) for (const found of inspectPassage(passage)) context.report(found)
}

const inspectPassage = kept((passage: Passage): readonly Problem[] =>
  passage.blocks.flatMap((block) => {
    if (block.type === 'heading') return inspectHeading(block, passage)
    return block.type === 'paragraph' && block.depth === 0 ? inspectParagraph(block) : []
  }),
)

/** A field with a line of dashes below it. */
function inspectHeading(heading: HeadingBlock, {lines, before}: Passage): readonly Problem[] {
  const field = heading.lines.at(-1)
  if (field === undefined || !isFieldLine(field.text)) return []
  const at = field.line - 1 - before.lines
  // Number signs are not part of a heading's text: where the source starts with its words, dashes made it one.
  if (lines[at]?.trimStart().startsWith('#') !== false) return []
  const dashesLine = /^\s*-+\s*$/.test(lines[at + 1] ?? '') ? field.line + 1 : null
  return [problem('field/heading', field, {text: firstPart(field.text, 40), dashesLine})]
}

/** Number signs that touch what follows. "#1" alone is an issue. */
const NO_SPACE = /^(?:#{1,6}\p{L}|#{2,6}\d)/u

/** A single word in small letters is a tag: "#codebase". */
const TAG = /^#\p{Ll}[\p{L}\d_/-]*\s*$/u

function inspectParagraph({lines: [first]}: ParagraphBlock): readonly Problem[] {
  if (first === undefined || !NO_SPACE.test(first.text) || TAG.test(first.text)) return []
  const signs = first.text.search(/[^#]/)
  return [problem('markdown/not-a-heading', first, {text: firstPart(first.text, 30), signs})]
}
