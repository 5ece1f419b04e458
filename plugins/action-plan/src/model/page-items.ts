/** An item that a page names in its front matter. */
export interface PageItem {
  /** The id of the plan's instance; null where the page names none. */
  readonly plan: string | null
  /** The item's id. */
  readonly item: string
}

/** What a page serves: `plan_items`, a list of ids or of `{plan, item}`; ids belong to the plan that `plan` names beside it. */
export function pageItems({plan, plan_items: items}: {readonly plan?: unknown; readonly plan_items?: unknown}): readonly PageItem[] {
  const ofPage = typeof plan === 'string' ? plan : null
  return Array.isArray(items) ? items.map((one: unknown) => pageItem(one, ofPage)) : []
}

function pageItem(given: unknown, ofPage: string | null): PageItem {
  if (typeof given !== 'object' || given === null) return {plan: ofPage, item: String(given)}
  const {plan, item} = given as {readonly plan?: unknown; readonly item?: unknown}
  return {plan: typeof plan === 'string' ? plan : ofPage, item: typeof item === 'string' || typeof item === 'number' ? String(item) : ''}
}

/** The instance that is meant: the one named, else `default`, else the only one; null where that leaves none or several. */
export function instanceOf(named: string | null, instances: readonly string[]): string | null {
  if (named !== null) return instances.includes(named) ? named : null
  return instances.includes('default') ? 'default' : instances.length === 1 ? (instances[0] as string) : null
}
