import type {ListItem, Node, Paragraph, Parent, PhrasingContent} from 'mdast'
import {isFieldLine} from '../parse/fields.ts'

/** The blocks of a page, with the field lines of items on lines of their own. */
export function fieldsApart(blocks: readonly Node[], source: string, isTask: (item: ListItem) => boolean): Node[] {
  return blocks.flatMap((block): Node[] => {
    if (block.type === 'paragraph') return splitFields(block as Paragraph, source, Infinity)
    const last = block.type === 'list' ? ((block as Parent).children.at(-1) as ListItem | undefined) : undefined
    return last !== undefined && isTask(last) ? [block, ...takeGlued(last, source)] : [block]
  })
}

/** Field lines that Markdown glues to the last task, cut out as paragraphs. */
function takeGlued(item: ListItem, source: string): Paragraph[] {
  const [first] = item.children
  if (first?.type !== 'paragraph' || item.position === undefined) return []
  const [kept, ...fields] = splitFields(first, source, item.position.start.column + 2)
  if (kept !== undefined) first.children = kept.children
  return fields
}

/** A paragraph cut before each line that is a field and starts left of `column`. */
function splitFields(paragraph: Paragraph, source: string, column: number): Paragraph[] {
  const parts: PhrasingContent[][] = [[]]
  paragraph.children.forEach((child, index) => {
    const previous = paragraph.children[index - 1]
    const start = child.position?.start
    const startsLine = index > 0 && previous?.type === 'text' && /\n[ \t]*$/.test(previous.value)
    if (
      startsLine &&
      start?.offset !== undefined &&
      start.column < column &&
      isFieldLine(source.slice(start.offset).split(/\r?\n|\r/, 1)[0] as string)
    ) {
      const before = parts.at(-1)
      const text = before?.at(-1)
      if (text?.type === 'text') text.value = text.value.trimEnd()
      parts.push([])
    }
    parts.at(-1)?.push(child)
  })
  return parts.map((children, index) => (index === 0 ? {...paragraph, children} : {type: 'paragraph', children}))
}
