import {join} from 'node:path'
import {setImmediate as immediate} from 'node:timers/promises'
import {UserError} from 'build-kit/user-error'
import {trends} from '../derive/evidence/trend.ts'
import {historyReport} from '../derive/history/periods.ts'
import {gatherPast, gatherReports, gatherReportsPast} from '../load/evidence.ts'
import {loadReport, readerOfPast, readParsed, type ReadPlan} from '../load/report.ts'
import type {Evidence} from '../model/evidence-file.ts'
import type {OtherAddress} from '../model/other-plans.ts'
import type {HistoryReport} from '../model/history.ts'
import type {Report, TrendPoint} from '../model/report.ts'
import type {ReportPage} from '../options.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {withHistory} from '../report.ts'
import {problem} from '../rules/problem.ts'
import {runTime} from '../source/clock.ts'
import {pastOf} from '../source/history.ts'
import {problemLine} from '../view/files/problems.ts'
import {pastReports, reportViews, type PastReport, type ReportView} from '../view/pages/tool-reports.ts'
import type {LastGood} from './last-good.ts'
import {loadOthers} from './others.ts'
import type {PlanSite} from './plan-site.ts'
import {react} from './react.ts'

/** Earlier revisions of tool reports, by their path. */
type Past = Readonly<Record<string, readonly PastReport[]>>

/** A page of reports that belong to no plan, with what it shows. */
export interface ReportPageContent {
  /** What the options say of it. */
  readonly page: ReportPage
  /** Its reports as they are now. */
  readonly reports: readonly ReportView[]
  /** The same at earlier commits. */
  readonly past: Past
}

/** All that is read of a plan for a build of its site. Docusaurus hands it from `loadContent` to the later lifecycles: they share nothing else. */
export interface SiteContent {
  /** The plan, judged. */
  readonly report: Report
  /** The earlier values of each metric. */
  readonly trends: readonly (readonly TrendPoint[])[]
  /** Earlier revisions of the plan's evidence. */
  readonly past: Past
  /** The pages of the option `reportPages`. */
  readonly reportPages: readonly ReportPageContent[]
  /** Plans of other sites: the option `plans`. */
  readonly others: readonly OtherAddress[]
  /** The plan's past; null while it is being read for the first time. */
  readonly history: HistoryReport | null
}

/** Reads everything. `follow` hears which files to watch; null outside the development server. */
export async function loadContent(
  site: PlanSite,
  last: LastGood,
  follow: ((files: readonly string[]) => void) | null,
): Promise<SiteContent> {
  const {options, file, path, project} = site
  const planPast = pastOf(file)
  const read = readOrProblem(file)
  const {report, evidence} = await loadReport(read, {
    past: planPast,
    path,
    root: project,
    now: runTime(),
    today: null,
    askUrls: options.askUrls,
  })
  follow?.(watched(site, evidence))
  react(
    report.problems.map((one) => ({severity: one.severity, line: problemLine(path, one)})),
    site.onProblems,
  )
  const taken = last.take(report)
  if (taken.report !== report) return taken
  // What was pushed leaves before the long work begins.
  await immediate()
  const others = await loadOthers(site)
  const reportPages = await Promise.all(options.reportPages.map((page) => reportPage(project, page)))
  const commits = await gatherPast(read.parsed.plan, path, project, evidence.files)
  const history = await historyReport(planPast, readerOfPast(report.source), read.text, report)
  const whole: SiteContent = {
    report: withHistory(report, history.history),
    trends: trends(read.parsed.plan, commits),
    past: pastReports(commits),
    reportPages,
    others,
    history,
  }
  last.complete(taken, whole)
  return whole
}

/** A plan as it is read; one that cannot be read has no tasks, and says why: an editor may be about to put it back. */
function readOrProblem(file: string): ReadPlan {
  try {
    return readParsed(file)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const found = problem('plan/unreadable', {line: 1, column: 1}, {found: error.found ?? error.message})
    return {text: '', parsed: {plan: parsePlan('').plan, problems: [found]}}
  }
}

/** The files of reports: those of the option `reportPages`, and those that the plan names now. */
function watched({options, project}: PlanSite, {files}: Evidence): readonly string[] {
  const named = [
    ...options.reportPages.flatMap((page) => page.files),
    ...files.filter(({state}) => state !== 'refused').map((one) => one.path),
  ]
  return named.map((one) => join(project, one))
}

async function reportPage(project: string, page: ReportPage): Promise<ReportPageContent> {
  const files = (await gatherReports(project, page.files)).filter(({state}) => state !== 'missing')
  return {page, reports: reportViews(files), past: pastReports(await gatherReportsPast(project, files))}
}
