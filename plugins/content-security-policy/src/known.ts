import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {parsePage} from './page.ts'

/** What a site says of itself that ends up in every page. */
export interface Written {
  readonly siteDir: string
  readonly baseUrl: string
  /** The tags that the site, its plugins and its theme add. */
  readonly tags: readonly string[]
  /** The HTML around the pages; empty for Docusaurus' own, which has no script. */
  readonly template: string
  /** Whether the home page checks the base address. */
  readonly banner: boolean
  /** What made the pages small: it rewrites scripts. */
  readonly minifier: 'swc' | 'terser'
}

/** Texts of the inline scripts that the site, its plugins and its theme write, as they were written and as pages hold them. */
export async function knownScripts({siteDir, baseUrl, tags, template, banner, minifier}: Written): Promise<ReadonlySet<string>> {
  const texts = [...tags, template].flatMap(scriptsOf)
  const fromSite = createRequire(join(siteDir, 'package.json'))
  try {
    if (banner) texts.push(bannerOf(dirname(fromSite.resolve('@docusaurus/core/package.json')), baseUrl))
    return texts.length === 0 ? new Set() : new Set([...texts, ...(await minified(fromSite, texts, minifier))])
  } catch {
    // Another version of Docusaurus than was thought of: what it writes is named like what pages hold.
    return new Set(texts)
  }
}

function scriptsOf(html: string): string[] {
  const {scripts, content} = parsePage(html)
  return [...scripts, ...content.map(({text}) => text)]
}

/** The script by which the home page says that the base address is wrong: a component writes it, so its text is asked of the component's file. */
function bannerOf(core: string, baseUrl: string): string {
  const source = readFileSync(join(core, 'lib/client/BaseUrlIssueBanner/index.js'), 'utf8')
  const [code = ''] = /^const BannerContainerId[\s\S]*?(?=^function BaseUrlIssueBanner)/m.exec(source) ?? []
  return String(new Function('baseUrl', `${code}; return createInlineScript(baseUrl)`)(baseUrl))
}

interface Bundler {
  getHtmlMinifier(options: {type: Written['minifier']}): Promise<{minify(html: string): Promise<{code: string}>}>
}

/** The same texts as Docusaurus' minifier of pages leaves them. */
async function minified(fromSite: NodeJS.Require, texts: readonly string[], type: Written['minifier']): Promise<readonly string[]> {
  const fromCore = createRequire(fromSite.resolve('@docusaurus/core/package.json'))
  const {minify} = await (fromCore('@docusaurus/bundler') as Bundler).getHtmlMinifier({type})
  const page = `<!DOCTYPE html><html><head><title>Scripts</title></head><body>${texts.map((text) => `<script>${text}</script>`).join('')}</body></html>`
  return scriptsOf((await minify(page)).code)
}
