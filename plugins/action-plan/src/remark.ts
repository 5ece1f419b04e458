// A remark plugin for sites that show plans and guides as docs. It knows no plan: pages change only with their own text.
import type {Node, Parent, Root} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import {pageItems} from './model/page-items.ts'
import {parseTasks} from './parse/structure/plan.ts'
import {fieldsApart} from './remark/fields.ts'
import {bannerOf, wrapHeadings} from './remark/frame.ts'
import {declares, eachParent, importComponent, isJsx, jsx} from './remark/jsx.ts'
import {anchorHidden, showTask, shownTasks, TASK} from './remark/tasks.ts'
import {isPlanFile} from './source/plan-files.ts'

interface File {
  readonly path?: string
  toString(): string
  readonly data?: {readonly frontMatter?: Readonly<Record<string, unknown>>}
}

/** Options of the remark plugin. */
export interface MarkdownOptions {
  /** Whose tasks get anchors and boxes with names: those of plans of the site, which is the default, or of every page. */
  readonly tasks?: 'plan' | 'all'
  /** Pages whose path contains one of these show the items that they name at their end: what to do comes first there, such as `/docs/runbooks/`. */
  readonly itemsAtEnd?: readonly string[]
}

const STATUS = {local: '_PlanStatus', written: 'PlanStatus', module: '@theme/PlanStatus'}
const LIVE = {local: '_PlanLive', module: '@theme/PlanLive'}

/**
 * `:plan[2.1]` shows an item's progress, `plan_items` of the front matter a banner. On the page of a plan every task gets an anchor by its line,
 * `line-12`, and a box with a name; field lines stand on lines of their own; headings carry the numbers of their section or item. Pages import the
 * components that they need: no component of the theme is replaced, and a page without any of this stays as it is.
 */
export default function planMarkdown({tasks = 'plan', itemsAtEnd = []}: MarkdownOptions = {}): (tree: Root, file: File) => void {
  return (tree, file) => {
    const source = file.toString()
    const frontMatter = file.data?.frontMatter ?? {}
    const shown = showItems(tree, source, frontMatter['plan'])
    const isPlan = isPlanFile(file.path)
    const told = tasks === 'all' || isPlan !== false ? showTasks(tree, source, isPlan !== false) : false
    const banner = bannerOf(
      tree,
      pageItems(frontMatter),
      itemsAtEnd.some((part) => pathOf(file).includes(part)),
    )
    if (!shown && !told && !banner) return
    // A text that other pages include is no page of its own.
    if (/(?:^|[\\/])_[^\\/]*$/.test(file.path ?? '')) return
    importComponent(tree, LIVE.local, LIVE.module)
    tree.children.push(jsx('mdxJsxFlowElement', LIVE.local, {ofPage: null, plan: planOf(frontMatter['plan'])}) as never)
  }
}

const pathOf = ({path = ''}: File): string => path.replaceAll('\\', '/')

const planOf = (plan: unknown): string | undefined => (typeof plan === 'string' ? plan : undefined)

/** Tasks as the numbers count them. Gives whether the page shows a plan. */
function showTasks(tree: Root, source: string, isPlan: boolean): boolean {
  const tasks = source.includes('[') || /\btables['"]?\s*:/.test(source) ? parseTasks(source) : new Map<number, never>()
  const shown = shownTasks(tree, tasks)
  const items = new Set(shown.map(({item}) => item))
  tree.children = fieldsApart(tree.children, source, (item) => items.has(item)) as Root['children']
  for (const one of shown) showTask(one, tasks)
  const lines = new Set(shown.map(({line}) => line))
  anchorHidden(
    tree,
    [...tasks.keys()].filter((line) => !lines.has(line)),
  )
  if (isPlan && tasks.size > 0) wrapHeadings(tree)
  if (tasks.size > 0) importComponent(tree, TASK.local, TASK.module)
  return isPlan && tasks.size > 0
}

/** Items shown in the text; gives whether there are any. `plan` of the front matter is the plan instance of those that name none. */
function showItems(tree: Root, source: string, plan: unknown): boolean {
  const ofPage = planOf(plan)
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
  return directives > 0 || elements > 0 || inExpressions
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
