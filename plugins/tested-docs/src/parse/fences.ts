import type {Code, Heading, Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

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
  let section = ''
  const visit = (node: Nodes): void => {
    if (node.type === 'heading' && (node as Heading).depth <= 2) section = toString(node)
    if (node.type === 'code' && isFenced(node, body)) {
      const start = node.position?.start ?? {line: 1, column: 1}
      found.push({language: node.lang ?? '', meta: node.meta ?? '', text: node.value, line: start.line, column: start.column, section})
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(unified().use(remarkParse).parse(body) as Root)
  return found
}

const isFenced = (node: Code, body: string): boolean => {
  const start = node.position?.start.offset
  return start !== undefined && (body[start] === '`' || body[start] === '~')
}
