import {WORST_FIRST, type Health} from '../../model/health.ts'
import {otherName, type OtherAddress, type OtherPlan} from '../../model/other-plans.ts'
import type {PlanLine} from '../../model/plan-line.ts'

/** A plan on the page of all plans. */
export interface PlanRow {
  readonly key: string
  readonly name: string
  /** Its page; null for none. */
  readonly page: string | null
  /** Null when its numbers were never read. */
  readonly line: PlanLine | null
  /** Where a plan of another site is from; null for one of this site. */
  readonly other: {readonly checkedAt: string | null; readonly failure: OtherPlan['failure']} | null
}

/** What plans can be ordered by; `listed` is as the site names them. */
export const PLAN_SORTS = ['listed', 'plan', 'verdict', 'done', 'end'] as const
export type PlanSort = (typeof PLAN_SORTS)[number]

/** Plans of others as rows. An address that told of none is a row of its own, which says why. */
export function otherRows(addresses: readonly OtherAddress[]): readonly PlanRow[] {
  return addresses.flatMap((address): readonly PlanRow[] => {
    const {url, name, link, plans, checkedAt, failure} = address
    const failed = failure === null ? null : {cause: failure, since: checkedAt}
    if (plans.length === 0 && failure !== null)
      return [{key: url, name: name ?? url, page: link, line: null, other: {checkedAt, failure: failed}}]
    return plans.map((plan) => ({
      key: `${url} ${plan.id}`,
      name: otherName(plan, address),
      page: plan.link,
      line: plan.line,
      other: {checkedAt, failure: failed ?? plan.failure},
    }))
  })
}

type Order = (a: PlanRow, b: PlanRow) => number
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** After every date. */
const LAST = '\u{10ffff}'
/** Without numbers, or without tasks: nothing is known of its progress. */
const share = ({line}: PlanRow): number => (line === null || line.totals.tasks === 0 ? 2 : line.totals.done / line.totals.tasks)
const rank = ({line}: PlanRow): number => (line === null ? -1 : WORST_FIRST.indexOf(line.verdict.health))
const lateDays = ({line}: PlanRow): number => line?.urgent?.lateDays ?? -1

const ORDERS: Readonly<Record<PlanSort, Order>> = {
  listed: () => 0,
  plan: (a, b) => text(a.name.toLowerCase(), b.name.toLowerCase()),
  // What could not be read comes first: somebody has to look.
  verdict: (a, b) => rank(a) - rank(b) || lateDays(b) - lateDays(a),
  done: (a, b) => share(a) - share(b),
  end: (a, b) => text(a.line?.end.planned ?? LAST, b.line?.end.planned ?? LAST),
}

/** Plans in an order; of the same, as the site names them. */
export const sortedRows = (rows: readonly PlanRow[], sort: PlanSort): readonly PlanRow[] => [...rows].sort(ORDERS[sort])

/** Plans of the same verdict; null are those without numbers. */
export interface PlanGroup {
  readonly health: Health | null
  readonly rows: readonly PlanRow[]
}

/** Plans by their verdict, the worst first. */
export function groupedRows(rows: readonly PlanRow[]): readonly PlanGroup[] {
  const kinds: readonly (Health | null)[] = [null, ...WORST_FIRST]
  return kinds
    .map((health) => ({health, rows: rows.filter(({line}) => (line?.verdict.health ?? null) === health)}))
    .filter((group) => group.rows.length > 0)
}

/** Whether a plan is what somebody looks for: each word stands in its name, its file or the names of who owns what is urgent. */
export function matchesPlan({name, line}: PlanRow, query: string): boolean {
  const all = [name, line?.source.path ?? '', ...(line?.urgent?.owners ?? [])].join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
