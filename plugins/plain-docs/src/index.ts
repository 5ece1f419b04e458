import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {copiesOf} from './copies.ts'
import {toLlmsTxt} from './llms.ts'
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
export default function plainDocs({siteDir, siteConfig: {url, title, tagline}, baseUrl}: LoadContext, {links}: PluginOptions): Plugin {
  const site = {url, baseUrl, title, tagline}
  let docs: readonly LoadedDoc[] = []
  return {
    name: 'docusaurus-plugin-plain-docs',
    allContentLoaded({allContent}) {
      docs = docsOf(Object.values(allContent['docusaurus-plugin-content-docs'] ?? {}))
    },
    async postBuild({outDir}) {
      const all = await copiesOf(siteDir, await read(siteDir, docs), site)
      await Promise.all(
        all.map(async ({page, text}) => {
          const path = join(outDir, copyPath(page, site))
          await mkdir(dirname(path), {recursive: true})
          await writeFile(path, text)
        }),
      )
      await writeFile(
        join(outDir, 'llms.txt'),
        toLlmsTxt(
          site,
          all.map(({page}) => page),
          links,
        ),
      )
    },
  }
}

type LoadedDoc = Omit<DocPage, 'text'> & {readonly unlisted: boolean; readonly draft: boolean}
type DocsContent = {readonly loadedVersions: readonly {readonly docs: readonly LoadedDoc[]}[]}

/** The pages of every instance of the docs plugin; what is unlisted or a draft has no copy. */
function docsOf(contents: readonly unknown[]): readonly LoadedDoc[] {
  return (contents as readonly DocsContent[])
    .flatMap(({loadedVersions}) => loadedVersions.flatMap(({docs}) => docs))
    .filter(({unlisted, draft}) => !unlisted && !draft)
    .toSorted(byAddress)
}

const read = (siteDir: string, docs: readonly LoadedDoc[]): Promise<readonly DocPage[]> =>
  Promise.all(
    docs.map(async ({title, description, permalink, source}) => ({
      title,
      description,
      permalink,
      source,
      text: await readFile(source.replace('@site', siteDir), 'utf8'),
    })),
  )
