import type {LoadContext, Plugin} from '@docusaurus/types'
import type {PluginOptions} from './options.ts'
import {loadContent, type SiteContent} from './site/content.ts'
import {layered} from './site/css-layer.ts'
import {devServer} from './site/dev-server.ts'
import {globalData} from './site/global-data.ts'
import {headTags} from './site/head-tags.ts'
import {lastGood} from './site/last-good.ts'
import {messagesFor} from './site/locale.ts'
import {siteOutputs, writeOutputs} from './site/outputs.ts'
import {planSite} from './site/plan-site.ts'
import {routes} from './site/routes.ts'
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
  const follow = production ? null : following(mark)
  const server = devServer(site.address(), () => {
    const content = last.content()
    return content === null ? [] : siteOutputs(site, content, null)
  })
  const last = lastGood(!production, production ? () => undefined : server.push)

  return {
    name: 'docusaurus-plugin-action-plan',
    getThemePath: () => './theme',
    getTypeScriptThemePath: () => '../src/theme',
    getPathsToWatch: () => [file, mark],
    getDefaultCodeTranslationMessages: () => Promise.resolve(messagesFor(context.i18n.currentLocale)),
    getClientModules: () => ['./css/plan.css'],
    configurePostCss: layered,
    loadContent: () => loadContent(site, last, follow),
    contentLoaded({content, actions}) {
      for (const route of routes(site, content)) actions.addRoute(route)
    },
    allContentLoaded({allContent, actions}) {
      // Of the newest content: when several plugins are read again at once, `allContent` may hold an older one.
      const content = last.content()
      if (content !== null) actions.setGlobalData(globalData(site, content, allContent))
    },
    injectHtmlTags: ({content}) => ({headTags: headTags(site, content)}),
    configureWebpack: (config, isServer) => (isServer ? {} : server.configure(config)),
    postBuild: ({outDir, content}) => writeOutputs(site, content, outDir),
  }
}
