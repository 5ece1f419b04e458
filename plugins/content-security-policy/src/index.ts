import {once} from 'node:events'
import {Worker} from 'node:worker_threads'
import type {LoadContext, Plugin} from '@docusaurus/types'
import type {PluginOptions} from './options.ts'
import type {Site} from './protect.ts'

export {validateOptions} from './options.ts'

/** After the build: a policy of what the pages hold, in each page and as header files. */
export default function contentSecurityPolicy(_: LoadContext, {allow}: PluginOptions): Plugin {
  return {
    name: 'docusaurus-plugin-content-security-policy',
    // Beside the plugins that work on the main thread: reading every page takes as long as all of them.
    async postBuild({outDir, baseUrl}) {
      const workerData: Site = {outDir, baseUrl, allow}
      await once(new Worker(new URL('./worker.mjs', import.meta.url), {workerData}), 'exit')
    },
  }
}
