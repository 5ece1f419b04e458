import {prose, type Page} from '../page.ts'
import type {Finding} from '../problem.ts'
import {REGISTER, type Site} from '../site.ts'

/** An assumption that a page cites is in the register, and the page links to it. */
export function assumptions(page: Page, {assumptions: register}: Site): Finding[] {
  const cited = prose(page).flatMap(({value, line, column, parents}) =>
    [...value.matchAll(/\bA-\d{2,3}\b/g)].map((match) => {
      const before = value.slice(0, match.index).split('\n')
      const place = {line: line + before.length - 1, column: (before.length > 1 ? 1 : column) + (before.at(-1)?.length ?? 0)}
      const linked = parents.some((node) => node.type === 'link' && node.url.includes('assumptions.md'))
      return {id: match[0], ...place, linked}
    }),
  )
  const found: Finding[] = cited
    .filter(({id}) => !register.has(id))
    .map(({id, line, column}) => ({line, column, reason: `assumption ${id} is not in the register`, fix: `add it to ${REGISTER}, or fix the id`}))
  if (page.path === REGISTER) {
    for (const [id, places] of register)
      for (const line of places.slice(1)) found.push({line, column: 1, reason: `assumption ${id} is already on line ${places[0] ?? 0}`, fix: 'give it the next free id'})
    return found
  }
  const linked = new Set(cited.filter((citation) => citation.linked).map(({id}) => id))
  for (const {id, line, column} of new Map(cited.toReversed().map((citation) => [citation.id, citation])).values()) {
    if (!linked.has(id) && register.has(id)) found.push({line, column, reason: `assumption ${id} is cited without a link`, fix: `write [${id}](…/architecture/assumptions.md)`})
  }
  return found
}
