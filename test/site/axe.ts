import AxeBuilder from '@axe-core/playwright'
import type {Page} from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on a page: a line each, with the first elements. */
export async function violations(page: Page): Promise<readonly string[]> {
  // "Legacy" is the way without a second page for the results, which only frames need: half the time.
  const {violations: found} = await new AxeBuilder({page})
    .setLegacyMode(true)
    .options({resultTypes: ['violations']})
    .withTags(TAGS)
    .analyze()
  return found.map(
    ({id, nodes}) =>
      `${id}: ${nodes
        .map((node) => node.html.slice(0, 120))
        .slice(0, 3)
        .join(' | ')}`,
  )
}
