import type {LoadContext, Plugin} from '@docusaurus/types'
import type {Output} from './model/output.ts'
import type {PluginOptions} from './options.ts'
import {bundling, renewCache} from './site/bundling.ts'
import {loadContent, type SiteContent} from './site/content.ts'
import {layered} from './site/css-layer.ts'
import {devServer} from './site/dev-server.ts'
import {lastGood} from './site/last-good.ts'
import {messagesFor} from './site/locale.ts'
import {siteOutputs, writeOutputs} from './site/outputs.ts'
import {planSite} from './site/plan-site.ts'
import {writePlans} from './site/plans-file.ts'
import {routes} from './site/routes.ts'
import {tickServer} from './site/tick-server.ts'
import {addPlanFile} from './source/plan-files.ts'
import {following} from './source/watch.ts'

export {validateOptions} from './options.ts'
export type {PlanGlobal} from './model/global.ts'
export type {Status} from './model/status.ts'
export type {Options, PluginOptions} from './options.ts'
export {getSwizzleConfig} from './site/swizzle.ts'

/**
 * Shows a checklist plan as pages, badges and `status.json`. The lifecycles stand in the order they run.
 * @param context Docusaurus' own.
 * @param options What the site wrote, with the defaults for the rest.
 */
export default function actionPlan(context: LoadContext, options: PluginOptions): Plugin<SiteContent> {
  const site = planSite(context, options)
  const {file, mark, production} = site
  addPlanFile(file)
  const follow = production ? null : following(mark)
  const outputs = (): readonly Output[] => {
    const content = last.content()
    return content === null ? [] : siteOutputs(site, content, null)
  }
  const server = devServer(site.address(), outputs, tickServer(file, site.path))
  const last = lastGood(!production, production ? () => undefined : server.push)

  return {
    name: 'docusaurus-plugin-action-plan',
    getThemePath: () => './theme',
    getTypeScriptThemePath: () => '../src/theme',
    getPathsToWatch: () => [file, mark],
    getDefaultCodeTranslationMessages: () => Promise.resolve(messagesFor(context.i18n.currentLocale)),
    configurePostCss: layered,
    loadContent: () => loadContent(site, last, follow),
    contentLoaded({content, actions}) {
      for (const route of routes(site, content)) actions.addRoute(route)
    },
    allContentLoaded({allContent}) {
      // Of the newest content: when several plugins are read again at once, `allContent` may hold an older one.
      const content = last.content()
      if (content !== null) writePlans(site, content, allContent)
    },
    configureWebpack(config, isServer, {currentBundler}) {
      renewCache(config as Parameters<typeof renewCache>[0], file)
      return isServer ? {} : production ? bundling(site.generated, currentBundler.instance) : server.configure(config)
    },
    postBuild: ({outDir, content}) => writeOutputs(site, content, outDir),
  }
}
