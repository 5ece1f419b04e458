import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {applyTrailingSlash} from '@docusaurus/utils-common'
import {openCache} from 'build-kit/build-cache'
import {entries} from './entries.ts'
import {HEADS, TEXTS} from './model/index-files.ts'
import type {Page, Section} from './model/page.ts'
import type {ExtraPage, PluginOptions} from './options.ts'
import {mainOf} from './parse/main.ts'
import {builtPage} from './source/built.ts'
import {serveJson} from './source/dev-server.ts'
import {docsOf, type Doc} from './source/docs.ts'
import {plansOf} from './source/plans.ts'
import {toIndexFiles} from './view/index-files.ts'
import {toLists} from './view/lists.ts'

export {validateOptions} from './options.ts'

/** What decides the sections of a built page, beside the page. */
const CODE = ['parse/', '../package.json'].map((name) => new URL(name, import.meta.url))

const DOCS = 'docusaurus-plugin-content-docs'

/** A search in the navigation bar, and a page that lists everything. The index is written after the build, and made from the sources while writing. */
// eslint-disable-next-line max-lines-per-function -- hooks of a plugin, which share its settings
export default function siteSearch({siteDir, baseUrl, generatedFilesDir, siteConfig}: LoadContext, options: PluginOptions): Plugin {
  const at = (path: string): string => baseUrl + path.replace(/^\//, '')
  /** As the routes have it: an index page loses its slash, or not. */
  const slash = (url: string): string => applyTrailingSlash(url, {trailingSlash: siteConfig.trailingSlash, baseUrl})
  const asked = new Map(Object.entries(options.asked).map(([path, questions]) => [slash(at(path)), questions]))
  let docs: readonly Doc[] = []
  /** While writing: made when somebody searches, and again after a change. */
  let written: Promise<ReturnType<typeof toIndexFiles>> | null = null

  const pages = async (
    extra: readonly ExtraPage[],
    sections: (page: {readonly url: string; readonly source: string | null}) => Promise<readonly Section[]>,
  ): Promise<readonly Page[]> =>
    Promise.all([
      ...docs.map(async ({title, description, permalink, source, frontMatter}): Promise<Page> => ({
        url: permalink,
        title,
        description,
        genre: typeof frontMatter.kind === 'string' ? frontMatter.kind : '',
        isApi: source.startsWith(`@site/${options.api}/`),
        asked: asked.get(permalink) ?? [],
        parts: null,
        sections: (await sections({url: permalink, source})).filter(({title}) => !options.without.includes(title)),
      })),
      ...extra.map(async ({path, ...page}): Promise<Page> => {
        // Their text is numbers that change; what is worth finding in them is said by the description and the headings.
        const found = await sections({url: at(path), source: null})
        return {
          ...page,
          title: page.title || (found[0]?.title ?? ''),
          url: at(path),
          genre: null,
          isApi: false,
          sections: found.map((one) => ({...one, text: ''})),
        }
      }),
    ])

  return {
    name: 'docusaurus-plugin-site-search',
    getThemePath: () => './theme',
    getTypeScriptThemePath: () => './theme',

    // Here, where plugins speak in the order of the settings; when all content is loaded, the one that is done first speaks first, and two builds of the same would differ.
    contentLoaded({actions: {setGlobalData}}) {
      setGlobalData({page: at(options.path), heads: at(HEADS), texts: at(TEXTS)})
    },

    allContentLoaded({allContent, actions: {addRoute}}) {
      written = null
      docs = docsOf(Object.values(allContent[DOCS] ?? {})).map((doc) => ({...doc, permalink: slash(doc.permalink)}))
      const gone = [...asked.keys()].filter((path) => docs.every(({permalink}) => permalink !== path))
      if (gone.length > 0)
        throw new Error(
          `docusaurus-plugin-site-search: the option "asked" names ${gone.join(', ')}, expected addresses of pages of a docs plugin (correct them, or take them out)`,
        )
      addRoute({
        path: at(options.path),
        component: '@theme/SearchPage',
        exact: true,
        props: {
          page: at(options.path),
          lists: toLists(
            docs,
            options.pages.map(({path, title, description}) => ({url: at(path), title, description})),
            options.api,
          ),
        },
      })
    },

    configureWebpack(config, isServer) {
      if (isServer) return {}
      const made = async (): Promise<ReturnType<typeof toIndexFiles>> => {
        // A build has no use for it, and it takes a while to load.
        const {sectionsOfMarkdown} = await import('./parse/markdown.ts')
        const sources = await pages(options.pages, async ({source}) =>
          source === null
            ? [{anchor: '', title: '', depth: 1, text: ''}]
            : sectionsOfMarkdown(await readFile(source.replace('@site', siteDir), 'utf8')),
        )
        return toIndexFiles(entries(sources, await plansOf(generatedFilesDir)))
      }
      // One that failed is tried again.
      const index = (): ReturnType<typeof made> =>
        (written ??= made().catch((error: unknown) => ((written = null), Promise.reject(error as Error))))
      return serveJson(config, {[at(HEADS)]: async () => (await index()).heads, [at(TEXTS)]: async () => (await index()).texts})
    },

    async postBuild({outDir, routesPaths}) {
      const known = new Set([
        ...docs.map(({permalink}) => permalink),
        ...options.pages.map(({path}) => at(path)),
        at(options.path),
        at('404.html'),
      ])
      // What another plugin or a new file has added is found by its headings, until the site says more of it.
      const rest = routesPaths.filter((path) => !known.has(path)).map((path) => undescribed(path.slice(baseUrl.length)))
      const made = await openCache(siteDir, 'site-search', CODE)
      const built = await pages([...options.pages, ...rest], async ({url}) => {
        const main = mainOf(builtPage(outDir, baseUrl, url))
        return made.of([main], async () => (await import('./parse/html.ts')).sectionsOfHtml(main))
      })
      await made.close()
      const {heads, texts} = toIndexFiles(entries(built, await plansOf(generatedFilesDir)))
      for (const [name, part] of [
        [HEADS, heads],
        [TEXTS, texts],
      ] as const) {
        await mkdir(dirname(join(outDir, name)), {recursive: true})
        await writeFile(join(outDir, name), JSON.stringify(part))
      }
    },
  }
}

const undescribed = (path: string): ExtraPage => ({path: `/${path}`, title: '', description: '', asked: [], parts: null})
