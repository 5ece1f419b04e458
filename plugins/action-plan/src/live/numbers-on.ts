import {groupHealth, itemHealth} from '../derive/health/health.ts'
import type {GlobalItem, PlanNumbers} from '../model/global.ts'
import type {ItemHealthStatus, HealthStatus} from '../model/health.ts'
import {shortLabel} from '../model/label.ts'
import {verdictOf, type Verdict} from '../model/verdict.ts'

/** The numbers of a plan, judged. */
export interface JudgedNumbers {
  readonly items: readonly (GlobalItem & ItemHealthStatus)[]
  readonly totals: PlanNumbers['totals'] & HealthStatus
  readonly verdict: Verdict
}

/** The numbers that every page carries, as they are on a day. */
export function numbersOn({items: all, totals, priorities, end, forecast}: PlanNumbers, today: string): JudgedNumbers {
  const items = all.map((item) => ({...item, ...itemHealth(item, today)}))
  const group = groupHealth(
    items.map((item) => ({...item, name: shortLabel(item)})),
    priorities,
  )
  return {items, totals: {...totals, ...group}, verdict: verdictOf(group.health, end.planned, forecast)}
}
