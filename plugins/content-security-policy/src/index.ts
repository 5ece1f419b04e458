import {once} from 'node:events'
import {Worker} from 'node:worker_threads'
import {logger} from '@docusaurus/logger'
import type {LoadContext, Plugin} from '@docusaurus/types'
import type {PluginOptions} from './options.ts'
import type {Site} from './protect.ts'

export {validateOptions} from './options.ts'

/** After the build: a policy of what the site, its plugins and its theme wrote into the pages, in each page and as header files. A script in a page's own text stays blocked. */
export default function contentSecurityPolicy({siteDir}: LoadContext, {allow}: PluginOptions): Plugin {
  // Beside the plugins that work on the main thread: reading every page takes as long as all of them. It is loaded while the site is, and holds up nobody who builds nothing.
  let ahead = process.env.NODE_ENV === 'production' ? start() : null
  return {
    name: 'docusaurus-plugin-content-security-policy',
    async postBuild({outDir, baseUrl, siteConfig}) {
      const site: Site = {
        siteDir,
        outDir,
        baseUrl,
        allow,
        banner: siteConfig.baseUrlIssueBanner,
        minifier: siteConfig.future.faster.swcHtmlMinimizer ? 'swc' : 'terser',
      }
      const worker = ahead ?? start()
      ahead = null
      worker.ref()
      worker.postMessage(site)
      // Not until it has ended, which takes as long as a third of its work.
      const [blocked] = (await once(worker, 'message')) as [readonly string[]]
      worker.unref()
      if (blocked.length > 0) logger.warn(blockedText(blocked))
    },
  }
}

function blockedText(blocked: readonly string[]): string {
  return `The Content-Security-Policy stops inline scripts of pages' content; expected scripts in files of the site, or their hashes in the option "allow": {"script-src": […]}:\n${blocked.slice(0, 20).join('\n')}${blocked.length > 20 ? `\nand ${blocked.length - 20} more` : ''}`
}

function start(): Worker {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url))
  worker.unref()
  return worker
}
