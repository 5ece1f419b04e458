// Writes the policy in a thread of its own; what it throws, the plugin throws.
import {workerData} from 'node:worker_threads'
import {createJiti} from 'jiti'

const {protect} = await createJiti(import.meta.url).import('./protect.ts')
protect(workerData)
