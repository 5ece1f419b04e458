import {type Node, Parser} from 'commonmark'

/** A fenced block as Markdown gives it, with the `##` heading above it. The only door to the Markdown parser. */
export interface Fence {
  readonly language: string
  readonly meta: string
  readonly text: string
  readonly line: number
  readonly column: number
  readonly section: string
}

export const fences = (body: string): Fence[] => {
  const found: Fence[] = []
  const lines = body.split('\n')
  let section = ''
  const walker = new Parser().parse(body).walker()
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const {node, entering} = step
    if (!entering) continue
    if (node.type === 'heading' && node.level <= 2) section = words(node)
    if (node.type !== 'code_block') continue
    const [[line, column]] = node.sourcepos
    if (!/[`~]/.test(lines[line - 1]?.[column - 1] ?? '')) continue
    const [, language = '', meta = ''] = /^(\S*)(?:\s+(\S.*)?)?$/s.exec(node.info ?? '') ?? []
    found.push({language, meta, text: (node.literal ?? '').replace(/\n$/, ''), line, column, section})
  }
  return found
}

/** The text of a heading, without its marks. */
const words = (heading: Node): string => {
  let text = ''
  const walker = heading.walker()
  for (let step = walker.next(); step !== null; step = walker.next())
    if (step.entering) text += step.node.type === 'softbreak' ? ' ' : (step.node.literal ?? '')
  return text
}
