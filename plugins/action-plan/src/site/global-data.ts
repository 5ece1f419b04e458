import {join} from 'node:path'
import {summaryOf} from '../live/summary.ts'
import type {PlanGlobal} from '../model/global.ts'
import {readText} from '../source/file.ts'
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

/** What every page of the site knows of a plan. Tells of pages that name items which the plan does not have, and of addresses that are taken. */
export function globalData(site: PlanSite, content: SiteContent, allContent: AllContent): PlanGlobal {
  const {options, path, address, onProblems} = site
  const docs = docsOf(allContent['docusaurus-plugin-content-docs'])
  const others = (allContent['docusaurus-plugin-action-plan'] ?? {}) as Readonly<Record<string, SiteContent | undefined>>
  const known = Object.entries(others).flatMap(([id, one]) => (one === undefined ? [] : [[id, one.report] as const]))
  const plans = {...Object.fromEntries(known), [options.id]: content.report}
  const read = (source: string): string | null => readText(join(site.siteDir, source.replace(/^@site\//, '')))
  const lines = [
    ...unknownItems({instance: options.id, plans, docs, read}),
    ...takenAddresses(addresses(site, content), pagesOf(allContent, docs)).map((line) => `plan "${options.id}" (${path}): ${line}`),
  ]
  react(
    lines.map((line) => ({severity: 'error', line})),
    onProblems,
  )
  return {
    ...summaryOf(toStatus(content.report, null)),
    planPage: docs.find(({source}) => source === `@site/${path}`)?.permalink ?? null,
    burnUp: smallBurnUp(content.history?.history ?? null, content.report),
    priorities: content.report.priorities.map(({id}) => id),
    onErrors: onProblems.errors,
    guides: guides(docs, options.id, Object.keys(plans)),
    progressPage: address(options.routeBasePath),
    statusUrl: address('status.json'),
    pollSeconds: options.pollSeconds,
    footer: options.footer,
  }
}
