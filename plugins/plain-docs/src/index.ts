import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {toLlmsTxt} from './llms.ts'
import {toMarkdown} from './markdown.ts'
import type {PluginOptions} from './options.ts'
import {byAddress, copyPath, type DocPage, type Place} from './pages.ts'

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
  let made: Promise<readonly Copy[]> | null = null
  const copies = (): Promise<readonly Copy[]> => (made ??= toCopies(siteDir, docs, site))
  return {
    name: 'docusaurus-plugin-plain-docs',
    allContentLoaded({allContent}) {
      docs = docsOf(Object.values(allContent['docusaurus-plugin-content-docs'] ?? {}))
    },
    configureWebpack(_, isServer) {
      const ahead = {
        apply: (compiler: Compiler): void =>
          // What goes wrong is said after the build.
          compiler.hooks.make.tap('docusaurus-plugin-plain-docs', () => void copies().catch(() => {})),
      }
      return isServer || process.env['NODE_ENV'] !== 'production' ? {} : {plugins: [ahead]}
    },
    async postBuild({outDir}) {
      const all = await copies()
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
/** As far as it is used here. */
type Compiler = {readonly hooks: {readonly make: {tap(name: string, run: () => void): void}}}
type Copy = {readonly page: DocPage; readonly text: string}

/** The pages of every instance of the docs plugin; what is unlisted or a draft has no copy. */
function docsOf(contents: readonly unknown[]): readonly LoadedDoc[] {
  return (contents as readonly DocsContent[])
    .flatMap(({loadedVersions}) => loadedVersions.flatMap(({docs}) => docs))
    .filter(({unlisted, draft}) => !unlisted && !draft)
    .toSorted(byAddress)
}

/** One at a time, giving way between them: this thread has nothing else to do while the bundler works. */
async function toCopies(siteDir: string, docs: readonly LoadedDoc[], site: Place): Promise<readonly Copy[]> {
  const pages = await Promise.all(
    docs.map(async ({title, description, permalink, source}) => ({
      title,
      description,
      permalink,
      source,
      text: await readFile(source.replace('@site', siteDir), 'utf8'),
    })),
  )
  const all: Copy[] = []
  for (const page of pages) {
    await setImmediate()
    all.push({page, text: toMarkdown(page, pages, site)})
  }
  return all
}
