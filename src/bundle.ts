import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {LoadContext, Plugin} from '@docusaurus/types'

/** The levels of a guide's layout. */
const LEVELS = ['@theme/DocsRoot', '@theme/DocVersionRoot', '@theme/DocRoot', '@theme/DocItem']
/** The file that holds them. */
const DOCS = 'docs'
/** As Docusaurus names their files. */
const names = LEVELS.map((module) => createHash('md5').update(module).digest('hex').slice(0, 8))
/** An expression, not a function: the bundler would come back to this thread for each. */
const LAYOUT = new RegExp(`^(?:${names.join('|')})$`)

/** A line of Docusaurus' registry: the name of a chunk, and the module that a page says it is made of. */
const REGISTERED = /^ {2}"([^"]+)": \[.*, "([^"]+)", require\.resolveWeak\(/gm

interface Manifest {
  readonly origins: Readonly<Record<string, readonly (string | number)[]>>
}

/** Docusaurus knows the files of a chunk by its name, and asks for those of modules. With both names a page has all of its files in its HTML; else it learns of its own when those of the layout have run. */
function nameModules(folder: string): void {
  const file = join(folder, 'client-manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  const registry = readFileSync(join(folder, 'registry.js'), 'utf8')
  const named = [...registry.matchAll(REGISTERED)].flatMap(([, chunk = '', module = '']) => {
    const files = manifest.origins[LEVELS.includes(module) ? DOCS : chunk]
    return files === undefined ? [] : [[module, files] as const]
  })
  writeFileSync(file, JSON.stringify({...manifest, origins: {...manifest.origins, ...Object.fromEntries(named)}}))
}

/** How the code of pages is put into files, so that a phone is done with it sooner. */
export function bundle({generatedFilesDir}: LoadContext): Plugin {
  return {
    name: 'bundle',
    configureWebpack(_, isServer, {currentBundler}) {
      if (isServer || process.env.NODE_ENV !== 'production') return {}
      const {BannerPlugin, Compilation} = currentBundler.instance
      return {
        optimization: {
          splitChunks: {
            cacheGroups: {
              // Docusaurus makes a file of each level, some of a few hundred bytes. A guide needs all of them: here they are one.
              docs: {name: DOCS, chunks: LAYOUT, enforce: true, priority: 45},
            },
          },
        },
        plugins: [
          ({hooks}) => hooks.done.tap('bundle', () => nameModules(generatedFilesDir)),
          new BannerPlugin({
            // Nearly all code of a page runs at once: a browser that knows the sign compiles it while the page is laid out, not function by function when they are called.
            banner: '//# allFunctionsCalledOnLoad',
            raw: true,
            test: /\.js$/,
            // The minimizer, before this, takes comments away.
            stage: Compilation.PROCESS_ASSETS_STAGE_REPORT,
          }),
        ],
      }
    },
  }
}
