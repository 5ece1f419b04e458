/** What Docusaurus generates for the table of routes, as text. */
export interface RouteFiles {
  readonly routes: string
  readonly registry: string
  readonly names: string
}
/** The same without the pages of plans, and a module that adds them. */
export interface SplitRoutes extends RouteFiles {
  readonly table: string
  /** The modules that pages of plans are made of. */
  readonly modules: readonly string[]
}

type Names = Readonly<Record<string, {readonly __context?: {readonly plugin?: string}}>>

const OWN_CONTEXT = /^@generated\/docusaurus-plugin-action-plan\/[^/]+\/__plugin\.json$/
/** A line of the registry: the name of a file, and the module that is put into it. */
const LINE = /^ {2}"([^"]+)": \[\(\) => import\([^\n]*?"([^"\n]+)"\), "\2", require\.resolveWeak\("\2"\)\],?$/gm

/**
 * Takes the pages of plans out of the table of routes, which every page of a site loads, into a table of their own. Null when the files are not as they
 * are known to be: then they stay as they are, and pages without a plan weigh more. Small data stands in the table itself: a file of its own costs more.
 */
export function splitRoutes({routes, registry, names}: RouteFiles, isSmall: (module: string) => boolean): SplitRoutes | null {
  const lines = new Map([...registry.matchAll(LINE)].map(([line, chunk = '', module = '']) => [chunk, {line, module}]))
  const all = Object.entries(JSON.parse(names) as Names)
  const isOwn = ([, {__context}]: (typeof all)[number]): boolean => OWN_CONTEXT.test(lines.get(__context?.plugin ?? '')?.module ?? '')
  const own = all.filter(isOwn)
  const others = chunksOf(all.filter((one) => !isOwn(one)))
  const moved = [...chunksOf(own)].filter((chunk) => !others.has(chunk))
  if (own.length === 0 || moved.some((chunk) => !lines.has(chunk))) return null

  let left = routes
  for (const [index, [name]] of own.entries()) {
    const call = `ComponentCreator(${partsOf(name)
      .map((part) => `'${part}'`)
      .join(', ')})`
    if (left.split(call).length !== 2) return null
    left = left.replace(call, `later(${index})`)
  }
  const rest = moved.reduce((text, chunk) => text.replace(lines.get(chunk)?.line ?? '', ''), registry)
  const entries = moved.map((chunk) => ({...(lines.get(chunk) ?? {line: '', module: ''}), chunk}))
  const small = entries.filter(({module}) => isSmall(module))
  const large = entries.filter((one) => !small.includes(one))
  return {
    routes: `import later from ${JSON.stringify(LATER)};\n${left}`,
    registry: rest,
    names: moduleOf(Object.fromEntries(all.filter((one) => !isOwn(one)))),
    table: `import ComponentCreator from '@docusaurus/ComponentCreator';
import registry from '@generated/registry';
import names from '@generated/routesChunkNames';
${small.map(({module}, index) => `import * as small${index} from ${JSON.stringify(module)};`).join('\n')}

Object.assign(registry, {
${small.map(({chunk, module}, index) => `  "${chunk}": [() => Promise.resolve(small${index}), "${module}", require.resolveWeak("${module}")],`).join('\n')}
${large.map(({line}) => line.replace(/\/\*.*?\*\/ /, '').replace(/,?$/, ',')).join('\n')}
});
Object.assign(names, ${JSON.stringify(Object.fromEntries(own))});

export default [
${own.map(([name]) => `  ComponentCreator(${JSON.stringify(partsOf(name)).slice(1, -1)}),`).join('\n')}
];
`,
    modules: large.map(({module}) => module),
  }
}

/** A path, and the hash behind it. */
function partsOf(name: string): readonly [path: string, hash: string] {
  const at = name.lastIndexOf('-')
  return [name.slice(0, at), name.slice(at + 1)]
}

/** The text of a module that exports a value. */
export const moduleOf = (value: unknown): string => `export default ${JSON.stringify(value)};\n`

/** The name by which the table of routes imports what stands for a page of a plan. */
export const LATER = 'docusaurus-plugin-action-plan/later'

function chunksOf(entries: readonly (readonly [string, unknown])[]): ReadonlySet<string> {
  const found = new Set<string>()
  const open: unknown[] = entries.map(([, value]) => value)
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') found.add(value)
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value) as unknown[]) open.push(one)
  }
  return found
}
