import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {gather, type Gathered} from './gather.ts'
import type {PluginOptions} from './options.ts'
import {toBadge} from './view/badge.ts'
import {toProblem} from './view/terminal.ts'

export {validateOptions} from './options.ts'
export type {Options, PluginOptions} from './options.ts'

/**
 * Tells each runbook what was run of it, and stops a build whose pages claim more.
 * @param context Docusaurus' own.
 * @param options What the site wrote, with the defaults for the rest.
 */
export default function testedDocs({siteDir}: LoadContext, {folder, route, onProblems}: PluginOptions): Plugin<Gathered> {
  return {
    name: 'docusaurus-plugin-tested-docs',
    getThemePath: () => './theme',
    getTypeScriptThemePath: () => './theme',
    getPathsToWatch: () => [
      join(siteDir, folder, '*.md'),
      join(siteDir, folder, 'results', '*.json'),
      join(siteDir, folder, 'rehearsals', '*.sh'),
    ],
    loadContent: () => gather(siteDir, folder),
    async contentLoaded({content, actions}) {
      const text = content.problems.map(toProblem).join('\n')
      if (text !== '' && onProblems === 'throw' && process.env['NODE_ENV'] === 'production') throw new Error(text)
      if (text !== '') console.warn(text)
      actions.setGlobalData({route, folder, standings: content.standings})
    },
    async postBuild({content, outDir}) {
      await mkdir(join(outDir, 'badges'), {recursive: true})
      for (const [id, standing] of Object.entries(content.standings))
        await writeFile(join(outDir, 'badges', `runbook-${id}.svg`), toBadge(standing))
    },
  }
}
