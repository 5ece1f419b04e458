/** What a place of the site is, in the order in which kinds are shown when they fit equally well. */
export const KINDS = ['item', 'message', 'runbook', 'guide', 'progress', 'api', 'badge'] as const
export type Kind = (typeof KINDS)[number]

export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  item: 'Plan items',
  message: 'Messages',
  runbook: 'Runbooks',
  guide: 'Guides',
  progress: 'Plan and progress',
  api: 'API',
  badge: 'Badges',
}

/** What a kind is called by those who look for one: `named` means this kind, `more` is said beside it and found nowhere in the text. */
export const KIND_WORDS: Readonly<Partial<Record<Kind, {readonly named: readonly string[]; readonly more: readonly string[]}>>> = {
  item: {named: ['task', 'tasks', 'item', 'items'], more: ['open', 'todo', 'left', 'done', 'plan', 'status']},
  runbook: {named: ['runbook', 'runbooks'], more: ['steps', 'guide']},
  badge: {named: ['badge', 'badges'], more: ['snippet', 'svg', 'markdown', 'readme']},
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
  /** Questions that it answers, in the words of those who ask; searched and not shown. */
  readonly asked: readonly string[]
}
