// The one door to @babel/parser: the configuration of a site is changed where it says what it says, and nowhere else.
import {parse} from '@babel/parser'

const NAME = 'docusaurus-plugin-action-plan'
const REMARK = `import planMarkdown from '${NAME}/remark'`

/** What a site's configuration needs for a plan: each line, with where it goes. */
const LINES = [
  {where: 'at the top', line: REMARK},
  {where: 'in plugins', line: `'${NAME}'`},
  {where: 'in the options of docs', line: 'remarkPlugins: [planMarkdown]'},
  {where: 'in themeConfig.navbar.items', line: `{to: '/progress', label: 'Progress', position: 'left'}`},
] as const
type Line = (typeof LINES)[number]

/** The configuration with what could be added, and what somebody has to add by hand. */
export interface Configured {
  readonly text: string
  readonly added: readonly Line[]
  readonly left: readonly Line[]
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}
interface Insertion {
  readonly at: number
  readonly text: string
}

/** Adds the lines to the text of a configuration. One that is not written as `create-docusaurus` writes it stays as it is. */
export function configure(text: string): Configured {
  const none = {text, added: [], left: LINES}
  const root = parsed(text)
  const config = root === null ? null : configOf(root)
  if (root === null || config === null) return none
  const [top, plugins, docs, navbar] = LINES
  const docsAt = insertIn(docsOptions(config), 'remarkPlugins', 'planMarkdown')
  const found: readonly (readonly [Line, Insertion | null])[] = [
    [top, docsAt === null ? null : importAfter(root)],
    [plugins, insertIn(config, 'plugins', plugins.line)],
    [docs, docsAt],
    [navbar, first(property(property(property(config, 'themeConfig'), 'navbar'), 'items'), navbar.line)],
  ]
  const made = found.flatMap(([, insertion]) => insertion ?? []).sort((a, b) => b.at - a.at)
  const changed = made.reduce((all, {at, text}) => all.slice(0, at) + text + all.slice(at), text)
  if (parsed(changed) === null) return none
  return {
    text: changed,
    added: found.flatMap(([line, insertion]) => (insertion === null ? [] : [line])),
    left: found.flatMap(([line, insertion]) => (insertion === null ? [line] : [])),
  }
}

function parsed(text: string): readonly Node[] | null {
  try {
    return parse(text, {sourceType: 'module', plugins: ['typescript', 'jsx']}).program.body as unknown as readonly Node[]
  } catch {
    return null
  }
}

/** The object that `export default` gives: written there, or a constant of the file. */
function configOf(body: readonly Node[]): Node | null {
  const exported = bare(body.find(({type}) => type === 'ExportDefaultDeclaration')?.declaration)
  if (exported?.type !== 'Identifier') return objectOf(exported)
  const named = body
    .flatMap((node) => (node.type === 'VariableDeclaration' ? (node.declarations as readonly Node[]) : []))
    .find(({id}) => (id as {name?: unknown}).name === exported.name)
  return objectOf(named?.init)
}

/** An expression without what TypeScript says of its type. */
function bare(node: unknown): Node | null {
  const given = (node ?? null) as Node | null
  return given !== null && /^TS(?:Satisfies|As)Expression$/.test(given.type) ? bare(given.expression) : given
}
const objectOf = (node: unknown): Node | null => (bare(node)?.type === 'ObjectExpression' ? bare(node) : null)

function property(object: Node | null, name: string): Node | null {
  const of = bare(object)
  if (of?.type !== 'ObjectExpression') return null
  const found = (of.properties as readonly Node[]).find(({key}) => (key as {name?: unknown; value?: unknown} | undefined)?.name === name)
  return bare(found?.value)
}

/** The options of docs in the preset `classic`. */
function docsOptions(config: Node): Node | null {
  const presets = (property(config, 'presets')?.elements ?? []) as readonly Node[]
  const classic = presets
    .map(bare)
    .find((preset) => ((preset?.elements as readonly {value?: unknown}[] | undefined)?.[0]?.value ?? null) === 'classic')
  return objectOf(property(objectOf((classic?.elements as readonly Node[] | undefined)?.[1]), 'docs'))
}

/** Puts a value into the list of that name; where there is none, a list with it. */
function insertIn(object: Node | null, name: string, value: string): Insertion | null {
  if (object === null) return null
  const there = (object.properties as readonly Node[]).some(({key}) => (key as {name?: unknown} | undefined)?.name === name)
  return there ? first(property(object, name), value) : {at: object.start + 1, text: `\n${indentOf(object)}${name}: [${value}],`}
}

/** Puts a value before the others of a list. */
function first(list: Node | null, value: string): Insertion | null {
  if (list?.type !== 'ArrayExpression') return null
  return {at: list.start + 1, text: (list.elements as readonly unknown[]).length === 0 ? value : `${value}, `}
}

/** The spaces before what stands first in an object. */
function indentOf({properties}: Node): string {
  const start = (properties as readonly {loc?: {start?: {column?: number}}}[])[0]?.loc?.start?.column ?? 2
  return ' '.repeat(start)
}

function importAfter(body: readonly Node[]): Insertion {
  const last = body.filter(({type}) => type === 'ImportDeclaration').at(-1)
  return last === undefined ? {at: 0, text: `${REMARK};\n`} : {at: last.end, text: `\n${REMARK};`}
}
