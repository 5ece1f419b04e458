// Writes the table of docs/reference/tasks.md anew: its tasks from the plan, its levels from what is known of each place.
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {createJiti} from 'jiti'

const jiti = createJiti(import.meta.url)
const {readPages} = await jiti.import('./lint.ts')
const {toSite} = await jiti.import('./site.ts')
const {TASKS, withTasks} = await jiti.import('./tasks.ts')

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const path = `${root}/${TASKS}`
writeFileSync(path, withTasks(readFileSync(path, 'utf8'), toSite(readPages(root)), root))
