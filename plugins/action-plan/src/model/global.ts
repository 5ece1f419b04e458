import type {Progress, Prospects} from './report.ts'
import type {Status} from './status.ts'

/** The numbers of a plan that every page carries. */
export interface PlanNumbers {
  readonly title: string
  readonly statusDate: string
  readonly timeZone: string
  readonly source: Status['source']
  readonly totals: Progress
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly anchor: string | null
    readonly tasks: number
    readonly done: number
    readonly percent: number | null
  }[]
  readonly items: readonly GlobalItem[]
  readonly phases: readonly PhaseWindow[]
}

/** What every page of the site knows of a plan: its numbers, and where things are. */
export interface PlanGlobal extends PlanNumbers {
  /** Address of the page of the plan; null when no docs plugin shows it. */
  readonly planPage: string | null
  /** Address of the progress page. */
  readonly progressPage: string
  readonly statusUrl: string
  readonly pollSeconds: number
  /** Guides that name an item in their front matter (`plan_items`), by the item's id. */
  readonly guides: Readonly<Record<string, readonly Guide[]>>
}

/** When a phase is and what is in it: what a strip of phases is drawn from. */
export interface PhaseWindow {
  readonly id: string
  readonly title: string
  /** First and last working day, ISO dates; null without dates. */
  readonly start: string | null
  readonly finish: string | null
  /** Whole working days from the plan's start, half-open. */
  readonly window: {readonly from: number; readonly to: number} | null
  /** Ids of its items. */
  readonly items: readonly string[]
}

export interface Guide {
  readonly title: string
  readonly permalink: string
}

export interface GlobalItem extends Prospects {
  readonly id: string
  readonly title: string
  readonly section: string
  readonly anchor: string | null
  readonly priority: string | null
  readonly percent: number | null
}
