import {nearest} from '../derive/nearest.ts'
import {instanceOf, type PageItem} from '../model/page-items.ts'
import type {Place} from '../model/place.ts'
import type {Report} from '../model/report.ts'
import {placesOfEntries} from '../parse/structure/plan.ts'
import type {Doc} from './docs.ts'

/** A plan beside the others of its site. */
export interface Site {
  /** Its instance. */
  readonly instance: string
  /** Every plan of the site, by the id of its instance. */
  readonly plans: Readonly<Record<string, Report>>
  readonly docs: readonly Doc[]
  /** The text of a page; null when it cannot be read any more. */
  read(source: string): string | null
}

/** A line for each item that a page names and its plan does not have. Each plan tells of its own pages; what names none, the first one tells. */
export function unknownItems({instance, plans, docs, read}: Site): readonly string[] {
  const instances = Object.keys(plans).sort()
  const first = instances.includes('default') ? 'default' : instances[0]
  return docs.flatMap(({source, items}) => {
    const wrong = items.flatMap((named, index) => {
      const owner = instanceOf(named.plan, instances)
      const told = (owner ?? first) === instance ? fault(named, owner, plans) : null
      return told === null ? [] : [{index, told}]
    })
    if (wrong.length === 0) return []
    const path = source.replace(/^@site\//, '')
    const places = placesOfEntries(read(source) ?? '', 'plan_items')
    return wrong.map(({index, told}) => {
      const {line, column}: Place = places[index] ?? {line: 1, column: 1}
      return `${path}:${line}:${column} plan_items: ${told}`
    })
  })
}

function fault({plan, item}: PageItem, owner: string | null, plans: Site['plans']): string | null {
  const instances = Object.keys(plans).sort()
  if (owner === null)
    return plan === null
      ? `"${item}" names no plan, and the site has several: ${instances.join(', ')} (write plan: ${instances[0] ?? 'default'} beside plan_items)`
      : `unexpected plan "${plan}", expected one of ${instances.join(', ')} (correct the name of the plan)`
  const {source, sections} = plans[owner] as Report
  const ids = sections.flatMap(({items}) => items.map((one) => one.item.id))
  if (ids.includes(item)) return null
  const [near] = nearest(item, ids, 1)
  const known = ids.length === 0 ? ', which has no items' : near === undefined ? '' : `: the nearest is "${near}"`
  return `unexpected "${item}", expected an item of the plan "${owner}" (${source.path})${known} (correct the number in the front matter)`
}

/** An address that a plan's page has, and the option that says so. */
export interface Address {
  readonly path: string
  readonly option: string
}

interface Routed {
  readonly permalink?: string
  readonly source?: string
  readonly metadata?: {readonly permalink?: string; readonly source?: string}
}

/** A line for each address of the plan's pages that another page of the site has. */
export function takenAddresses(addresses: readonly Address[], pages: readonly Routed[]): readonly string[] {
  const bare = (path: string): string => path.replace(/(?<!\/)\/+$/, '')
  const taken = new Map(
    pages.flatMap(({permalink, source, metadata}) => {
      const path = permalink ?? metadata?.permalink
      return path === undefined ? [] : [[bare(path), (source ?? metadata?.source ?? path).replace(/^@site\//, '')] as const]
    }),
  )
  return addresses.flatMap(({path, option}) => {
    const page = taken.get(bare(path))
    return page === undefined
      ? []
      : [
          `option ${option}: unexpected address "${path}": ${page} is there already, expected one that no page has (choose another, such as "progress")`,
        ]
  })
}

/** What Docusaurus' own plugins put on addresses: pages, docs and blog posts. */
export function pagesOf(
  allContent: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>,
  docs: readonly Doc[],
): readonly Routed[] {
  const of = (name: string): readonly unknown[] => Object.values(allContent[`docusaurus-plugin-content-${name}`] ?? {})
  const pages = of('pages').flatMap((content) => (Array.isArray(content) ? (content as Routed[]) : []))
  const blogs = of('blog').flatMap((content) => {
    const {blogPosts, blogListPaginated} = content as {
      readonly blogPosts?: readonly Routed[]
      readonly blogListPaginated?: readonly Routed[]
    }
    return [...(blogPosts ?? []), ...(blogListPaginated ?? [])]
  })
  return [...pages, ...docs, ...blogs]
}
