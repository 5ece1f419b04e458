import type {Heading, Node, Root} from 'mdast'
import type {PageItem} from '../model/page-items.ts'
import {eachParent, importComponent, isJsx, jsx} from './jsx.ts'

const BANNER = {local: '_PlanBanner', module: '@theme/PlanBanner'}
const HEADING = {local: '_PlanHeading', module: '@theme/PlanHeading'}

/** What may stand before the text of a page: its front matter, its own imports, and its title. */
const isLead = (node: Node): boolean =>
  node.type === 'mdxjsEsm' ||
  node.type === 'yaml' ||
  (node.type === 'heading' && (node as Heading).depth === 1) ||
  // Docusaurus' own frame of a title.
  (isJsx(node) && node.name === 'header')

/** A page that names items shows how they stand, below its title or at its end. Gives whether it names any. */
export function bannerOf(root: Root, items: readonly PageItem[], isAtEnd = false): boolean {
  if (items.length === 0) return false
  const text = (root.children as Node[]).findIndex((node) => !isLead(node))
  const at = isAtEnd || text === -1 ? root.children.length : text
  root.children.splice(at, 0, jsx('mdxJsxFlowElement', BANNER.local, {items: JSON.stringify(items)}) as never)
  importComponent(root, BANNER.local, BANNER.module)
  return true
}

/** Headings of a plan carry the numbers of their section or item, when the page is shown as that of the plan. */
export function wrapHeadings(root: Root): void {
  let wrapped = 0
  eachParent(root, (parent) => {
    if (isJsx(parent) && parent.name === HEADING.local) return
    parent.children.forEach((node: Node, index) => {
      const anchor = idOf(node)
      if (anchor === undefined) return
      wrapped++
      parent.children[index] = jsx('mdxJsxFlowElement', HEADING.local, {anchor}, [node]) as never
    })
  })
  if (wrapped > 0) importComponent(root, HEADING.local, HEADING.module)
}

/** The id that Docusaurus gave to a heading below the title. */
function idOf(node: Node): string | undefined {
  if (node.type !== 'heading' || (node as Heading).depth === 1) return undefined
  const data = node.data as {id?: string; hProperties?: {id?: string}} | undefined
  return data?.hProperties?.id ?? data?.id
}
