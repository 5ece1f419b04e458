import {join} from 'node:path'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {generated} from './generated.ts'
import type {PluginOptions} from './options.ts'
import {publish} from './publish.ts'

export {validateOptions} from './options.ts'

/** Has the pages of the reference in place before the docs plugin looks for them, which is why it works while it is being made. */
export default async function apiReference({siteDir, siteConfig}: LoadContext, options: PluginOptions): Promise<Plugin> {
  const {pages, undocumented} = await generated({siteDir, presets: siteConfig.presets}, options)
  const text = undocumented.join('\n')
  if (text !== '' && options.onUndocumented === 'throw' && process.env['NODE_ENV'] === 'production') throw new Error(text)
  if (text !== '') console.warn(text)
  await publish(pages, join(siteDir, options.out))
  return {name: 'docusaurus-plugin-api-reference'}
}
