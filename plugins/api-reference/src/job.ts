import type {Entry} from './options.ts'

/** What docusaurus-plugin-typedoc reads of a site. */
export interface SiteConfig {
  readonly siteDir: string
  readonly presets: unknown
}

/** What the worker is given, as JSON. */
export interface Job extends SiteConfig {
  /** Where `pages/` and `undocumented.json` are written. */
  readonly folder: string
  readonly tsconfig: string
  readonly entries: readonly Entry[]
}
