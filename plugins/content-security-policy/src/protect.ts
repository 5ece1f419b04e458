import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {openCache} from 'build-kit/build-cache'
import {HEADER_FILES, headersOf, LONGEST} from './headers.ts'
import type {PluginOptions} from './options.ts'
import {parsePage} from './page.ts'
import {policyOf, toHeader, toMeta} from './policy.ts'

/** A built site: the folder of its sources and its own, the address it is served below, and sources that are allowed beside its own. */
export interface Site {
  readonly siteDir: string
  readonly outDir: string
  readonly baseUrl: string
  readonly allow: PluginOptions['allow']
}

const CODE = ['page.ts', '../package.json'].map((name) => new URL(name, import.meta.url))

/** Names of files, which hold hashes: another build has others, and in addresses they say nothing of a policy. Places in the page stay. */
const FILES = /\/assets\/[^"'\s>]+/g
const filler = (name: string): string => '.'.repeat(name.length)

/** Writes the policy into the built site. The same pages give the same bytes. */
export async function protect({siteDir, outDir, baseUrl, allow}: Site): Promise<void> {
  const made = await openCache(siteDir, 'content-security-policy', CODE)
  const names = (readdirSync(outDir, {recursive: true}) as string[]).filter((name) => name.endsWith('.html')).sort()
  const pages = await Promise.all(
    names.map(async (name) => {
      const html = readFileSync(join(outDir, name), 'utf8')
      const page = await made.of([html.replace(FILES, filler)], () => parsePage(html))
      // A name inside an inline script does say something.
      const same = [...page.scripts, ...page.styles].every((text) => html.includes(text))
      return {name, html, page: same ? page : parsePage(html)}
    }),
  )
  await made.close()
  const refused = pages.flatMap(({name, page}) => page.refused.map((what) => `${name}:${what}`))
  if (refused.length > 0)
    throw new Error(
      `Built pages hold scripts that no policy allows; expected event handlers in components and addresses that are no code:\n${refused.slice(0, 20).join('\n')}`,
    )
  const policy = policyOf(
    pages.map(({page}) => page),
    allow,
  )
  const header = toHeader(policy)
  if (header.length > LONGEST)
    throw new Error(
      `The Content-Security-Policy has ${header.length} characters, expected at most ${LONGEST}: ${policy['script-src']?.length ?? 0} sources of scripts, ${policy['style-src-elem']?.length ?? 0} of styles (move inline scripts and styles into files)`,
    )
  const meta = toMeta(policy)
  for (const {name, html, page} of pages) writeFileSync(join(outDir, name), html.slice(0, page.headAt) + meta + html.slice(page.headAt))
  for (const {path, text} of HEADER_FILES) writeFileSync(join(outDir, path), text(headersOf(header), baseUrl))
}
