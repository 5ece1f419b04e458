import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {parsePage} from './page.ts'

/** What a site says of itself that decides a script of Docusaurus' own. */
export interface Written {
  readonly siteDir: string
  readonly baseUrl: string
  /** Whether the home page checks the base address. */
  readonly banner: boolean
  /** What makes pages small: it rewrites scripts. */
  readonly minifier: 'swc' | 'terser'
}

interface Bundler {
  getHtmlMinifier(options: {type: Written['minifier']}): Promise<{minify(html: string): Promise<{code: string}>}>
}

/** The script by which the home page says that the base address is wrong, as the page holds it. A component writes it, as a page's own head is written: so it is known by its text, which is asked of Docusaurus. Empty where that has changed: then it is named like a page's. */
export async function bannerScripts({siteDir, baseUrl, banner, minifier}: Written): Promise<readonly string[]> {
  if (!banner) return []
  try {
    const core = createRequire(join(siteDir, 'package.json')).resolve('@docusaurus/core/package.json')
    const source = readFileSync(join(dirname(core), 'lib/client/BaseUrlIssueBanner/index.js'), 'utf8')
    const [code = ''] = /^const BannerContainerId[\s\S]*?(?=^function BaseUrlIssueBanner)/m.exec(source) ?? []
    const text = String(new Function('baseUrl', `${code}; return createInlineScript(baseUrl)`)(baseUrl))
    const {minify} = await (createRequire(core)('@docusaurus/bundler') as Bundler).getHtmlMinifier({type: minifier})
    const page = await minify(`<!DOCTYPE html><html><head><title>Home</title><script>${text}</script></head><body></body></html>`)
    return [text, ...parsePage(page.code).scripts]
  } catch {
    return []
  }
}
