import {once} from 'node:events'
import {Worker} from 'node:worker_threads'
import type {LoadContext, Plugin} from '@docusaurus/types'
import type {PluginOptions} from './options.ts'
import type {Site} from './protect.ts'

export {validateOptions} from './options.ts'

/** After the build: a policy of what the pages hold, in each page and as header files. */
export default function contentSecurityPolicy({siteDir}: LoadContext, {allow}: PluginOptions): Plugin {
  // Beside the plugins that work on the main thread: reading every page takes as long as all of them. It is loaded while the site is, and holds up nobody who builds nothing.
  let ahead = process.env.NODE_ENV === 'production' ? start() : null
  return {
    name: 'docusaurus-plugin-content-security-policy',
    async postBuild({outDir, baseUrl}) {
      const site: Site = {siteDir, outDir, baseUrl, allow}
      const worker = ahead ?? start()
      ahead = null
      worker.ref()
      worker.postMessage(site)
      // Not until it has ended, which takes as long as a third of its work.
      await once(worker, 'message')
      worker.unref()
    },
  }
}

function start(): Worker {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url))
  worker.unref()
  return worker
}
