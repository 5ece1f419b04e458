import {join, resolve} from 'node:path'
import {logger} from '@docusaurus/logger'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {normalizeUrl} from '@docusaurus/utils'
import {storyOf} from './derive/changes-period.ts'
import type {Story} from './model/history.ts'
import type {Output} from './model/output.ts'
import type {Report} from './model/report.ts'
import type {Severity} from './model/problem.ts'
import type {PluginOptions, Reaction} from './options.ts'
import {parsePlan} from './parse/plan.ts'
import {outputs} from './outputs.ts'
import {report} from './report.ts'
import {docsOf, guides, unknownItems} from './source/docs.ts'
import {serveOutputs} from './source/dev-server.ts'
import {DEFAULT_PLAN, findProject, readPlanText, shownPath} from './source/file.ts'
import {sourceOf} from './source/git.ts'
import {digest, pastOf} from './source/history.ts'
import {hashSite} from './source/site.ts'
import {writeFiles} from './source/write.ts'
import {axis} from './view/axis.ts'
import {badges} from './view/badge.ts'
import {feedOutput} from './view/feed.ts'
import {toGlobal} from './view/global.ts'
import {problemLine} from './view/problems.ts'
import {toStatus} from './view/status.ts'
import {timelineStatus} from './view/timeline.ts'

export {validateOptions} from './options.ts'
export type {Options, PluginOptions} from './options.ts'

/** Shows a checklist plan as pages, badges and `status.json`. The lifecycles stand in the order they run. */
export default function actionPlan({siteDir, baseUrl, siteConfig}: LoadContext, options: PluginOptions): Plugin<Report> {
  const file = resolve(siteDir, options.plan ?? findProject(siteDir).plan ?? DEFAULT_PLAN)
  const path = shownPath(siteDir, file)
  const root = options.id === 'default' ? '' : options.id
  const address = (...parts: readonly string[]): string => normalizeUrl([baseUrl, root, ...parts])
  const progressPage = address(options.routeBasePath)
  let current: Report | null = null
  let story: Story | null = null
  const feed = (content: Report): readonly Output[] => {
    if (story === null) return []
    const at = (page: string): string => new URL(address(options.routeBasePath, page), siteConfig.url).href
    return [
      feedOutput(
        story.history,
        {
          title: content.title,
          page: at('history'),
          self: at('feed.xml'),
          path,
          updated: content.source.committedAt ?? `${content.statusDate}T00:00:00Z`,
          digest,
        },
        options.routeBasePath,
      ),
    ]
  }

  return {
    name: 'docusaurus-plugin-action-plan',
    getThemePath: () => './theme',
    getTypeScriptThemePath: () => './theme',
    getPathsToWatch: () => [file],
    getClientModules: () => ['./css/plan.css'],

    async loadContent() {
      const source = await sourceOf(file, path)
      const text = readPlanText(file)
      current = report({text, source, now: source.committedAt ?? new Date().toISOString(), today: null})
      react(current, process.env.NODE_ENV === 'production' ? options.onProblems : {errors: 'warn', warnings: 'log'})
      story = await storyOf(
        pastOf(file),
        {parse: parsePlan, report: (old, today) => report({text: old, source, now: `${today}T12:00:00Z`, today})},
        text,
        current,
      )
      return current
    },

    contentLoaded({content, actions: {addRoute}}) {
      const status = toStatus(content, null)
      const shown = {...status, ledger: {...status.ledger, counted: []}}
      addRoute({
        path: progressPage,
        component: '@theme/PlanProgressPage',
        exact: true,
        props: {status: shown, instance: options.id},
        metadata: {sourceFilePath: path},
      })
      addRoute({
        path: address(options.routeBasePath, 'timeline'),
        component: '@theme/PlanTimelinePage',
        exact: true,
        props: {status: timelineStatus(status), axis: axis(content), instance: options.id},
        metadata: {sourceFilePath: path},
      })
      addRoute({
        path: address(options.routeBasePath, 'badges'),
        component: '@theme/PlanBadgesPage',
        exact: true,
        props: {title: content.title, base: address('badges'), badges: badges(content), instance: options.id},
      })
      if (story === null) return
      const {history, periods} = story
      const told =
        history.state === 'available'
          ? {state: history.state, burnUp: history.burnUp, forecast: history.forecast, days: history.days}
          : history
      addRoute({
        path: address(options.routeBasePath, 'history'),
        component: '@theme/PlanHistoryPage',
        exact: true,
        props: {title: content.title, asOf: content.statusDate, past: told, instance: options.id},
        metadata: {sourceFilePath: path},
      })
      addRoute({
        path: address(options.routeBasePath, 'report'),
        component: '@theme/PlanReportPage',
        exact: true,
        props: {status: shown, periods, instance: options.id},
        metadata: {sourceFilePath: path},
      })
    },

    allContentLoaded({allContent, actions: {setGlobalData}}) {
      if (current === null) return
      const docs = docsOf(allContent['docusaurus-plugin-content-docs'])
      const unknown = unknownItems(docs, current)
      if (unknown.length > 0 && process.env.NODE_ENV === 'production') throw new Error(unknown.join('\n'))
      for (const line of unknown) logger.warn(line)
      setGlobalData(
        toGlobal(current, {
          planPage: docs.find(({source}) => source === `@site/${path}`)?.permalink ?? null,
          guides: guides(docs),
          progressPage,
          statusUrl: address('status.json'),
          pollSeconds: options.pollSeconds,
        }),
      )
    },

    configureWebpack: (config, isServer) =>
      isServer ? {} : serveOutputs(config, address(), () => (current === null ? [] : [...outputs(current, null), ...feed(current)])),

    async postBuild({outDir, content}) {
      await writeFiles(join(outDir, root), [...outputs(content, await hashSite(outDir)), ...feed(content)])
    },
  }
}

/** Does with problems what the options say: prints them, or stops the build with all that made it stop. */
function react({source, problems}: Report, on: PluginOptions['onProblems']): void {
  const reactions: Readonly<Record<Severity, Reaction>> = {error: on.errors, warning: on.warnings, info: 'ignore'}
  const lines = (reaction: Reaction): string[] =>
    problems.filter(({severity}) => reactions[severity] === reaction).map((problem) => problemLine(source.path, problem))
  for (const line of lines('log')) logger.info(line)
  for (const line of lines('warn')) logger.warn(line)
  const fatal = lines('throw')
  if (fatal.length > 0) throw new Error(`The plan has problems that stop the build (onProblems):\n${fatal.join('\n')}`)
}
