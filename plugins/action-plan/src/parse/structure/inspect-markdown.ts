import {problem} from '../../model/problem.ts'
import type {Context} from '../context.ts'
import {isFieldLine} from '../fields.ts'
import type {HeadingBlock, Markdown, ParagraphBlock} from '../markdown/blocks.ts'
import {DEPTH_LIMIT} from '../markdown/flatten.ts'

/** Reports Markdown that its author reads otherwise than Markdown does. */
export function inspectMarkdown({tooDeep, frontMatter, blocks, lines}: Markdown, context: Context): void {
  if (tooDeep !== null)
    context.report(
      problem(
        'markdown/too-deep',
        tooDeep,
        `lists or quotes nested ${tooDeep.depth} deep, expected at most ${DEPTH_LIMIT}`,
        'move the inner lists to the top',
      ),
    )
  if (frontMatter?.closed === false)
    context.report(
      problem(
        'markdown/unclosed-front-matter',
        {line: 1, column: 1},
        'the front matter is never closed: Markdown takes the whole file for it',
        'write "---" on a line of its own after the settings',
      ),
    )
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
  context.report(
    problem(
      'field/heading',
      field,
      `"${field.text.slice(0, 40)}" is a heading, because of the line of dashes below it`,
      'put an empty line before the line of dashes',
    ),
  )
}

/** Number signs that touch what follows. "#1" alone is an issue. */
const NO_SPACE = /^(?:#{1,6}\p{L}|#{2,6}\d)/u

function inspectParagraph({lines: [first]}: ParagraphBlock, context: Context): void {
  if (first !== undefined && NO_SPACE.test(first.text))
    context.report(
      problem('markdown/not-a-heading', first, `"${first.text.slice(0, 30)}" is text, not a heading`, 'put a space after the number signs'),
    )
}
