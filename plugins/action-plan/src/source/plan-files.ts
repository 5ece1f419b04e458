import {existsSync, realpathSync} from 'node:fs'

/** Node may load the plugin and its remark plugin as separate copies: what they share stands where both find it. */
const KEY = Symbol.for('docusaurus-plugin-action-plan: files')
const shared = globalThis as {[KEY]?: Set<string>}

/** Tells the remark plugin of this process that a file is a plan. */
export function addPlanFile(file: string): void {
  const files = (shared[KEY] ??= new Set())
  files.add(file)
  if (existsSync(file)) files.add(realpathSync(file))
}

/** Whether a page is a plan of the site; null where no site says which files are. */
export function isPlanFile(file: string | undefined): boolean | null {
  const files = shared[KEY]
  if (files === undefined) return null
  return file !== undefined && (files.has(file) || (existsSync(file) && files.has(realpathSync(file))))
}
