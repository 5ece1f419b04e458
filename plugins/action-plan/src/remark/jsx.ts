import type {Node, Parent, Root} from 'mdast'

/** An element of MDX. Pages in plain Markdown take it too, when a remark plugin puts it there. */
export interface Jsx extends Node {
  type: 'mdxJsxTextElement' | 'mdxJsxFlowElement'
  name: string | null
  attributes: {type: string; name?: string; value?: unknown}[]
  children: Node[]
}

export const isJsx = (node: Node): node is Jsx => node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement'

/** An element with texts as its properties; null stands for a property without a value, and what is undefined is left out. */
export function jsx(
  type: Jsx['type'],
  name: string,
  properties: Readonly<Record<string, string | null | undefined>>,
  children: readonly Node[] = [],
): Jsx {
  const attributes = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [{type: 'mdxJsxAttribute', name: key, value}],
  )
  return {type, name, attributes, children: [...children]}
}

/** Has the page import a component itself: it then needs no name in the site's `MDXComponents`. */
export function importComponent(root: Root, local: string, module: string): void {
  const statement = {
    type: 'mdxjsEsm',
    value: `import ${local} from '${module}'`,
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        body: [
          {
            type: 'ImportDeclaration',
            specifiers: [{type: 'ImportDefaultSpecifier', local: {type: 'Identifier', name: local}}],
            source: {type: 'Literal', value: module, raw: `'${module}'`},
            attributes: [],
          },
        ],
      },
    },
  }
  root.children.unshift(statement as unknown as Root['children'][number])
}

interface Named {
  readonly name?: string
}
interface Statement {
  readonly specifiers?: readonly {readonly local?: Named}[]
  readonly declaration?: {readonly id?: Named; readonly declarations?: readonly {readonly id?: Named}[]} | null
}

/** Whether the page imports or exports something of that name. */
export function declares(root: Root, name: string): boolean {
  return (root.children as Node[]).some((node) => {
    const body = (node.data as {estree?: {body?: readonly Statement[]}} | undefined)?.estree?.body ?? []
    return body.some(({specifiers, declaration}) =>
      [...(specifiers ?? []).map(({local}) => local), declaration?.id, ...(declaration?.declarations ?? []).map(({id}) => id)].some(
        (one) => one?.name === name,
      ),
    )
  })
}

/** Every node with children, without recursion: lists can be deep. */
export function eachParent(root: Root, visit: (parent: Parent) => void): void {
  const open: Node[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('children' in node)) continue
    visit(node as Parent)
    for (const child of (node as Parent).children) open.push(child)
  }
}
