import type {Heading, Nodes, Root, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {SKIP, visit} from 'unist-util-visit'
import {parseDocument} from 'yaml'

/** A page as its rules see it: the bytes, the text, the tree, and the front matter with the line of each key. */
export type Page = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly lines: readonly string[]
  readonly tree: Root
  readonly front: FrontMatter
}

export type FrontMatter = {
  readonly data: Readonly<Record<string, unknown>>
  readonly error: {readonly line: number; readonly message: string} | null
  readonly lineOf: (key: string) => number
}

export type Section = {readonly heading: Heading; readonly title: string; readonly content: readonly RootContent[]}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm)

export function toPage(path: string, bytes: Uint8Array): Page {
  const text = new TextDecoder('utf-8').decode(bytes)
  return {path, bytes, text, lines: text.split(/\r\n|\r|\n/), tree: parser.parse(text), front: frontMatterOf(text)}
}

function frontMatterOf(text: string): FrontMatter {
  const block = /^---\r?\n([\s\S]*?)\r?\n?---(?:\r?\n|$)/.exec(text)?.[1]
  if (block === undefined) return {data: {}, error: {line: 1, message: 'no front matter'}, lineOf: () => 1}
  const document = parseDocument(block)
  const [problem] = document.errors
  const data: unknown = problem ? {} : document.toJS()
  const lines = block.split(/\r?\n/)
  return {
    data: typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {},
    error: problem ? {line: (problem.linePos?.[0].line ?? 1) + 1, message: problem.message.split('\n')[0] ?? ''} : null,
    // The block begins on line 2 of the file.
    lineOf: (key) => lines.findIndex((line) => line.startsWith(`${key}:`)) + 2,
  }
}

/** The parts of the page between headings of one depth, with everything in them down to the next such or higher heading. */
export function sections(children: readonly RootContent[], depth: number): Section[] {
  const found: {heading: Heading; title: string; content: RootContent[]}[] = []
  let open = false
  for (const node of children) {
    if (node.type === 'heading' && node.depth <= depth) {
      open = node.depth === depth
      if (open) found.push({heading: node, title: toString(node).trim(), content: []})
    } else if (open) {
      found.at(-1)?.content.push(node)
    }
  }
  return found
}

/** Every stretch of prose with its place; inline code and fences are left out, because they quote. */
export function prose(page: Page): {readonly value: string; readonly line: number; readonly column: number; readonly parents: readonly Nodes[]}[] {
  const found: {value: string; line: number; column: number; parents: Nodes[]}[] = []
  const walk = (node: Nodes, parents: Nodes[]): void => {
    if (node.type === 'text') found.push({value: node.value, ...placeOf(node), parents})
    else if ('children' in node) for (const child of node.children) walk(child, [...parents, node])
  }
  walk(page.tree, [])
  return found
}

/** The numbers of the lines that belong to a fence or to the front matter. */
export function quotedLines(page: Page): ReadonlySet<number> {
  const quoted = new Set<number>()
  visit(page.tree, (node) => {
    if (node.type !== 'code' && node.type !== 'yaml') return undefined
    const {start, end} = node.position ?? {start: {line: 1}, end: {line: 0}}
    for (let line = start.line; line <= end.line; line += 1) quoted.add(line)
    return SKIP
  })
  return quoted
}

export function placeOf(node: Pick<Nodes, 'position'>): {readonly line: number; readonly column: number} {
  return {line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1}
}
