import type {TextLine} from './blocks.ts'
import type {Node} from './library.ts'

const withoutIndent = (text: string): string => (text[0] === ' ' || text[0] === '\t' ? text.replace(/^[ \t]+/, '') : text)

/** The text of a paragraph or heading by lines, each with the place of its first character behind the indent. `source` are the lines of the file behind so many. */
export function textLines(node: Node, source: readonly string[], before: number): readonly TextLine[] {
  const content = node._string_content
  const [first] = node.sourcepos[0]
  const end = content.indexOf('\n')
  const start = textLine(node, content.slice(0, end === -1 ? content.length : end), first, true, source, before)
  // Most have one line: an array that is made at once takes a fifth of the memory of one that grows.
  if (end === -1 || end + 1 === content.length) return [start]
  const lines = [start]
  for (let from = end + 1; from < content.length;) {
    const newline = content.indexOf('\n', from)
    const to = newline === -1 ? content.length : newline
    lines.push(textLine(node, content.slice(from, to), first + lines.length, start.text === '[', source, before))
    from = to + 1
  }
  return lines
}

/** A line of a block's text. Where a box may stand, only what Markdown takes for white space is left out before it: behind another space, such as U+00A0, none is seen. */
function textLine(node: Node, raw: string, line: number, mayBeBox: boolean, source: readonly string[], before: number): TextLine {
  const whole = source[line - 1 - before] ?? ''
  if (node.type === 'heading') {
    // A heading's text loses its closing #s; everything else ends where the line does.
    const text = raw.trim()
    return {line, column: whole.indexOf(text) + 1 || 1, text}
  }
  const text = node.leads === true && mayBeBox ? withoutIndent(raw) : raw.trimStart()
  return {line, column: Math.max(whole.length - text.length, 0) + 1, text}
}
