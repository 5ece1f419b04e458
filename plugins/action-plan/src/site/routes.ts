import type {RouteConfig} from '@docusaurus/types'
import type {HistoryReport} from '../model/history.ts'
import {rulesFound} from '../rules/rules.ts'
import type {PageStatus} from '../model/page.ts'
import {badges} from '../view/files/badge.ts'
import {toPage, toStatus} from '../view/files/status.ts'
import {periodViews} from '../view/pages/changes.ts'
import {historyView} from '../view/pages/history.ts'
import {isLarge, withoutTasks} from '../view/pages/large.ts'
import {problemCounts} from '../view/pages/problem-counts.ts'
import {reportViews} from '../view/pages/tool-reports.ts'
import {axis} from '../view/timeline/axis.ts'
import {timelineStatus} from '../view/timeline/timeline.ts'
import {trendViews} from '../view/pages/trends.ts'
import {baselineText, baselineView} from '../view/words/baseline.ts'
import {progressTexts} from '../view/pages/cause-texts.ts'
import type {Address} from './check.ts'
import type {SiteContent} from './content.ts'
import type {PlanSite} from './plan-site.ts'

/** A page of the plan: its address, the option that chose the address, and what draws it. */
interface Page extends Address {
  readonly component: string
  /** What the page shows, computed when the route is made: of the status, and of the same without the places of its tasks. */
  readonly props?: (status: PageStatus, short: PageStatus) => Record<string, unknown>
  /** Whether it is made of the plan's file, so that "last updated" is that of the plan. */
  readonly ofPlan?: true
}

/** Every page of a plan. To add one: its component in theme/, and a row here. */
// eslint-disable-next-line max-lines-per-function -- a table of pages
function pages(
  {options, address, siteAddress, words}: PlanSite,
  {report, trends, past, reportPages, others, history}: SiteContent,
): readonly Page[] {
  const {id: instance, routeBasePath, evidenceGuide: help, forecastGuide: guide, lineUrl, portfolio, pollSeconds} = options
  const {title, statusDate: asOf} = report
  const items = new Set(report.sections.flatMap((section) => section.items.map(({item}) => item.id)))
  const page = (name: string): Address => ({path: address(routeBasePath, name), option: 'routeBasePath'})
  return [
    {
      ...page(''),
      component: '@theme/PlanProgressPage',
      props: (_, status) => ({
        status: {...(isLarge(status) ? withoutTasks(status) : status), problems: []},
        texts: progressTexts(words, status),
        trends: trendViews(
          words,
          trends,
          report.metrics.map(({evidence}) => evidence?.unit ?? null),
        ),
        help,
        instance,
        lineUrl,
        large: isLarge(status),
        found: problemCounts(report.problems),
      }),
      ofPlan: true,
    },
    {
      ...page('problems'),
      component: '@theme/PlanProblemsPage',
      props: (status) => ({title, problems: status.problems, rules: rulesFound(report), instance}),
      ofPlan: true,
    },
    {
      ...page('tests'),
      component: '@theme/PlanTestsPage',
      props: () => ({
        about: {plan: title, page: address(routeBasePath), instance},
        reports: reportViews(report.evidence?.files ?? []),
        past,
        help,
      }),
    },
    ...reportPages.map(({page: {path, title, about, empty, more = null}, reports, past}): Page => ({
      path: siteAddress(path),
      option: 'reportPages',
      component: '@theme/PlanTestsPage',
      props: () => ({about: {plan: null, title, about, empty, more}, reports, past, help: null}),
    })),
    {
      ...page('timeline'),
      component: '@theme/PlanTimelinePage',
      props: (status) => ({
        status: timelineStatus(status),
        axis: axis(report),
        against: baselineText(words, status),
        instance,
      }),
      ofPlan: true,
    },
    {
      ...page('badges'),
      component: '@theme/PlanBadgesPage',
      props: () => ({title, base: address('badges'), badges: badges(report, words), instance}),
      ofPlan: true,
    },
    ...(portfolio === null
      ? []
      : [
          {
            path: siteAddress(portfolio),
            option: 'portfolio',
            component: '@theme/PlanPortfolioPage',
            props: () => ({others, pollSeconds}),
          },
        ]),
    ...(history === null ? [] : pagesOfHistory(history)),
  ]

  function pagesOfHistory(told: HistoryReport): readonly Page[] {
    return [
      {
        ...page('history'),
        component: '@theme/PlanHistoryPage',
        props: (status) => {
          const baseline = baselineView(words, report, status)
          const past = historyView(words, told.history, {asOf, end: report.end, planned: baseline?.planned ?? [], items})
          return {title, asOf, past, baseline, guide, instance}
        },
        ofPlan: true,
      },
      {
        ...page('report'),
        component: '@theme/PlanReportPage',
        props: (_, status) => ({status, periods: periodViews(words, told, items), against: baselineText(words, status), instance}),
        ofPlan: true,
      },
    ]
  }
}

/** The routes of a plan's pages, as Docusaurus takes them. */
export function routes(site: PlanSite, content: SiteContent): readonly RouteConfig[] {
  const status = toPage(toStatus(content.report, null))
  const short: PageStatus = {...status, ledger: {...status.ledger, counted: []}}
  return pages(site, content).map(({path, component, props, ofPlan}) => ({
    path,
    component,
    exact: true,
    ...(props === undefined ? {} : {props: props(status, short)}),
    ...(ofPlan === undefined ? {} : {metadata: {sourceFilePath: site.path}}),
  }))
}

/** The addresses of a plan's pages, each with the option that chose it. */
export function addresses(site: PlanSite, content: SiteContent): readonly Address[] {
  return pages(site, content).map(({path, option}) => ({path, option}))
}
