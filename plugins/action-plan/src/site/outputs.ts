import {join} from 'node:path'
import type {Output} from '../model/output.ts'
import {outputs} from '../outputs.ts'
import {digest} from '../source/history.ts'
import {builtSite} from '../source/site.ts'
import {writeFiles} from '../source/write.ts'
import {feedOutput} from '../view/files/feed.ts'
import type {SiteContent} from './content.ts'
import type {PlanSite} from './plan-site.ts'

/** The files that a plan serves beside its pages. `build` is the hash of the site they stand in; null for the development server. */
export function siteOutputs(
  {options, address, siteUrl, words}: PlanSite,
  {report, history}: SiteContent,
  build: string | null,
): readonly Output[] {
  const made = outputs(report, {build, digest, words, page: address(options.routeBasePath)})
  if (history === null) return made
  const served = {root: new URL(address('/'), siteUrl).href, routeBasePath: options.routeBasePath, digest}
  return [...made, feedOutput(history.history, report, served)]
}

/** Writes them into a built site. */
export async function writeOutputs(site: PlanSite, content: SiteContent, outDir: string): Promise<void> {
  await writeFiles(join(outDir, site.root), siteOutputs(site, content, await builtSite(outDir)))
}
