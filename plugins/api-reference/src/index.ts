import {join} from 'node:path'
import {logger} from '@docusaurus/logger'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {generated} from './generated.ts'
import type {PluginOptions} from './options.ts'
import {publish} from './publish.ts'

export {validateOptions} from './options.ts'

/** Has the pages of the reference in place before the docs plugin looks for them, which is why it works while it is being made. */
export default async function apiReference({siteDir, siteConfig}: LoadContext, options: PluginOptions): Promise<Plugin> {
  const {pages, undocumented} = await generated({siteDir, presets: siteConfig.presets}, options)
  // The tests fail on these; a build must not, or half a change could not be looked at.
  for (const line of undocumented) logger.warn(line)
  await publish(pages, join(siteDir, options.out))
  return {name: 'docusaurus-plugin-api-reference'}
}
