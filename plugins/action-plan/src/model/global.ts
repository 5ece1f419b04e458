import type {Progress, Prospects} from './report.ts'

/** What every page of the site knows of a plan: enough for badges beside headings, banners and links; numbers only. */
export interface PlanGlobal {
  readonly title: string
  /** Address of the page of the plan; null when no docs plugin shows it. */
  readonly planPage: string | null
  /** Address of the progress page. */
  readonly progressPage: string
  readonly statusUrl: string
  readonly pollSeconds: number
  readonly statusDate: string
  readonly timeZone: string
  readonly commit: string | null
  readonly committedAt: string | null
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
  /** Guides that name an item in their front matter (`plan_items`), by the item's id. */
  readonly guides: Readonly<Record<string, readonly Guide[]>>
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
