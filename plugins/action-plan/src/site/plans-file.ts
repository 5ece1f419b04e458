import {mkdirSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {dayBounds} from '../derive/schedule/calendar.ts'
import {summaryOf} from '../live/summary.ts'
import type {PlanGlobal} from '../model/global.ts'
import {statusDigest} from '../outputs.ts'
import {readText} from '../source/file.ts'
import {digest} from '../source/history.ts'
import {toStatus} from '../view/files/status.ts'
import {smallBurnUp} from '../view/pages/small-burnup.ts'
import {pagesOf, takenAddresses, unknownItems} from './check.ts'
import type {SiteContent} from './content.ts'
import {docsOf, guides} from './docs.ts'
import type {PlanSite} from './plan-site.ts'
import {react} from './react.ts'
import {addresses} from './routes.ts'

/** What the plugins of a site have read, by their names and instances. */
type AllContent = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>

/** By the folder of a site's generated files: what its pages know of each plan. Copies of this module share it. */
const KEY = Symbol.for('docusaurus-plugin-action-plan: plans')
interface Shared {
  readonly plans: Readonly<Record<string, PlanGlobal>>
  /** What the file holds. */
  readonly text: string
}
const shared = globalThis as {[KEY]?: Map<string, Shared>}

/**
 * Writes what pages know of the plans of a site into a file that they import. Global data of Docusaurus would be loaded by every page,
 * those without a plan, too. Tells of pages that name items which the plan does not have, and of addresses that are taken.
 */
export function writePlans(site: PlanSite, content: SiteContent, allContent: AllContent): void {
  const sites = (shared[KEY] ??= new Map())
  const before = sites.get(site.generated)
  const made = {...before?.plans, [site.options.id]: planGlobal(site, content, allContent)}
  const plans = Object.fromEntries(Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1)))
  const text = JSON.stringify(plans)
  sites.set(site.generated, {plans, text})
  if (text === before?.text) return
  const folder = join(site.generated, 'docusaurus-plugin-action-plan')
  mkdirSync(folder, {recursive: true})
  // At once and by a rename: the plans of a site write at the same time, and the bundler reads while a plan is written.
  writeFileSync(join(folder, 'plans.json.new'), text)
  renameSync(join(folder, 'plans.json.new'), join(folder, 'plans.json'))
}

function planGlobal(site: PlanSite, content: SiteContent, allContent: AllContent): PlanGlobal {
  const {options, path, address, siteAddress, onProblems, words} = site
  const docs = docsOf(allContent['docusaurus-plugin-content-docs'])
  const others = (allContent['docusaurus-plugin-action-plan'] ?? {}) as Readonly<Record<string, SiteContent | undefined>>
  const known = Object.entries(others).flatMap(([id, one]) => (one === undefined ? [] : [[id, one.report] as const]))
  const plans = {...Object.fromEntries(known), [options.id]: content.report}
  const read = (source: string): string | null => readText(join(site.siteDir, source.replace(/^@site\//, '')))
  const lines = [
    ...unknownItems({instance: options.id, plans, docs, read}),
    ...takenAddresses(addresses(site, content), pagesOf(allContent, docs)).map((line) => `plan "${options.id}" (${path}): ${line}`),
  ]
  const named = docs.filter(({items}) => items.length > 0)
  const unseen = site.hasRemark ? [] : named.slice(0, 1)
  react(
    [
      ...lines.map((line) => ({severity: 'error', line}) as const),
      ...unseen.map(({source}) => ({severity: 'warning', line: unshown(source.replace(/^@site\//, ''), named.length)}) as const),
    ],
    onProblems,
  )
  return {
    ...summaryOf(toStatus(content.report, null)),
    planPage: docs.find(({source}) => source === `@site/${path}`)?.permalink ?? null,
    burnUp: smallBurnUp(content.history?.history ?? null, content.report),
    onErrors: onProblems.errors,
    guides: guides(docs, options.id, Object.keys(plans)),
    progressPage: address(options.routeBasePath),
    portfolioPage: options.portfolio === null ? null : siteAddress(options.portfolio),
    statusUrl: address('status.json'),
    statusDigest: statusDigest(content.report, digest),
    pollSeconds: options.pollSeconds,
    footer: options.footer,
    day: dayBounds(content.report.settings.timeZone, content.report.statusDate),
    feed:
      content.history === null
        ? null
        : {
            title: words.say('build.feed.title', 'Changes of {title}', {title: content.report.title}),
            url: address(options.routeBasePath, 'feed.xml'),
          },
  }
}

/** Pages name items, and nothing writes banners into them. */
const unshown = (path: string, pages: number): string =>
  `${path}: plan_items: unexpected without the remark plugin${pages > 1 ? ` (and ${pages - 1} more pages)` : ''}, expected it in the options of the docs (import planMarkdown from 'docusaurus-plugin-action-plan/remark', and add remarkPlugins: [planMarkdown])`
