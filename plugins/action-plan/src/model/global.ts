import type {Page} from './page.ts'
import type {Progress, HealthInputs} from './report.ts'
import type {Status, StatusForecast} from './status.ts'

/** The numbers of a plan that every page carries which shows it. */
export interface PlanNumbers {
  /** The plan's first heading. */
  readonly title: string
  /** The day that "today" meant when the plan was read, ISO date. */
  readonly statusDate: string
  /** IANA name: whose "today". */
  readonly timeZone: string
  /** Where the plan was read, as in `status.json`. */
  readonly source: Status['source']
  /** When all is done as planned, and as forecast. */
  readonly end: Status['end']
  /** When all tasks will be done if work goes on as in the last weeks; null when the history was not read. */
  readonly forecast: Page<StatusForecast> | null
  /** The whole plan, and what the last days changed. */
  readonly totals: Progress & Pick<Status['totals'], 'trend'>
  /** In the order of the plan. */
  readonly sections: readonly {
    /** The plan's own number, else a slug of the title. */
    readonly id: string
    /** The plan's own number, as its author wrote it; null where it has none. */
    readonly number: string | null
    /** Plain text. */
    readonly title: string
    /** The id of its heading on the page of the plan; null without one. */
    readonly anchor: string | null
    /** Tasks in scope. */
    readonly tasks: number
    /** Ticked ones of them. */
    readonly done: number
    /** floor(100·done/tasks); null when there are no tasks. */
    readonly percent: number | null
  }[]
  /** Ids of the priorities in the order of the legend, then by name; null stands for none. */
  readonly priorities: readonly (string | null)[]
  /** All items, in the order of the plan. */
  readonly items: readonly GlobalItem[]
  /** In the order of the schedule. */
  readonly phases: readonly PhaseWindow[]
}

/** What every page that shows a plan knows of it: its numbers, and where things are. */
export interface PlanGlobal extends PlanNumbers {
  /** Address of the page of the plan; null when no docs plugin shows it. */
  readonly planPage: string | null
  /** Address of the progress page. */
  readonly progressPage: string
  /** Address of the page of all plans of the site, where this instance has it; null for none. */
  readonly portfolioPage: string | null
  /** Address of `status.json`. */
  readonly statusUrl: string
  /** Names the numbers that the page was built with, as `digest` of `summary.json` does. */
  readonly statusDigest: string
  /** Seconds between two looks at it by an open page; 0: none. */
  readonly pollSeconds: number
  /** Whether pages that show the plan end with where its numbers are from. */
  readonly footer: boolean
  /** The first moment of the day of the build and of the next, in the plan's time zone, in milliseconds. */
  readonly day: {readonly from: number; readonly to: number}
  /** The feed of changes: its title and address; null without a history. */
  readonly feed: {readonly title: string; readonly url: string} | null
  /** What a page does that names an item which the plan does not have: as the option `onProblems.errors`; `docusaurus start` warns. */
  readonly onErrors: 'ignore' | 'log' | 'warn' | 'throw'
  /** A small drawing of scope and done; null while there is too little to draw. */
  readonly burnUp: SmallBurnUp | null
  /** Guides that name an item in their front matter (`plan_items`), by the item's id. */
  readonly guides: Readonly<Record<string, readonly Guide[]>>
}

/** A burn-up chart without words, in units of its view box. */
export interface SmallBurnUp {
  /** Of the view box. */
  readonly width: number
  /** Of the view box. */
  readonly height: number
  /** Path of the tasks in scope, in steps. */
  readonly scope: string
  /** Path of the tasks that are done, in steps. */
  readonly done: string
  /** From today to the two days of the forecast, closed; empty without one. */
  readonly cone: string
  /** Where today is, from the left. */
  readonly today: number
  /** Where the plan ends, from the left; null when that is not in the drawing. */
  readonly end: number | null
}

/** When a phase is and what is in it: what a strip of phases is drawn from. */
export interface PhaseWindow {
  /** The slug of its heading before the bracket. */
  readonly id: string
  /** Its heading. */
  readonly title: string
  /** First working day, ISO date; null without dates. */
  readonly start: string | null
  /** Last working day, ISO date; null without dates. */
  readonly finish: string | null
  /** Whole working days from the plan's start, half-open. */
  readonly window: {readonly from: number; readonly to: number | null} | null
  /** Ids of its items. */
  readonly items: readonly string[]
}

/** A page that serves an item. */
export interface Guide {
  /** The page's title. */
  readonly title: string
  /** Its address, with the base URL. */
  readonly permalink: string
}

/** An item: its numbers, and what its health depends on. */
export interface GlobalItem extends HealthInputs {
  /** The plan's own number, else a slug of the title. */
  readonly id: string
  /** The plan's own number, as its author wrote it; null where it has none. */
  readonly number: string | null
  /** Plain text. */
  readonly title: string
  /** Id of its section. */
  readonly section: string
  /** The id of its heading on the page of the plan; null under no heading. */
  readonly anchor: string | null
  /** Null when it has none. */
  readonly priority: string | null
  /** Without `@`. */
  readonly owners: readonly string[]
  /** Ids of the items that it waits for. */
  readonly dependsOn: readonly string[]
  /** floor(100·done/tasks); null when there are no tasks. */
  readonly percent: number | null
}
