import {dirname, join, resolve} from 'node:path'
import {setImmediate as immediate} from 'node:timers/promises'
import type {LoadContext, Plugin, RouteConfig} from '@docusaurus/types'
import {normalizeUrl} from '@docusaurus/utils'
import {dayBounds} from './derive/schedule/calendar.ts'
import {UserError} from 'build-kit/user-error'
import {historyReport} from './derive/history/periods.ts'
import {gather} from './load/plan.ts'
import {trends} from './derive/evidence/trend.ts'
import type {Parsed, HistoryReport} from './model/history.ts'
import type {LiveError} from './model/live.ts'
import type {Output} from './model/output.ts'
import type {Report} from './model/report.ts'
import {problem} from './model/problem.ts'
import {rulesFound} from './model/rules.ts'
import type {PluginOptions, ReportPage} from './options.ts'
import {layered} from './site/css-layer.ts'
import {messagesFor, wordsFor} from './site/locale.ts'
import {parsePlan} from './parse/structure/plan.ts'
import {summaryOf} from './live/summary.ts'
import {gatherEvidence, gatherPast, gatherReports, gatherReportsPast} from './load/evidence.ts'
import {outputs} from './outputs.ts'
import {reportOf, withHistory} from './report.ts'
import {runTime} from './source/clock.ts'
import {react} from './site/react.ts'
import {pagesOf, takenAddresses, unknownItems, type Address} from './site/check.ts'
import {docsOf, guides} from './site/docs.ts'
import {devServer} from './site/dev-server.ts'
import {DEFAULT_PLAN, findProject, readPlan, readText, shownPath} from './source/file.ts'
import {digest, pastOf} from './source/history.ts'
import {builtSite} from './source/site.ts'
import {URL_TIMEOUT} from './source/url.ts'
import {following} from './source/watch.ts'
import {writeFiles} from './source/write.ts'
import {axis} from './view/timeline/axis.ts'
import {pastReports, reportViews, type PastReport, type ReportView} from './view/pages/tool-reports.ts'
import {badges} from './view/files/badge.ts'
import {baselineText, baselineView} from './view/words/baseline.ts'
import {dayScript} from './view/pages/day-script.ts'
import {feedOutput} from './view/files/feed.ts'
import {historyView} from './view/pages/history.ts'
import {problemLine} from './view/files/problems.ts'
import {toPage, toStatus} from './view/files/status.ts'
import {evidenceTexts} from './view/words/evidence.ts'
import {periodViews} from './view/pages/changes.ts'
import {trendViews} from './view/pages/trends.ts'
import {timelineStatus} from './view/timeline/timeline.ts'

export {validateOptions} from './options.ts'
export type {PlanGlobal} from './model/global.ts'
export type {Status} from './model/status.ts'
export type {Options, PluginOptions} from './options.ts'
export {getSwizzleConfig} from './site/swizzle.ts'

type Past = Readonly<Record<string, readonly PastReport[]>>

/**
 * Shows a checklist plan as pages, badges and `status.json`. The lifecycles stand in the order they run.
 * @param context Docusaurus' own.
 * @param options What the site wrote, with the defaults for the rest.
 */
