import type {Parent} from 'mdast'
import {visit} from 'unist-util-visit'
import {parseDiagram} from '../../../plugins/diagrams/src/diagram.ts'
import {placeOf, type Page} from '../page.ts'
import type {Finding} from '../problem.ts'

/** A diagram can be drawn, says whether it shows what is or what shall be, and has its facts as text below it. */
export function diagrams({tree}: Page): Finding[] {
  const found: Finding[] = []
  visit(tree, 'code', (node, index, parent: Parent | undefined) => {
    if (node.lang !== 'mermaid') return
    const place = placeOf(node)
    const {diagram, problems} = parseDiagram(node.value)
    for (const {line, column, reason, fix} of problems) found.push({line: place.line + line, column: place.column - 1 + column, reason, fix})
    if (diagram && !/\b(?:as-is|target)\b/i.test(diagram.title))
      found.push({...place, reason: `the title "${diagram.title}" does not say what the diagram shows`, fix: 'begin it with "As-is:" or "Target:"'})
    const next = parent?.children[(index ?? 0) + 1]
    if (!next || !['paragraph', 'list', 'table', 'blockquote'].includes(next.type))
      found.push({...place, reason: 'there is no text under the diagram', fix: 'write the same facts as a paragraph, a list or a table directly below it'})
  })
  return found
}
