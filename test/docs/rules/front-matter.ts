import {isPageKind, SECTIONS} from '../kinds.ts'
import type {Page} from '../page.ts'
import type {Finding} from '../problem.ts'
import type {Site} from '../site.ts'

/** Longer than this, a search result cuts the description. */
const LONGEST_DESCRIPTION = 200

export function frontMatter({front}: Page, {planItems}: Site): Finding[] {
  const {data, error, lineOf} = front
  if (error) return [{line: error.line, column: 1, reason: error.message, fix: 'begin the page with kind, title, description and plan_items between "---" lines'}]
  const found: Finding[] = []
  const report = (key: string, reason: string, fix: string): void => {
    found.push({line: key in data ? lineOf(key) : 1, column: 1, reason, fix})
  }
  const {kind, title, description, plan_items: items, plan_items_reason: because} = data
  if (!isPageKind(kind)) report('kind', `kind is ${JSON.stringify(kind) ?? 'missing'}`, `write one of: ${Object.keys(SECTIONS).join(', ')}`)
  for (const [key, value] of Object.entries({title, description})) {
    if (typeof value !== 'string' || value.trim() === '') report(key, `${key} is missing or no text`, `write "${key}: …"`)
  }
  if (kind === 'how-to' && typeof title === 'string' && !title.startsWith('How to ')) report('title', `a how-to is called "${title}"`, 'begin the title with "How to "')
  if (typeof description === 'string' && description.length > LONGEST_DESCRIPTION)
    report('description', `the description has ${description.length} signs, more than ${LONGEST_DESCRIPTION}`, 'keep one short sentence')
  if (!Array.isArray(items)) report('plan_items', 'plan_items is missing or no list', 'write plan_items: ["2.1"], or plan_items: [] and plan_items_reason')
  else {
    for (const item of items as unknown[]) {
      if (typeof item !== 'string') report('plan_items', `plan item ${JSON.stringify(item)} is not quoted, so 1.10 would become 1.1`, `write "${String(item)}"`)
      else if (!planItems.has(item)) report('plan_items', `there is no plan item "${item}"`, `use one of: ${[...planItems.keys()].join(', ')}`)
    }
    if (items.length === 0 && (typeof because !== 'string' || because.trim() === ''))
      report('plan_items', 'the page serves no plan item and says no reason', 'add plan_items_reason: why')
  }
  return found
}
