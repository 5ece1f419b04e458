import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {LoadContext, LoadedPlugin, Plugin} from '@docusaurus/types'
import {toLlmsTxt} from './llms.ts'
import {toMarkdown} from './markdown.ts'
import type {PluginOptions} from './options.ts'
import {byAddress, copyPath, type DocPage} from './pages.ts'

export {validateOptions} from './options.ts'
export type {PluginOptions} from './options.ts'
export type {ExtraLink} from './llms.ts'

/**
 * After the build: `/llms.txt`, and beside the HTML of each page its Markdown.
 * @param context Docusaurus' own.
 * @param options What the site wrote, with the defaults for the rest.
 */
export default function plainDocs({siteDir, siteConfig}: LoadContext, {links}: PluginOptions): Plugin {
  return {
    name: 'docusaurus-plugin-plain-docs',
    async postBuild({outDir, plugins, baseUrl}) {
      const site = {url: siteConfig.url, baseUrl, title: siteConfig.title, tagline: siteConfig.tagline}
      const pages = await loadPages(siteDir, plugins)
      for (const page of pages) {
        const path = join(outDir, copyPath(page, site))
        await mkdir(dirname(path), {recursive: true})
        await writeFile(path, toMarkdown(page, pages, site))
      }
      await writeFile(join(outDir, 'llms.txt'), toLlmsTxt(site, pages, links))
    },
  }
}

type LoadedDoc = Omit<DocPage, 'text'> & {readonly unlisted: boolean; readonly draft: boolean}
type DocsContent = {readonly loadedVersions: readonly {readonly docs: readonly LoadedDoc[]}[]}

/** The pages of every instance of the docs plugin; what is unlisted or a draft has no copy. */
async function loadPages(siteDir: string, plugins: readonly LoadedPlugin[]): Promise<DocPage[]> {
  const docs = plugins
    .filter(({name}) => name === 'docusaurus-plugin-content-docs')
    .flatMap(({content}) => (content as DocsContent).loadedVersions.flatMap((version) => version.docs))
    .filter(({unlisted, draft}) => !unlisted && !draft)
    .toSorted(byAddress)
  return Promise.all(
    docs.map(async ({title, description, permalink, source}) => ({
      title,
      description,
      permalink,
      source,
      text: await readFile(source.replace('@site', siteDir), 'utf8'),
    })),
  )
}
