import {relative} from 'node:path'
import type {ElementContent} from 'hast'
import type {Code, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {parseDiagram} from './diagram.ts'
import {toMessage} from './problem.ts'

/** Remark plugin: every ```mermaid fence becomes a <figure> with its SVG. It reads nothing but the page itself,
 *  so the bundler's cache of compiled pages stays right. A diagram that cannot be drawn exactly stops the build. */
export default function remarkDiagrams() {
  return async (tree: Root, file: {readonly path?: string | undefined}): Promise<void> => {
    const fences: Code[] = []
    visit(tree, 'code', (node) => {
      if (node.lang === 'mermaid') fences.push(node)
    })
    const path = file.path ? relative(process.cwd(), file.path).replaceAll('\\', '/') : 'page'
    const messages: string[] = []
    for (const [index, fence] of fences.entries()) {
      const {diagram, problems} = parseDiagram(fence.value)
      const start = fence.position?.start ?? {line: 1, column: 1}
      messages.push(...problems.map((problem) => toMessage(path, start, problem)))
      if (!diagram) continue
      // Most pages have no diagram, and a page that the bundler knows is not drawn again: what draws is loaded for those that are.
      const {figureOf} = await import('./figure.ts')
      const figure = await figureOf(diagram, `diagram-${index + 1}`)
      // hName and its kin let the tree pass through the page's own pipeline; raw HTML would be lost in some formats.
      Object.assign(fence, {
        type: 'diagram',
        data: {hName: 'figure', hProperties: figure.properties, hChildren: figure.children as ElementContent[]},
      })
    }
    if (messages.length > 0) throw new Error(messages.join('\n'))
  }
}
