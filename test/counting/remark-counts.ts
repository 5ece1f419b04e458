import type {Node, Parent} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

/** A parser of Markdown, as unified makes it. */
interface Markdown {
  parse(text: string): Node
}

export const withoutFrontMatter: Markdown = unified().use(remarkParse).use(remarkGfm)
const remark: Markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)

/** What remark-gfm counts, by default with remark-frontmatter: the oracle of the reader's own count. */
export function remarkCounts(text: string, parser: Markdown = remark): {readonly tasks: number; readonly done: number} {
  const count = {tasks: 0, done: 0}
  const open: Node[] = [parser.parse(text)]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const {checked} = node as {checked?: boolean | null}
    if (node.type === 'listItem' && typeof checked === 'boolean') {
      count.tasks++
      if (checked) count.done++
    }
    for (const child of (node as Partial<Parent>).children ?? []) open.push(child)
  }
  return count
}
