// A remark plugin for sites that show plans and guides as docs. It knows no plan: pages change only with their own text.
import type {ListItem, Node, Paragraph, Parent, PhrasingContent, Root} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import {isFieldLine} from './parse/fields.ts'

interface File {
  toString(): string
}

/** `:plan[2.1]` shows an item's progress; tasks get an id by their line; field lines stand on lines of their own. */
export default function planMarkdown(): (tree: Root, file: File) => void {
  return (tree, file) => {
    const source = file.toString()
    eachParent(tree, (parent) => {
      parent.children.forEach((child) => {
        if (child.type === 'textDirective') showItem(child as TextDirective)
        else if (child.type === 'listItem') nameTask(child as ListItem)
      })
      parent.children = (parent.children as Node[]).flatMap((child): Node[] => {
        if (child.type === 'paragraph' && parent.type === 'root') return splitFields(child as Paragraph, source, Infinity)
        if (child.type !== 'list') return [child]
        const last = (child as unknown as Parent).children.at(-1) as ListItem | undefined
        const lines = last === undefined || parent.type !== 'root' ? [] : takeGlued(last, source)
        return [child, ...lines]
      }) as Parent['children']
    })
  }
}

/** Every node with children, without recursion: lists can be deep. */
function eachParent(root: Root, visit: (parent: Parent) => void): void {
  const open: Node[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('children' in node)) continue
    visit(node as Parent)
    for (const child of (node as Parent).children) open.push(child)
  }
}

function showItem(directive: TextDirective): void {
  if (directive.name !== 'plan') return
  const label = directive.children.map((child) => ('value' in child ? child.value : '')).join('')
  directive.data = {
    ...directive.data,
    hName: 'plan-status',
    hProperties: {item: label, ...(typeof directive.attributes?.plan === 'string' ? {plan: directive.attributes.plan} : {})},
  }
  directive.children = []
}

function nameTask(item: ListItem): void {
  if (typeof item.checked !== 'boolean' || item.position === undefined) return
  item.data = {
    ...item.data,
    hProperties: {...(item.data as {hProperties?: object} | undefined)?.hProperties, id: `line-${item.position.start.line}`},
  } as ListItem['data'] & object
}

/** Field lines that Markdown glues to the last task, cut out as paragraphs. */
function takeGlued(item: ListItem, source: string): Paragraph[] {
  const [first] = item.children
  if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph' || item.position === undefined) return []
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
