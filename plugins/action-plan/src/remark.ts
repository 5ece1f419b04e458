// A remark plugin for sites that show plans and guides as docs. It knows no plan: pages change only with their own text.
import type {Node, Parent, Root} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import {parseTasks} from './parse/structure/plan.ts'
import {fieldsApart} from './remark/fields.ts'
import {declares, eachParent, importComponent, isJsx, jsx} from './remark/jsx.ts'
import {anchorHidden, showTask, shownTasks, TASK} from './remark/tasks.ts'

interface File {
  toString(): string
  readonly data?: {readonly frontMatter?: Readonly<Record<string, unknown>>}
}

const STATUS = {local: '_PlanStatus', written: 'PlanStatus', module: '@theme/PlanStatus'}

/**
 * `:plan[2.1]` shows an item's progress; every task of the text gets an anchor by its line, `line-12`, and a box with a name; field lines
 * stand on lines of their own. Pages import the components that they need, so a site's own `MDXComponents` need not name them.
 */
export default function planMarkdown(): (tree: Root, file: File) => void {
  return (tree, file) => {
    const source = file.toString()
    showItems(tree, source, file.data?.frontMatter?.plan)
    const tasks = source.includes('[') ? parseTasks(source) : new Map<number, never>()
    const shown = shownTasks(tree, tasks)
    const items = new Set(shown.map(({item}) => item))
    tree.children = fieldsApart(tree.children, source, (item) => items.has(item)) as Root['children']
    for (const one of shown) showTask(one, tasks)
    const lines = new Set(shown.map(({line}) => line))
    anchorHidden(
      tree,
      [...tasks.keys()].filter((line) => !lines.has(line)),
    )
    if (tasks.size > 0) importComponent(tree, TASK.local, TASK.module)
  }
}

/** Items shown in the text. `plan` of the front matter is the plan instance of those that name none. */
function showItems(tree: Root, source: string, plan: unknown): void {
  const ofPage = typeof plan === 'string' ? plan : undefined
  let [directives, elements] = [0, 0]
  eachParent(tree, (parent) => {
    parent.children.forEach((child: Node, index) => {
      if (child.type === 'textDirective' && (child as TextDirective).name === 'plan') {
        directives++
        parent.children[index] = statusOf(child as TextDirective, ofPage) as never
      } else if (isJsx(child) && child.name === STATUS.written) {
        elements++
        if (ofPage !== undefined && !child.attributes.some(({type, name}) => type !== 'mdxJsxAttribute' || name === 'plan'))
          child.attributes.push({type: 'mdxJsxAttribute', name: 'plan', value: ofPage})
      }
    })
  })
  if (directives > 0) importComponent(tree, STATUS.local, STATUS.module)
  // In an expression it is an element too, such as {done && <PlanStatus item="2.1" />}; a page of plain Markdown has neither.
  const inExpressions = /<PlanStatus[\s/>]/.test(source) && hasExpressions(tree)
  if ((elements > 0 || inExpressions) && !declares(tree, STATUS.written)) importComponent(tree, STATUS.written, STATUS.module)
}

function statusOf({children, attributes}: TextDirective, ofPage: string | undefined): Node {
  const item = children.map((child) => ('value' in child ? child.value : '')).join('')
  return jsx('mdxJsxTextElement', STATUS.local, {item, plan: attributes?.plan ?? ofPage})
}

function hasExpressions(tree: Root): boolean {
  let found = false
  eachParent(tree, ({children}: Parent) => {
    if (children.some(({type}: Node) => type === 'mdxFlowExpression' || type === 'mdxTextExpression')) found = true
  })
  return found
}
