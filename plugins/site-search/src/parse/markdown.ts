import GithubSlugger from 'github-slugger'
import type {Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Section} from '../model/page.ts'

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm)

/** The parts of a page that is not built yet: what its Markdown says, without what its components would add. */
export function sectionsOfMarkdown(text: string): readonly Section[] {
  const slugger = new GithubSlugger()
  const sections: {anchor: string; title: string; depth: number; text: string}[] = [{anchor: '', title: '', depth: 1, text: ''}]
  for (const node of parser.parse(text).children) {
    const current = sections.at(-1) as (typeof sections)[number]
    if (node.type === 'yaml' || node.type === 'html') continue
    if (node.type !== 'heading') current.text += ` ${wordsOf(node)}`
    else if (node.depth === 1) current.title = toString(node)
    else {
      const heading = toString(node)
      const named = /\{#([\w-]+)\}$/.exec(heading)
      const title = named === null ? heading : heading.slice(0, named.index).trimEnd()
      sections.push({anchor: named?.[1] ?? slugger.slug(title), title, depth: node.depth, text: ''})
    }
  }
  return sections.map((section) => ({...section, text: section.text.replace(/\s+/g, ' ').trim()}))
}

/** As `toString`, with a blank between blocks, whose words would run together. */
function wordsOf(node: Nodes): string {
  const isInline = node.type === 'paragraph' || node.type === 'tableCell' || !('children' in node)
  return isInline ? toString(node) : node.children.map(wordsOf).join(' ')
}