export default function actionPlan(
  {siteDir, generatedFilesDir, baseUrl, siteConfig, i18n, codeTranslations}: LoadContext,
  options: PluginOptions,
): Plugin<Report> {
  const file = resolve(siteDir, options.plan ?? findProject(siteDir).plan ?? DEFAULT_PLAN)
  const path = shownPath(siteDir, file)
  const words = wordsFor(i18n.currentLocale, codeTranslations)
  const root = options.id === 'default' ? '' : options.id
  const address = (...parts: readonly string[]): string => normalizeUrl([baseUrl, root, ...parts])
  const progressPage = address(options.routeBasePath)
  const project = findProject(dirname(file)).root
  let pages: readonly {readonly page: ReportPage; readonly reports: readonly ReportView[]; readonly past: Past}[] = []
  let past: Past = {}
  let trended: ReturnType<typeof trends> = []
  let current: Report | null = null
  let good = false
  let story: HistoryReport | null = null
  const feed = (content: Report): readonly Output[] =>
    story === null
      ? []
      : [
          feedOutput(story.history, content, {
            root: new URL(address('/'), siteConfig.url).href,
            routeBasePath: options.routeBasePath,
            digest,
          }),
        ]
  const server = devServer(address(), () => (current === null ? [] : [...outputs(current, null, words), ...feed(current)]))
  const production = process.env.NODE_ENV === 'production'
  const onProblems: PluginOptions['onProblems'] = production ? options.onProblems : {errors: 'warn', warnings: 'log'}
  let addresses: Address[] = []
  /** Stands for the reports among the paths to watch: a plan may name others while it is written. */
  const mark = join(generatedFilesDir, 'docusaurus-plugin-action-plan', options.id, 'reports-changed')
  const follow = production ? null : following(mark)
  /** While writing, a plan that cannot be used leaves the last good numbers where they are, and says so. */
  const show = (made: Report, errors: readonly LiveError[]): Report => {
    if (current === null || errors.length === 0 || !good || production) {
      current = made
      good = errors.length === 0
    }
    if (!production) server.push({status: toStatus(current, null), good, errors})
    return current
  }

  return {
    name: 'docusaurus-plugin-action-plan',
    getThemePath: () => './theme',
    getTypeScriptThemePath: () => '../src/theme',
    getPathsToWatch: () => [file, mark],
    getDefaultCodeTranslationMessages: () => Promise.resolve(messagesFor(i18n.currentLocale)),
    getClientModules: () => ['./css/plan.css'],
    configurePostCss: layered,

    async loadContent() {
      const {text, parsed} = planOf(file)
      const now = runTime()
      const web = options.askUrls ? {fetch, timeoutMs: URL_TIMEOUT, now} : null
      const [inputs, evidence] = await Promise.all([gather(file, path, text), gatherEvidence(parsed.plan, path, project, web)])
      const {source} = inputs
      follow?.([
        ...options.reportPages.flatMap(({files}) => files.map((one) => join(project, one))),
        ...evidence.files.filter(({state}) => state !== 'refused').map((one) => join(project, one.path)),
      ])
      const made = reportOf(parsed, {...inputs, now, today: null, evidence})
      react(
        made.problems.map((one) => ({severity: one.severity, line: problemLine(path, one)})),
        onProblems,
      )
      const shown = show(made, errorsOf(made))
      if (shown !== made) return shown
      // What was pushed leaves before the long work begins.
      await immediate()
      pages = await Promise.all(
        options.reportPages.map(async (page) => {
          const files = (await gatherReports(project, page.files)).filter(({state}) => state !== 'missing')
          return {page, reports: reportViews(files), past: pastReports(await gatherReportsPast(project, files))}
        }),
      )
      const commits = await gatherPast(parsed.plan, path, project, evidence.files)
      past = pastReports(commits)
      trended = trends(parsed.plan, commits)
      story = await historyReport(
        pastOf(file),
        {
          parse: parsePlan,
          report: (old, today) => reportOf(old, {source, baseline: null, now: `${today}T12:00:00Z`, today, evidence: null}),
        },
        text,
        made,
      )
      const {history} = story
      return history.state === 'available' && history.added.length > 0
        ? show(withHistory(made, new Map(history.added)), errorsOf(made))
        : made
    },

    contentLoaded({content, actions}) {
      addresses = []
      const addRoute = (route: RouteConfig, option = 'routeBasePath'): void => {
        addresses.push({path: route.path, option})
        actions.addRoute(route)
      }
      const status = toStatus(content, null)
      const shown = toPage({...status, ledger: {...status.ledger, counted: []}})
      addRoute({
        path: progressPage,
        component: '@theme/PlanProgressPage',
        exact: true,
        props: {
          status: shown,
          evidence: evidenceTexts(words, shown),
          trends: trendViews(
            words,
            trended,
            status.metrics.map(({evidence}) => evidence?.unit ?? null),
          ),
          help: options.evidenceGuide,
          instance: options.id,
          lineUrl: options.lineUrl,
          rules: rulesFound(content),
        },
        metadata: {sourceFilePath: path},
      })
      addRoute({
        path: address(options.routeBasePath, 'tests'),
        component: '@theme/PlanTestsPage',
        exact: true,
        props: {
          about: {plan: content.title, page: progressPage},
          reports: reportViews(content.evidence?.files ?? []),
          past,
          help: options.evidenceGuide,
        },
      })
      for (const {page, reports, past: before} of pages)
        addRoute(
          {
            path: normalizeUrl([baseUrl, page.path]),
            component: '@theme/PlanTestsPage',
            exact: true,
            props: {about: {plan: null, title: page.title, about: page.about, empty: page.empty}, reports, past: before, help: null},
          },
          'reportPages',
        )
      addRoute({
        path: address(options.routeBasePath, 'timeline'),
        component: '@theme/PlanTimelinePage',
        exact: true,
        props: {status: timelineStatus(toPage(status)), axis: axis(content), against: baselineText(words, status), instance: options.id},
        metadata: {sourceFilePath: path},
      })
      addRoute({
        path: address(options.routeBasePath, 'badges'),
        component: '@theme/PlanBadgesPage',
        exact: true,
        props: {title: content.title, base: address('badges'), badges: badges(content, words), instance: options.id},
        metadata: {sourceFilePath: path},
      })
      if (options.portfolio !== null)
        addRoute({path: normalizeUrl([baseUrl, options.portfolio]), component: '@theme/PlanPortfolioPage', exact: true}, 'portfolio')
      if (story === null) return
      const {history} = story
      const baseline = baselineView(words, content, status)
      const told = historyView(words, history, content.statusDate, baseline?.planned ?? [])
      addRoute({
        path: address(options.routeBasePath, 'history'),
        component: '@theme/PlanHistoryPage',
        exact: true,
        props: {title: content.title, asOf: content.statusDate, past: told, baseline, instance: options.id},
        metadata: {sourceFilePath: path},
      })
      addRoute({
        path: address(options.routeBasePath, 'report'),
        component: '@theme/PlanReportPage',
        exact: true,
        props: {status: shown, periods: periodViews(words, story), against: baselineText(words, status), instance: options.id},
        metadata: {sourceFilePath: path},
      })
    },

    allContentLoaded({allContent, actions: {setGlobalData}}) {
      if (current === null) return
      const docs = docsOf(allContent['docusaurus-plugin-content-docs'])
      const others = (allContent['docusaurus-plugin-action-plan'] ?? {}) as Readonly<Record<string, Report | undefined>>
      const known = Object.entries(others).flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const]))
      const plans = {...Object.fromEntries(known), [options.id]: current}
      const read = (source: string): string | null => readText(join(siteDir, source.replace(/^@site\//, '')))
      const lines = [
        ...unknownItems({instance: options.id, plans, docs, read}),
        ...takenAddresses(addresses, pagesOf(allContent, docs)).map((line) => `plan "${options.id}" (${path}): ${line}`),
      ]
      react(
        lines.map((line) => ({severity: 'error', line})),
        onProblems,
      )
      setGlobalData({
        ...summaryOf(toStatus(current, null)),
        planPage: docs.find(({source}) => source === `@site/${path}`)?.permalink ?? null,
        priorities: current.priorities.map(({id}) => id),
        onErrors: onProblems.errors,
        guides: guides(docs, options.id, Object.keys(plans)),
        progressPage,
        statusUrl: address('status.json'),
        pollSeconds: options.pollSeconds,
        footer: options.footer,
      })
    },

    injectHtmlTags: ({content}) => ({
      headTags: [
        {tagName: 'script', innerHTML: dayScript(dayBounds(content.settings.timeZone, content.statusDate))},
        ...(story === null
          ? []
          : [
              {
                tagName: 'link',
                attributes: {
                  rel: 'alternate',
                  type: 'application/atom+xml',
                  title: words.say('build.feed.title', 'Changes of {title}', {title: content.title}),
                  href: address(options.routeBasePath, 'feed.xml'),
                },
              },
            ]),
      ],
    }),

    configureWebpack: (config, isServer) => (isServer ? {} : server.configure(config)),

    async postBuild({outDir, content}) {
      await writeFiles(join(outDir, root), [...outputs(content, await builtSite(outDir), words), ...feed(content)])
    },
  }
}

/** A plan as it is read; one that cannot be read has no tasks, and says why: an editor may be about to put it back. */
function planOf(file: string): {readonly text: string; readonly parsed: Parsed} {
  try {
    const {text, malformed} = readPlan(file)
    return {text, parsed: parsePlan(text, malformed)}
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const fix = 'put the file back, or correct the option "plan"'
    const found = problem('plan/unreadable', {line: 1, column: 1}, error.found ?? error.message, fix)
    return {text: '', parsed: {plan: parsePlan('').plan, problems: [found]}}
  }
}

function errorsOf({source, problems}: Report): readonly LiveError[] {
  return problems.flatMap(({severity, line, column, reason, fix}) =>
    severity === 'error' ? [{place: `${source.path}:${line}:${column}`, reason, fix}] : [],
  )
}
