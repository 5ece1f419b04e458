import {readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {HEADER_FILES, headersOf, LONGEST} from './headers.ts'
import type {PluginOptions} from './options.ts'
import {parsePage} from './page.ts'
import {policyOf, toHeader, toMeta} from './policy.ts'

/** A built site: its folder, the address it is served below, and sources that are allowed beside its own. */
export interface Site {
  readonly outDir: string
  readonly baseUrl: string
  readonly allow: PluginOptions['allow']
}

/** Writes the policy into the built site. The same pages give the same bytes. */
export function protect({outDir, baseUrl, allow}: Site): void {
  const pages = (readdirSync(outDir, {recursive: true}) as string[])
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => {
      const html = readFileSync(join(outDir, name), 'utf8')
      return {name, html, page: parsePage(html)}
    })
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
  for (const {name, html, page} of pages) write(join(outDir, name), html.slice(0, page.headAt) + meta + html.slice(page.headAt))
  for (const {path, text} of HEADER_FILES) write(join(outDir, path), text(headersOf(header), baseUrl))
}

/** By rename: who reads at this moment has the old file or the new one. */
function write(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, text)
  renameSync(temporary, path)
}
