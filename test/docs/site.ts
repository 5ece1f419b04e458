import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import type {Page} from './page.ts'

/** What the pages say together and a single page cannot know. */
export type Site = {
  readonly pages: readonly Page[]
  /** Item number → the line of its heading in the plan. */
  readonly planItems: ReadonlyMap<string, number>
  /** Assumption id → the lines of the register that begin with it. */
  readonly assumptions: ReadonlyMap<string, readonly number[]>
}

export const PLAN = 'docs/plan/action-plan.md'
export const REGISTER = 'docs/architecture/assumptions.md'

/** The plan is the customer's text and the API pages are generated: neither is held to the rules of style. */
export const GENERATED = 'docs/reference/api/'

export function toSite(pages: readonly Page[]): Site {
  const at = (path: string): Page | undefined => pages.find((page) => page.path === path)
  return {pages, planItems: itemsOf(at(PLAN)), assumptions: assumptionsOf(at(REGISTER))}
}

function itemsOf(plan: Page | undefined): Map<string, number> {
  const items = new Map<string, number>()
  if (plan) {
    visit(plan.tree, 'heading', (node) => {
      const id = /^(\d+\.\d+)\s/.exec(toString(node))?.[1]
      if (id) items.set(id, node.position?.start.line ?? 1)
    })
  }
  return items
}

/** An id is defined where it begins a heading, a table row or a list item, bold or not. */
function assumptionsOf(register: Page | undefined): Map<string, number[]> {
  const ids = new Map<string, number[]>()
  register?.lines.forEach((line, index) => {
    const id = /^(?:#{2,6}\s+|\|\s*|[-*]\s+)(?:\*\*)?(A-\d{2,3})\b/.exec(line)?.[1]
    if (id) ids.set(id, [...(ids.get(id) ?? []), index + 1])
  })
  return ids
}
