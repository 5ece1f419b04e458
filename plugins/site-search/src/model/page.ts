import type {Kind} from './entry.ts'

/** A part of a page: what stands under a heading, up to the next one. */
export interface Section {
  /** Empty for what stands above the first heading. */
  readonly anchor: string
  readonly title: string
  /** 2 to 6; 1 for what stands above the first heading. */
  readonly depth: number
  readonly text: string
}

/** A page before it is taken apart. */
export interface Page {
  /** With the base URL. */
  readonly url: string
  readonly title: string
  readonly description: string
  /** `kind` of its front matter; null for what is no guide. */
  readonly genre: string | null
  readonly isApi: boolean
  /** Questions that it answers, in the words of those who ask. */
  readonly asked: readonly string[]
  /** What its parts are, where that is not what the page is. */
  readonly parts: Kind | null
  readonly sections: readonly Section[]
}

/** What the plan's plugin says to every page of the site, as far as it is read here. */
export interface Plan {
  readonly planPage: string | null
  readonly progressPage: string
  readonly items: readonly {readonly id: string; readonly number: string | null; readonly title: string; readonly anchor: string | null}[]
}
