import {existsSync, readFileSync, realpathSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {fileURLToPath} from 'node:url'

interface Bundling {
  readonly optimization: {readonly splitChunks: {readonly cacheGroups: Readonly<Record<string, object>>}}
}

/** The folder of the package's components and of what they share. */
const OWN = `${realpathSync(dirname(dirname(fileURLToPath(import.meta.url))))}${sep}`
/** What pages show that are no pages of a plan: the components that the remark plugin writes. */
const IN_TEXT = ['PlanStatus', 'PlanTask', 'PlanBanner', 'PlanHeading', 'PlanLive']

/**
 * Keeps the package's code and styles out of pages that show no plan. Docusaurus puts the styles of a whole site into one file, and what half of the
 * pages share into another: both leave the package's files out. What badges need is a file of its own, so that a guide with a badge loads neither
 * table nor timeline; the pages of plans share the styles of all, and code where there is much of it.
 * @param generated The folder of what Docusaurus generates.
 */
export function chunks(generated: string): Bundling {
  // Expressions, not functions: the faster bundler would come back to this thread for each module.
  const inText = [...closure(IN_TEXT.map(component))].map((file) => escaped(relative(OWN, file))).join('|')
  const plans = escaped(join(generated, 'docusaurus-plugin-action-plan', 'plans.json'))
  const own = escaped(OWN)
  return {
    optimization: {
      splitChunks: {
        cacheGroups: {
          styles: {test: new RegExp(`^(?!${own})`)},
          planInText: {test: new RegExp(`^(?:${own}(?:${inText})|${plans})$`), name: 'plan', chunks: 'async', enforce: true, priority: 60},
          planStyles: {
            type: 'css/mini-extract',
            test: new RegExp(`^${own}`),
            name: 'plan-pages',
            chunks: 'async',
            enforce: true,
            priority: 55,
          },
          planPages: {test: new RegExp(`^${own}`), chunks: 'async', minChunks: 2, minSize: 20_000, priority: 45, reuseExistingChunk: true},
        },
      },
    },
  }
}

const escaped = (path: string): string => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A component's file: as it is written, or as it is packed. */
const component = (name: string): string =>
  ['index.tsx', 'index.js'].map((file) => join(OWN, 'theme', name, file)).find(existsSync) ?? join(OWN, 'theme', name)

/** Files of the package with all that they import of it at once; what they import later is left out. */
function closure(files: readonly string[], found = new Set<string>()): ReadonlySet<string> {
  for (const file of files) {
    if (found.has(file) || !existsSync(file)) continue
    found.add(file)
    if (file.endsWith('.css')) continue
    const imported = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )(?:[^'"]*? from )?['"]([^'"]+)['"]/gm)]
    closure(
      imported.flatMap(([, name = '']) => fileOf(name, file) ?? []),
      found,
    )
  }
  return found
}

/** A file of the package by the name that another imports it by; null for what is of others. */
function fileOf(name: string, from: string): string | null {
  if (name.startsWith('.')) return resolve(dirname(from), name)
  if (name.startsWith('@theme/Plan')) return component(name.slice('@theme/'.length))
  const [, inside] = /^docusaurus-plugin-action-plan\/lib\/(.+)$/.exec(name) ?? []
  return inside === undefined ? null : join(OWN, inside)
}
