// Writes the policy in a thread of its own, loaded ahead; what it throws, the plugin throws.
import {parentPort} from 'node:worker_threads'
import {createJiti} from 'jiti'

const {protect} = await createJiti(import.meta.url).import('./protect.ts')
parentPort.once('message', async (site) => {
  parentPort.postMessage(await protect(site))
})
