/** What a place of the site is, in the order in which kinds are shown when they fit equally well. */
export const KINDS = ['item', 'message', 'runbook', 'guide', 'progress', 'api'] as const
export type Kind = (typeof KINDS)[number]

export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  item: 'Plan items',
  message: 'Messages',
  runbook: 'Runbooks',
  guide: 'Guides',
  progress: 'Plan and progress',
  api: 'API',
}

/** A place that a search can lead to: a page, or a part of it under a heading. */
export interface Entry {
  readonly kind: Kind
  /** With the base URL and, for a part of a page, its anchor. */
  readonly url: string
  /** The heading; of a page's beginning, its title. */
  readonly title: string
  /** The title of its page. */
  readonly page: string
  /** What stands there, in one line; without numbers that change with the plan. */
  readonly text: string
}
