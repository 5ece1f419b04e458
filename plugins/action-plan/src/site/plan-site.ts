import {dirname, join, resolve} from 'node:path'
import type {LoadContext} from '@docusaurus/types'
import {normalizeUrl} from '@docusaurus/utils'
import type {PluginOptions} from '../options.ts'
import {DEFAULT_PLAN, findProject, shownPath} from '../source/file.ts'
import type {Wording} from '../view/words/words.ts'
import {wordsFor} from './locale.ts'

/** One plan of a site: where its files and pages are, and how its problems are told. Known before anything is read. */
export interface PlanSite {
  readonly options: PluginOptions
  /** A build that readers get, and not the development server. */
  readonly production: boolean
  readonly siteDir: string
  /** Folders of files that are served as they are, relative to that of the site. */
  readonly staticFolders: readonly string[]
  /** The folder of what Docusaurus generates. */
  readonly generated: string
  /** The plan's file: absolute, and as people are shown it. */
  readonly file: string
  readonly path: string
  /** The folder that paths of evidence are relative to. */
  readonly project: string
  /** The folder of the plan's own files in the built site; empty for the instance `default`. */
  readonly root: string
  readonly siteUrl: string
  /** Stands for the reports among the paths to watch: a plan may name others while it is written. */
  readonly mark: string
  readonly onProblems: PluginOptions['onProblems']
  /** Whether the site's pages are read with the remark plugin, which writes what they show of plans. */
  readonly hasRemark: boolean
  /** The language of the site, for what is written when it is built. */
  readonly words: Wording
  /** An address of the plan: below the base of the site and its own folder. */
  address(...parts: readonly string[]): string
  /** An address of the whole site: below its base. */
  siteAddress(path: string): string
}

/** What the site's configuration says of a plan. */
export function planSite(
  {siteDir, generatedFilesDir, baseUrl, siteConfig, i18n, codeTranslations}: LoadContext,
  options: PluginOptions,
): PlanSite {
  const production = process.env.NODE_ENV === 'production'
  const file = resolve(siteDir, options.plan ?? findProject(siteDir).plan ?? DEFAULT_PLAN)
  const root = options.id === 'default' ? '' : options.id
  return {
    options,
    production,
    siteDir,
    staticFolders: siteConfig.staticDirectories,
    generated: generatedFilesDir,
    file,
    path: shownPath(siteDir, file),
    project: findProject(dirname(file)).root,
    root,
    siteUrl: siteConfig.url,
    mark: join(generatedFilesDir, 'docusaurus-plugin-action-plan', options.id, 'reports-changed'),
    hasRemark: names(siteConfig.presets, 'planMarkdown') || names(siteConfig.plugins, 'planMarkdown'),
    words: wordsFor(i18n.currentLocale, codeTranslations),
    onProblems: production ? options.onProblems : {errors: 'warn', warnings: 'log'},
    address: (...parts) => normalizeUrl([baseUrl, root, ...parts]),
    siteAddress: (path) => normalizeUrl([baseUrl, path]),
  }
}

/** Whether a function of that name stands anywhere in a value. */
function names(value: unknown, name: string): boolean {
  if (typeof value === 'function') return value.name === name
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => names(one, name))
}
