import type {TextLine} from './blocks.ts'
import type {Node} from './library.ts'

const BRACKET = {text: '['}
const withoutIndent = (text: string): string => (text[0] === ' ' || text[0] === '\t' ? text.replace(/^[ \t]+/, '') : text)

/** The text of a paragraph or heading by lines, each with the place of its first character behind the indent. */
export function textLines(node: Node, source: readonly string[]): TextLine[] {
  const content = node._string_content
  const first = node.sourcepos[0][0]
  const isHeading = node.type === 'heading'
  const lines: TextLine[] = []
  for (let from = 0; from < content.length || lines.length === 0;) {
    const newline = content.indexOf('\n', from)
    const to = newline === -1 ? content.length : newline
    const raw = content.slice(from, to)
    // Before a box only what Markdown takes for white space is left out: behind another space, such as U+00A0, none is seen.
    const text = isHeading ? raw.trim() : node.leads === true && (lines[0] ?? BRACKET).text === '[' ? withoutIndent(raw) : raw.trimStart()
    const line = first + lines.length
    const whole = source[line - 1] ?? ''
    // A heading's text loses its closing #s; everything else ends where the line does.
    const at = isHeading ? whole.indexOf(text) : whole.length - text.length
    lines.push({line, column: at < 0 ? 1 : at + 1, text})
    from = to + 1
  }
  return lines
}
