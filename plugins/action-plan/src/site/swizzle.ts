import type {SwizzleConfig} from '@docusaurus/types'

interface Component {
  /** Whether a site may keep a copy: `unsafe` ones change their inside from version to version. Wrapping is safe for all that can be wrapped. */
  readonly eject: 'safe' | 'unsafe'
  readonly is: string
}

/** Every component of the theme, by its name. Names are public. */
export const COMPONENTS: Readonly<Record<string, Component>> = {
  PlanStatus: {eject: 'safe', is: 'how an item or a section stands, in a text'},
  PlanBar: {eject: 'safe', is: 'the bar of a done share'},
  PlanHealth: {eject: 'safe', is: 'a health as sign and word'},
  PlanMetricState: {eject: 'safe', is: 'the state of a metric as sign and word'},
  PlanSummary: {eject: 'safe', is: 'a whole plan in one glance'},
  PlanTable: {eject: 'safe', is: 'parts of a plan beside each other'},
  PlanTally: {eject: 'safe', is: 'how many items are late, at risk and so on'},
  PlanAttention: {eject: 'safe', is: 'what is late or at risk, with the reasons'},
  PlanOverview: {eject: 'safe', is: 'where a plan stands and what comes next, for a home page'},
  PlanPortfolio: {eject: 'safe', is: 'several plans beside each other'},
  PlanProvenance: {eject: 'unsafe', is: 'which commit the numbers are from, and whether that is still so'},
  PlanProblems: {eject: 'unsafe', is: 'what a plan contradicts itself in'},
  PlanAsBuilt: {eject: 'unsafe', is: 'that a history is older than the numbers'},
  PlanLive: {eject: 'unsafe', is: 'what an open page says of newer numbers and newer sites'},
  PlanTask: {eject: 'unsafe', is: 'a task on a page: its box with a name, and its address'},
  PlanBanner: {eject: 'safe', is: 'the banner of a guide that names items'},
  PlanHeading: {eject: 'safe', is: 'a heading of a plan, with a badge beside it'},
  PlanHead: {eject: 'unsafe', is: 'the day of the numbers and the feed, in the head of a page'},
  PlanLayout: {eject: 'unsafe', is: 'the frame of every page of a plan'},
  PlanItem: {eject: 'unsafe', is: 'an item that opens to its tasks'},
  PlanItems: {eject: 'unsafe', is: 'all items in one table, with sections that fold'},
  PlanFilter: {eject: 'unsafe', is: 'what narrows the items of the progress page'},
  PlanClaims: {eject: 'unsafe', is: 'what is ticked beside what evidence shows'},
  PlanMetrics: {eject: 'unsafe', is: 'the success metrics with their targets and what shows them'},
  PlanReports: {eject: 'unsafe', is: 'what tools reported: tests, coverage, findings'},
  PlanTestResults: {eject: 'unsafe', is: 'what ran, what failed and what takes long'},
  PlanCoverage: {eject: 'unsafe', is: 'how much is covered, as a whole and by folder'},
  PlanFindings: {eject: 'unsafe', is: 'what a scanner or a linter found'},
  PlanReportTable: {eject: 'unsafe', is: 'a table of a report'},
  PlanBurnUp: {eject: 'unsafe', is: 'the chart of scope and done over time'},
  PlanHistoryChanges: {eject: 'unsafe', is: 'what each day changed'},
  PlanFoldedTable: {eject: 'unsafe', is: 'a table that is folded when it is long'},
  PlanTimelineSmall: {eject: 'unsafe', is: 'the phases in one glance'},
  PlanTimeline: {eject: 'unsafe', is: 'the drawing of a timeline'},
  PlanTimelineBar: {eject: 'unsafe', is: 'one bar of the timeline, with what it says to those who hear it'},
  PlanTimelineList: {eject: 'unsafe', is: 'the timeline of a phone: a list with small bars'},
  PlanTimelineDetails: {eject: 'unsafe', is: 'all about the item that is chosen in the drawing'},
  PlanTimelineTable: {eject: 'unsafe', is: 'the timeline in words'},
  PlanTimelineControls: {eject: 'unsafe', is: 'what the timeline shows, to choose from'},
  PlanTimelinePhases: {eject: 'unsafe', is: 'the phases in words'},
  PlanProgressPage: {eject: 'unsafe', is: 'the page of all items'},
  PlanProblemsPage: {eject: 'unsafe', is: 'the page of the problems of a plan'},
  PlanTimelinePage: {eject: 'unsafe', is: 'the page of the timeline'},
  PlanHistoryPage: {eject: 'unsafe', is: 'the page of burn-up, forecast and changes'},
  PlanReportPage: {eject: 'unsafe', is: 'the page for a review'},
  PlanBadgesPage: {eject: 'unsafe', is: 'the page of all badges'},
  PlanPortfolioPage: {eject: 'unsafe', is: 'the page of all plans'},
  PlanTestsPage: {eject: 'unsafe', is: 'a page of reports'},
}
/** What `docusaurus swizzle` offers. */
export function getSwizzleConfig(): SwizzleConfig {
  const components = Object.entries(COMPONENTS).map(([name, {eject, is}]) => [
    name,
    {actions: {eject, wrap: 'safe' as const}, description: is},
  ])
  return {components: Object.fromEntries(components) as SwizzleConfig['components']}
}
