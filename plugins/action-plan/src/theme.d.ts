/// <reference types="@docusaurus/module-type-aliases" />
/// <reference types="@docusaurus/theme-classic" />

declare module '@theme/PlanBar' {
  export interface Props {
    /** Ticked tasks. */
    readonly done: number
    /** Tasks in scope; 0 draws an empty bar. */
    readonly tasks: number
  }
  /** A bar of the done share. The numbers stand beside it in words, so it is hidden from screen readers. */
  export default function PlanBar(props: Props): React.ReactNode
}
declare module '@theme/PlanHealth' {
  export interface Props {
    /** One of the healths of `status.json`. */
    readonly health: import('./model/health.ts').Health
    /** Another word beside the sign; absent: that of the health. */
    readonly word?: string
  }
  /** A health as sign and word. */
  export default function PlanHealth(props: Props): React.ReactNode
}
declare module '@theme/PlanMetricState' {
  export interface Props {
    /** One of the states of a metric in `status.json`. */
    readonly state: import('./model/report.ts').MetricState
  }
  /** The state of a metric as sign and word. */
  export default function PlanMetricState(props: Props): React.ReactNode
}
declare module '@theme/PlanStatus' {
  export interface Props {
    /** An item's id, such as "2.1"; or a section's. */
    readonly item: string
    /** The id of the plugin instance; left out, the default one. */
    readonly plan?: string
  }
  /** An item's fraction and health in a text, linked to the progress page. */
  export default function PlanStatus(props: Props): React.ReactNode
}
declare module '@theme/PlanTask' {
  export interface Props {
    /** The id of the task's line on its page, such as "line-12". */
    readonly anchor: string
    /** What its box says; without it there is an anchor and nothing to see. */
    readonly mark?: import('./model/mark.ts').Mark
    /** What stands in its box, where GitHub Flavored Markdown knows no such box. */
    readonly sign?: string | undefined
    /** The text of the task. */
    readonly children?: React.ReactNode
  }
  /** A task in a page: its box with a name, and an address. Pages get it from the remark plugin. */
  export default function PlanTask(props: Props): React.ReactNode
}
declare module '@theme/PlanItem' {
  export interface Props {
    /** As in `status.json`. */
    readonly item: import('./model/page.ts').PageStatusItem
    /** Address of the page of the plan; null when the site has none. */
    readonly planPage: string | null
    /** Null when it is in no phase. */
    readonly phaseTitle: string | null
    /** Its numbers have just changed. */
    readonly changed?: boolean
    /** Pages that serve the item. */
    readonly guides: readonly import('./model/global.ts').Guide[]
    /** Shows its tasks without being asked. */
    readonly open?: boolean
    /** Short names of the items, by their ids: what an item depends on is shown by them. */
    readonly names?: Readonly<Record<string, string>>
    /** Address of a line of the plan's source; absent: no such links. */
    readonly sourceOf?: ((line: number) => string) | undefined
    /** Address of the page that shows when it is; absent: no such link. */
    readonly timelinePage?: string
    /** On the page of a large plan: called when somebody opens the item, whose tasks are then loaded. */
    readonly load?: (() => void) | undefined
  }
  /** An item that opens to its tasks. */
  export default function PlanItem(props: Props): React.ReactNode
}
declare module '@theme/PlanItems' {
  export interface Props {
    /** Address of the page of the plan; null when the site has none. */
    readonly planPage: string | null
    /** Address of the page that shows when items are. */
    readonly timelinePage: string
    /** Address of a line of the plan's source; undefined: no such links. */
    readonly sourceOf: ((line: number) => string) | undefined
    /** On the page of a large plan: called when somebody opens an item, whose tasks are then loaded. */
    readonly load: (() => void) | undefined
    /** As in `status.json`. */
    readonly status: import('./model/page.ts').PageStatus
    /** The sections with the items that are shown. */
    readonly sections: import('./model/page.ts').PageStatus['sections']
    /** What is chosen, and in which order. */
    readonly filter: import('./view/pages/filter.ts').Filter
    /** Called with what is chosen from now on. */
    readonly choose: (filter: import('./view/pages/filter.ts').Filter) => void
    /** What has just changed: `item 2.1`. */
    readonly changed: ReadonlySet<string>
    /** Pages that serve items, by the item's id. */
    readonly guides: Readonly<Record<string, readonly import('./model/global.ts').Guide[]>>
  }
  /** All items in one table: sections that fold, or one list in another order. */
  export default function PlanItems(props: Props): React.ReactNode
}
declare module '@theme/PlanSummary' {
  export interface Props {
    /** As in `status.json`. */
    readonly totals: import('./model/page.ts').PageStatus['totals']
    /** How the whole stands, with its forecast; as in `status.json`. */
    readonly verdict: import('./model/verdict.ts').Verdict
    /** All items: how many are late, at risk and so on. */
    readonly items: import('@theme/PlanTally').Props['items']
    /** When the last item ends, as planned (ISO 8601); null where that is not known. */
    readonly end: string | null
    /** When all is done as forecast; null when the history was not read. */
    readonly forecast: import('./model/page.ts').PageStatus['forecast']
    /** Address of the progress page. */
    readonly page: string
    /** Where the changes of the week are told; left out, the report. */
    readonly changes?: string
    /** As `PlanTally` has it. */
    readonly chosen?: import('@theme/PlanTally').Props['chosen']
    /** As `PlanTally` has it. */
    readonly choose?: import('@theme/PlanTally').Props['choose']
    /** The numbers have just changed. */
    readonly changed?: boolean
  }
  /** The whole plan in one glance: the verdict, and how much is done, when it ends and how its items stand. */
  export default function PlanSummary(props: Props): React.ReactNode
}
declare module '@theme/PlanTable' {
  /** A part of the plan. */
  export interface Row {
    /** Unique among the rows. */
    readonly id: string
    /** The head of the row. */
    readonly title: React.ReactNode
    /** Beside the title, smaller. */
    readonly note?: string
    /** Ticked tasks. */
    readonly done: number
    /** Tasks in scope. */
    readonly tasks: number
    /** Floored; null when there are no tasks. */
    readonly percent: number | null
    /** Items done of items; a column of its own when a row has it. */
    readonly items?: string
    /** In words; a column of its own when a row has it. */
    readonly deadline?: string
    /** How it stands. */
    readonly health: import('./model/health.ts').Health
    /** Why: a code with its facts. */
    readonly cause: import('./model/cause.ts').GroupCause
  }
  export interface Props {
    /** What the rows are: head of the first column. */
    readonly name: string
    /** For those who hear it. */
    readonly label: string
    /** In their order. */
    readonly rows: readonly Row[]
  }
  /** Parts of the plan beside each other: bars on one scale, numbers in columns. */
  export default function PlanTable(props: Props): React.ReactNode
}
declare module '@theme/PlanTally' {
  export interface Props {
    /** What is counted. */
    readonly items: readonly {
      /** As it is judged today. */
      readonly health: import('./model/health.ts').Health
    }[]
    /** Address of the progress page. */
    readonly page: string
    /** What is shown now. */
    readonly chosen?: import('./model/health.ts').Health | 'all'
    /** On the progress page itself: filters in place. */
    readonly choose?: (health: import('./model/health.ts').Health | 'all') => void
  }
  /** How many items are late, at risk and so on; each leads to them. */
  export default function PlanTally(props: Props): React.ReactNode
}
declare module '@theme/PlanAttention' {
  export interface Props {
    /** Those that may be late or at risk; others are left out. */
    readonly items: readonly {
      /** The plan's own number, else a slug. */
      readonly id: string
      /** The plan's own number; null where it has none. */
      readonly number: string | null
      /** Plain text. */
      readonly title: string
      /** How it stands. */
      readonly health: import('./model/health.ts').Health
      /** Why: a code with its facts. */
      readonly cause: import('./model/cause.ts').GroupCause
      /** Null when it has none. */
      readonly priority: string | null
      /** Calendar days after the day that decides; null when it is not late. */
      readonly lateDays: number | null
      /** Without `@`. */
      readonly owners: readonly string[]
      /** Ticked tasks. */
      readonly done: number
      /** Tasks in scope. */
      readonly tasks: number
    }[]
    /** Ids of the priorities, the most urgent first. */
    readonly priorities: readonly (string | null)[]
    /** Address of the progress page. */
    readonly page: string
    /** How many are listed; the others are a link. */
    readonly most?: number
  }
  /** What is late or at risk by priority, then by how late it is, with owners and reasons. */
  export default function PlanAttention(props: Props): React.ReactNode
}
declare module '@theme/PlanFilter' {
  export interface Props {
    /** What is chosen. */
    readonly filter: import('./view/pages/filter.ts').Filter
    /** Called with what is chosen from now on. */
    readonly choose: (filter: import('./view/pages/filter.ts').Filter) => void
    /** Fields to choose by, each with what there is to choose from. */
    readonly choices: readonly import('./view/pages/filter.ts').FieldChoice[]
    /** Items that are shown. */
    readonly shown: number
    /** Items of the plan. */
    readonly items: number
  }
  /** Narrows the items of the progress page. */
  export default function PlanFilter(props: Props): React.ReactNode
}
declare module '@theme/PlanOverview' {
  export interface Props {
    /** The id of the plugin instance; left out, the default one. */
    readonly plan?: string
    /** What a site says below it, such as links to its guides. */
    readonly children?: React.ReactNode
  }
  /** Where the plan stands and what comes next, for a home page. */
  export default function PlanOverview(props: Props): React.ReactNode
}
declare module '@theme/PlanProvenance' {
  export interface Props {
    /** As in `status.json`. */
    readonly source: import('./model/page.ts').PageStatus['source']
    /** The day that health is judged on, ISO date. */
    readonly asOf: string
    /** The id of the plugin instance; left out, the default one. */
    readonly instance?: string | undefined
  }
  /** Which commit the numbers are from, when, and whether that is still so. */
  export default function PlanProvenance(props: Props): React.ReactNode
}
declare module '@theme/PlanProblems' {
  export interface Props {
    /** As in `status.json`. */
    readonly problems: import('./model/page.ts').PageStatus['problems']
    /** The plan's file, for the places. */
    readonly path: string
    /** What each rule finds, by its id; a rule that is missing is shown by its id alone. */
    readonly rules: Readonly<Record<string, string>>
  }
  /** What the plan contradicts itself in, by rule. */
  export default function PlanProblems(props: Props): React.ReactNode
}
declare module '@theme/PlanMetrics' {
  export interface Props {
    /** As in `status.json`. */
    readonly metrics: import('./model/page.ts').PageStatus['metrics']
    /** Of each metric, the values at the revisions of its report; empty where there are none. */
    readonly trends: readonly (readonly import('./view/pages/trends.ts').TrendView[])[]
    /** The address of the page that shows the reports. */
    readonly testsPage: string
    /** IANA name of the plan's time zone: days are those of it. */
    readonly timeZone: string
    /** The address of a page that tells how evidence is connected; null when there is none. */
    readonly help: string | null
  }
  /** The Success Metrics: state, value, target, and what shows it. */
  export default function PlanMetrics(props: Props): React.ReactNode
}
declare module '@theme/PlanClaims' {
  export interface Props {
    /** As in `status.json`. */
    readonly sections: import('./model/page.ts').PageStatus['sections']
  }
  /** What is claimed and what is evidenced, by section. */
  export default function PlanClaims(props: Props): React.ReactNode
}
declare module '@theme/PlanReports' {
  export interface Props {
    /** Reports of tools, cut to what a page shows. */
    readonly reports: readonly import('./view/pages/tool-reports.ts').ReportView[]
    /** What each report said at its commits, newest first, by its path. */
    readonly past: Readonly<Record<string, readonly import('./view/pages/tool-reports.ts').PastReport[]>>
  }
  /** Test results, coverage and findings as tables. Everything that a report says is shown as text. */
  export default function PlanReports(props: Props): React.ReactNode
}
declare module '@theme/PlanTestResults' {
  export interface Props {
    /** A JUnit report, cut to what a page shows. */
    readonly report: Extract<import('./view/pages/tool-reports.ts').ReportView, {readonly kind: 'tests'}>
  }
  /** What ran, what failed and what takes long. */
  export default function PlanTestResults(props: Props): React.ReactNode
}
declare module '@theme/PlanCoverage' {
  export interface Props {
    /** A coverage report, cut to what a page shows. */
    readonly report: Extract<import('./view/pages/tool-reports.ts').ReportView, {readonly kind: 'coverage'}>
  }
  /** How much is covered, as a whole and by folder. */
  export default function PlanCoverage(props: Props): React.ReactNode
}
declare module '@theme/PlanFindings' {
  export interface Props {
    /** The report of a scanner or a linter, cut to what a page shows. */
    readonly report: Extract<import('./view/pages/tool-reports.ts').ReportView, {readonly kind: 'findings'}>
  }
  /** What was found, the worst first. */
  export default function PlanFindings(props: Props): React.ReactNode
}
declare module '@theme/PlanReportTable' {
  export interface Props {
    /** What the table shows, for readers who cannot see it. */
    readonly label: string
    /** The names of its columns. */
    readonly heads: readonly string[]
    /** What its rows are of: below it stands how many more there are; null when they are all. */
    readonly list: import('./view/pages/tool-reports.ts').ListOf<unknown> | null
    /** Its rows. */
    readonly children: React.ReactNode
  }
  /** A table of a report, which scrolls by itself where it is wider than the page. */
  export default function PlanReportTable(props: Props): React.ReactNode
}
declare module '@theme/PlanTestsPage' {
  export interface Props {
    /** What it is about: the evidence of a plan, with the address of its progress; or reports of their own, with what the page says of them. */
    readonly about:
      | {
          /** The plan's title. */
          readonly plan: string
          /** The address of its progress. */
          readonly page: string
          /** The id of the plugin instance. */
          readonly instance: string
        }
      | {
          /** Reports that belong to no plan. */
          readonly plan: null
          /** The page's heading. */
          readonly title: string
          /** What its reports are about, in a sentence. */
          readonly about: string
          /** What to do when there is no report. */
          readonly empty: string
          /** A page that says more, and the words of the link to it; null when there is none. */
          readonly more: {readonly title: string; readonly to: string} | null
        }
    /** Reports of tools, cut to what a page shows. */
    readonly reports: readonly import('./view/pages/tool-reports.ts').ReportView[]
    /** What each report said at its commits, newest first, by its path. */
    readonly past: Readonly<Record<string, readonly import('./view/pages/tool-reports.ts').PastReport[]>>
    /** The address of a page that tells how evidence is connected; null when there is none. */
    readonly help: string | null
  }
  /** Reports on a page of their own. */
  export default function PlanTestsPage(props: Props): React.ReactNode
}
declare module '@theme/PlanProgressPage' {
  export interface Props {
    /** As in `status.json`. */
    readonly status: import('./model/page.ts').PageStatus
    /** Sentences by causes as JSON: what the evidence says, and why items are in their phases. */
    readonly texts: import('./view/pages/cause-texts.ts').SentenceByCause
    /** As `PlanMetrics` has them. */
    readonly trends: import('@theme/PlanMetrics').Props['trends']
    /** As `PlanMetrics` has it. */
    readonly help: string | null
    /** The id of the plugin instance. */
    readonly instance: string
    /** Where a line of the plan can be read, with `{line}` in it; null when the site names no such address. */
    readonly lineUrl: string | null
    /** The plan is too long for one page: its tasks are loaded when somebody wants to see them. */
    readonly large: boolean
    /** How many problems the plan has. */
    readonly found: {
      /** After which the numbers cannot be trusted. */
      readonly errors: number
      /** To be fixed. */
      readonly warnings: number
      /** For the author of the plan. */
      readonly notes: number
      /** The first errors. */
      readonly first: readonly {
        /** From 1. */
        readonly line: number
        /** From 1. */
        readonly column: number
        /** What was found and what was expected. */
        readonly reason: string
        /** How it is fixed. */
        readonly fix: string
      }[]
    }
  }
  /** The page for those who ask how it is going. */
  export default function PlanProgressPage(props: Props): React.ReactNode
}
declare module '@theme/PlanProblemsPage' {
  export interface Props {
    /** The plan's title. */
    readonly title: string
    /** As in `status.json`. */
    readonly problems: import('./model/page.ts').PageStatus['problems']
    /** As `PlanProblems` has them. */
    readonly rules: import('@theme/PlanProblems').Props['rules']
    /** The id of the plugin instance. */
    readonly instance: string
  }
  /** What the plan contradicts itself in, on a page of its own. */
  export default function PlanProblemsPage(props: Props): React.ReactNode
}
declare module '@theme/PlanTimeline' {
  export interface Props {
    /** Where everything stands. */
    readonly drawing: import('./view/timeline/timeline.ts').Timeline
    /** The ticks of each zoom level. */
    readonly axis: import('./view/timeline/axis.ts').Axis
    /** Titles by id. */
    readonly phases: Readonly<Record<string, string>>
    /** Short names of the items, by their ids: what an item depends on is shown by them. */
    readonly names: Readonly<Record<string, string>>
    /** Address of the progress page; null draws no links. */
    readonly progressPage: string | null
    /** Whether items depend on each other; where none does, float is but the way to the plan's end and is not shown. */
    readonly linked: boolean
    /** Shows more (1) or less (-1) of time, or all of it (0). */
    readonly zoom: (step: number) => void
  }
  /** The drawing of a timeline, with what stands behind each bar. */
  export default function PlanTimeline(props: Props): React.ReactNode
}
declare module '@theme/PlanTimelineList' {
  export interface Props {
    /** Rows and bars as numbers. */
    readonly drawing: import('./view/timeline/timeline.ts').Timeline
    /** Address of the progress page; null draws no links. */
    readonly progressPage: string | null
  }
  /** The timeline of a narrow window: a list with small bars. */
  export default function PlanTimelineList(props: Props): React.ReactNode
}
declare module '@theme/PlanTimelineBar' {
  export interface Props {
    /** Names the bar among those of the drawing. */
    readonly id: string
    /** Its place in the order of rows, from 0. */
    readonly row: number
    /** The top of its row, in pixels, as all that follows. */
    readonly y: number
    /** Whether the item has a place in time; without one only what it says is there. */
    readonly placed: boolean
    /** Its left end. */
    readonly x: number
    /** 0 draws a diamond: a start without an end. */
    readonly width: number
    /** How much of the width is done. */
    readonly filled: number
    /** Whether the item is on the critical path. */
    readonly critical: boolean
    /** Where its due date is; null without one. */
    readonly due: number | null
    /** How far it reaches beyond its end, up to today; 0 for what is not late. */
    readonly overdue: number
    /** Where the baseline has it. */
    readonly plannedX: number
    /** Its width there; negative when there is no baseline. */
    readonly plannedWidth: number
    /** Where what is left of it is projected. */
    readonly projectedX: number
    /** Its width there; 0 when it ends no later than planned. */
    readonly projectedWidth: number
    /** As in `status.json`. */
    readonly health: import('./model/health.ts').Health
    /** What it says to those who hear it. */
    readonly label: string
    /** Whether the Tab key leads to it; arrow keys lead to the others. */
    readonly entry: boolean
    /** Whether its details are shown. */
    readonly shown: boolean
  }
  /** One bar of the timeline, with what it says to those who hear it. */
  export default function PlanTimelineBar(props: Props): React.ReactNode
}
declare module '@theme/PlanTimelineDetails' {
  export interface Props {
    /** As in `status.json`; null when none is chosen: says how one is. */
    readonly item: import('./model/page.ts').PageStatusItem | null
    /** Gives the dates of working days. */
    readonly axis: import('./view/timeline/axis.ts').Axis
    /** Titles by id. */
    readonly phases: Readonly<Record<string, string>>
    /** Short names of the items, by their ids: what an item depends on is shown by them. */
    readonly names: Readonly<Record<string, string>>
    /** Address of the progress page; null draws no link. */
    readonly progressPage: string | null
    /** Whether the plan is held against a baseline. */
    readonly baseline: boolean
    /** Whether items depend on each other; where none does, float is but the way to the plan's end. */
    readonly linked: boolean
  }
  /** All about the item that is chosen in the drawing. */
  export default function PlanTimelineDetails(props: Props): React.ReactNode
}
declare module '@theme/PlanTimelineTable' {
  export interface Props {
    /** What the drawing shows, in the same order. */
    readonly groups: readonly import('./view/timeline/groups.ts').Group[]
    /** What they are groups of; the column that says the same is left out. */
    readonly grouping: import('./view/timeline/timeline.ts').GroupingId
    /** Gives the dates of working days. */
    readonly axis: import('./view/timeline/axis.ts').Axis
    /** Titles by id. */
    readonly phases: Readonly<Record<string, string>>
    /** Short names of the items, by their ids: what an item depends on is shown by them. */
    readonly names: Readonly<Record<string, string>>
    /** Address of the progress page; null writes no links. */
    readonly progressPage: string | null
    /** Whether the plan is held against a baseline. */
    readonly baseline: boolean
    /** Whether items depend on each other; where none does, float is but the way to the plan's end and is not shown. */
    readonly linked: boolean
  }
  /** The timeline in words. */
  export default function PlanTimelineTable(props: Props): React.ReactNode
}
declare module '@theme/PlanTimelineSmall' {
  export interface Props {
    /** In the order of the schedule. */
    readonly phases: readonly import('./model/global.ts').PhaseWindow[]
    /** The items in them, by their id. */
    readonly items: readonly {readonly id: string; readonly done: number; readonly tasks: number}[]
    /** ISO date. */
    readonly today: string
    /** The address of the whole timeline. */
    readonly timelinePage: string
  }
  /** The phases in one glance. */
  export default function PlanTimelineSmall(props: Props): React.ReactNode
}
declare module '@theme/PlanTimelineControls' {
  export interface Props {
    /** What is chosen. */
    readonly choice: import('./view/timeline/timeline.ts').Choice
    /** Called with what is chosen from now on. */
    readonly choose: (choice: import('./view/timeline/timeline.ts').Choice) => void
    /** Those to choose from, finest first; fewer than two are not offered. */
    readonly zooms: readonly {readonly id: import('./view/timeline/axis.ts').ZoomId}[]
    /** Items that are shown. */
    readonly shown: number
    /** Items of the plan. */
    readonly items: number
  }
  /** Grouping, health, words and zoom of the timeline. */
  export default function PlanTimelineControls(props: Props): React.ReactNode
}
declare module '@theme/PlanTimelinePhases' {
  export interface Props {
    /** As in `status.json`. */
    readonly phases: import('./model/page.ts').PageStatus['phases']
    /** Whether the plan is held against a baseline: a column of its own. */
    readonly baseline: boolean
  }
  /** The phases with their days, the work in them and who it takes, as a table. */
  export default function PlanTimelinePhases(props: Props): React.ReactNode
}
declare module '@theme/PlanTimelinePage' {
  export interface Props {
    /** The plan held against its baseline, in words; null without one. */
    readonly against: string | null
    /** As in `status.json`. */
    readonly status: import('./model/page.ts').PageStatus
    /** The ticks of each zoom level. */
    readonly axis: import('./view/timeline/axis.ts').Axis
    /** The id of the plugin instance. */
    readonly instance: string
  }
  /** The page of the timeline: drawing, table, filters, zoom. */
  export default function PlanTimelinePage(props: Props): React.ReactNode
}
declare module '@theme/PlanBadgesPage' {
  export interface Props {
    /** The plan's first heading. */
    readonly title: string
    /** Address of the folder of the badges. */
    readonly base: string
    /** In the order of the plan. */
    readonly badges: readonly import('./view/files/badge.ts').Badge[]
    /** The id of the plugin instance. */
    readonly instance: string
  }
  /** Every badge with its snippet. */
  export default function PlanBadgesPage(props: Props): React.ReactNode
}
declare module '@theme/PlanAsBuilt' {
  export interface Props {
    /** The id of the plugin instance. */
    readonly instance: string
  }
  /** Says that a page's history is older than its numbers; nothing when it is not. */
  export default function PlanAsBuilt(props: Props): React.ReactNode
}
declare module '@theme/PlanLive' {
  export interface Props {
    /** The id of the plugin instance; left out, the default one. */
    readonly plan?: string | undefined
    /** Whether a page of the plugin's own placed it: with the option `footer: false` it then has no line to see. */
    readonly ofPage?: boolean
  }
  /** Where the numbers of a page are from, what changed said aloud, and what the reader should know. Pages that show the plan end with it; a site may place one on its other pages, too. */
  export default function PlanLive(props: Props): React.ReactNode
}
declare module '@theme/PlanHead' {
  export interface Props {
    /** The id of the plugin instance; left out, the default one. */
    readonly instance?: string | undefined
  }
  /** In the head of a page that judges a plan by the day: which day its numbers are of, and the feed of changes. */
  export default function PlanHead(props: Props): React.ReactNode
}
declare module '@theme/PlanLayout' {
  export interface Props {
    /** The id of the plugin instance; left out, the default one. */
    readonly instance?: string | undefined
    /** The page's title, for the head. */
    readonly title: string
    /** The page's description, for the head. */
    readonly description: string
    /** What stands between navbar and footer. */
    readonly children: React.ReactNode
  }
  /** The frame of every page of a plan: the site's own layout, with the feed of changes and how new the numbers are. */
  export default function PlanLayout(props: Props): React.ReactNode
}
declare module '@theme/PlanBanner' {
  export interface Props {
    /** The items that the page names, as JSON: `[{"plan": null, "item": "2.1"}]`. */
    readonly items: string
  }
  /** How the items stand that a guide names in its front matter. Pages get it from the remark plugin. */
  export default function PlanBanner(props: Props): React.ReactNode
}
declare module '@theme/PlanHeading' {
  export interface Props {
    /** The id of the heading on its page. */
    readonly anchor: string
    /** The heading. */
    readonly children: React.ReactNode
  }
  /** A heading with the numbers of its section or item beside it. The page of a plan gets it from the remark plugin. */
  export default function PlanHeading(props: Props): React.ReactNode
}
declare module '@theme/PlanHistoryChanges' {
  export interface Props {
    /** Newest first. */
    readonly days: readonly import('./view/pages/changes.ts').DayView[]
    /** The address of the page that the items stand on. */
    readonly page: string
  }
  /** What each day changed in the plan. */
  export default function PlanHistoryChanges(props: Props): React.ReactNode
}
declare module '@theme/PlanFoldedTable' {
  export interface Props {
    /** What the fold says, open or closed. */
    readonly summary: string
    /** What the table shows, for readers who cannot see it. */
    readonly label: string
    /** The names of its columns. */
    readonly heads: readonly string[]
    /** The first of the columns that hold numbers; without it, none does. */
    readonly numbers?: number
    /** Its rows. */
    readonly children: readonly React.ReactNode[]
  }
  /** A table of rows, folded when it is long. */
  export default function PlanFoldedTable(props: Props): React.ReactNode
}
declare module '@theme/PlanBurnUp' {
  export interface Props {
    /** What is counted, for a heading; in English. */
    readonly name: string
    /** The unit of the counts; in English, plural. */
    readonly unit: string
    /** What the chart says, in words; in English. */
    readonly sentence: string
    /** Where everything stands, in units of its view box. */
    readonly chart: import('./view/pages/burnup-chart.ts').BurnUpChart
    /** One of several beside each other: half as wide, so that its letters need not grow on a phone. */
    readonly small?: boolean
  }
  /** Scope and done over time, as a drawing with its sentence. */
  export default function PlanBurnUp(props: Props): React.ReactNode
}
declare module '@theme/PlanHistoryPage' {
  export interface Props {
    /** The plan's first heading. */
    readonly title: string
    /** The status date of the build, ISO date. */
    readonly asOf: string
    /** Not `history`: the router gives every page a property of that name. */
    readonly past: import('./view/pages/history.ts').NoHistoryView | import('./view/pages/history.ts').HistoryView
    /** Null when the plan names no baseline. */
    readonly baseline: import('./view/words/baseline.ts').BaselineView | null
    /** Address of a page that tells how far forecasts were right; null for none. */
    readonly guide: string | null
    /** The id of the plugin instance. */
    readonly instance: string
  }
  /** Burn-up, forecast and changes. */
  export default function PlanHistoryPage(props: Props): React.ReactNode
}
declare module '@theme/PlanReportPage' {
  export interface Props {
    /** The plan held against its baseline, in words; null without one. */
    readonly against: string | null
    /** As in `status.json`. */
    readonly status: import('./model/page.ts').PageStatus
    /** The first one is shown before anything is chosen. */
    readonly periods: readonly import('./view/pages/changes.ts').PeriodView[]
    /** The id of the plugin instance. */
    readonly instance: string
  }
  /** What changed since the last review, for print. */
  export default function PlanReportPage(props: Props): React.ReactNode
}
declare module '@theme/PlanPortfolio' {
  export interface Props {
    /** The ids of the plugin instances, in this order; left out, all of the site. */
    readonly plans?: readonly string[]
    /** Plans of other sites, which follow them: those of the option `plans`, as the page of all plans gets them; left out, none. */
    readonly others?: readonly import('./model/other-plans.ts').OtherAddress[]
    /** Seconds between two looks at an address of them, five minutes or more; 0 turns them off. */
    readonly pollSeconds?: number
  }
  /** Several plans beside each other. Tasks are added up, and the share is of their sum. */
  export default function PlanPortfolio(props: Props): React.ReactNode
}
declare module '@theme/PlanPortfolioPage' {
  export interface Props {
    /** Plans of other sites, by the addresses that tell of them. Those of the site itself the page knows. */
    readonly others: readonly import('./model/other-plans.ts').OtherAddress[]
    /** As the option of that name. */
    readonly pollSeconds: number
  }
  /** The page at the address of the option `portfolio`. */
  export default function PlanPortfolioPage(props: Props): React.ReactNode
}
