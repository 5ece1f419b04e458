import type {Finding} from '../problem.ts'
import {PLAN, type Site} from '../site.ts'

/** Every item of the plan has at least one page that serves it. */
export function planCoverage({pages, planItems}: Site): Finding[] {
  const served = new Set(pages.filter(({path}) => path !== PLAN).flatMap(({front}) => [front.data.plan_items].flat()))
  return [...planItems]
    .filter(([id]) => !served.has(id))
    .map(([id, line]) => ({line, column: 1, reason: `no page serves plan item ${id}`, fix: `add "${id}" to the plan_items of a page, or write one`}))
}
