import {createHash} from 'node:crypto'
import type {Plugin} from '@docusaurus/types'

/** The levels of a guide's layout. */
const LEVELS = ['@theme/DocsRoot', '@theme/DocVersionRoot', '@theme/DocRoot', '@theme/DocItem']
/** As Docusaurus names their files. */
const names = LEVELS.map((module) => createHash('md5').update(module).digest('hex').slice(0, 8))
/** An expression, not a function: the bundler would come back to this thread for each. */
const LAYOUT = new RegExp(`^(?:${names.join('|')})$`)

/** How the code of pages is put into files, so that a phone is done with it sooner. */
export function bundle(): Plugin {
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
              docs: {name: 'docs', chunks: LAYOUT, enforce: true, priority: 45},
            },
          },
        },
        plugins: [
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
