import {addAll} from '../model/list.ts'
import type {ListItem, Node, Parent, Root} from 'mdast'
import type {parseTasks} from '../parse/structure/plan.ts'
import {jsx, type Jsx} from './jsx.ts'

/** A task of the page's text, and the list item that shows it. */
export interface Shown {
  readonly item: ListItem
  /** What holds the text of the task. */
  readonly holder: Node
  readonly line: number
}

type Tasks = ReturnType<typeof parseTasks>

/** The names under which pages import the component. */
export const TASK = {local: '_PlanTask', module: '@theme/PlanTask'}
const anchorOf = (line: number): string => `line-${line}`

/** The tasks that the page shows. A footnote that nothing refers to is not shown; of two with one name, the first is. */
export function shownTasks(root: Root, tasks: Tasks): readonly Shown[] {
  const shown = new Map<number, Shown>()
  const notes = new Map<string, Parent>()
  const called = new Set<string>()
  const open: Node[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'listItem') {
      const holder = (node as Parent).children.find(({type}: Node) => HOLDERS.has(type))
      const line = holder?.position?.start.line
      if (holder !== undefined && line !== undefined && tasks.has(line) && !shown.has(line))
        shown.set(line, {item: node as ListItem, holder, line})
    }
    const {identifier} = node as {identifier?: string}
    if (identifier !== undefined && node.type === 'footnoteDefinition') {
      if (notes.has(identifier)) continue
      notes.set(identifier, node as Parent)
      if (called.has(identifier)) addAll(open, (node as Parent).children)
      continue
    }
    if (identifier !== undefined && node.type === 'footnoteReference' && !called.has(identifier)) {
      called.add(identifier)
      addAll(open, notes.get(identifier)?.children ?? [])
    }
    if ('children' in node) addAll(open, [...(node as Parent).children].reverse())
  }
  return [...shown.values()]
}

/** What the first line of a list item can be: MDX takes an element that is alone on it out of its paragraph. */
const HOLDERS: ReadonlySet<string> = new Set([
  'paragraph',
  'mdxJsxTextElement',
  'mdxJsxFlowElement',
  'mdxFlowExpression',
  'mdxTextExpression',
])

/** Gives a task its anchor, and a box that says in words what its mark means. */
export function showTask({item, holder, line}: Shown, tasks: Tasks): void {
  const task = tasks.get(line)
  if (task === undefined) return
  const properties = (item.data as {hProperties?: Readonly<Record<string, unknown>>} | undefined)?.hProperties
  const isGfm = typeof item.checked === 'boolean'
  // A mark without a meaning may be none: outside of plans a list of sources looks the same, and keeps its bullets.
  const className = task.mark === 'unknown' ? {} : {className: ['task-list-item']}
  item.data = {...item.data, hProperties: {...properties, id: anchorOf(line), ...className}} as ListItem['data'] & object
  // The box is drawn by the component.
  item.checked = null
  const content = holder.type === 'paragraph' ? (holder as Parent).children : []
  const mark = {anchor: anchorOf(line), mark: task.mark, sign: isGfm ? undefined : takeSign(content[0])}
  if (holder.type === 'paragraph') (holder as Parent).children = [jsx('mdxJsxTextElement', TASK.local, mark, content)] as never
  else item.children.unshift(jsx('mdxJsxFlowElement', TASK.local, mark) as never)
}

/** Takes the box off the text that it leads; undefined where the text does not begin with it. */
function takeSign(first: Node | undefined): string | undefined {
  if (first?.type !== 'text') return undefined
  const text = first as Node & {value: string}
  const found = /^\[([^[\]\n]{1,16})\][ \t]+/.exec(text.value)
  if (found === null) return undefined
  text.value = text.value.slice(found[0].length)
  return found[1]
}

/** An anchor for each task that the page hides, such as those in a comment of MDX: a link to it leads to the place. */
export function anchorHidden(root: Root, lines: readonly number[]): void {
  for (const line of lines) {
    const at = (root.children as Node[]).findIndex((node) => (node.position?.start.line ?? 0) > line)
    const anchor: Jsx = jsx('mdxJsxFlowElement', TASK.local, {anchor: anchorOf(line)})
    root.children.splice(at === -1 ? root.children.length : at, 0, anchor as unknown as Root['children'][number])
  }
}
