/** Where the index is served, below the base URL: titles first, because they are small and answer most questions; then all text. */
export const HEADS = 'search/heads.json'
export const TEXTS = 'search/texts.json'

export const VERSION = 2

/** `heads.json`. Kinds and pages are numbers into lists, because they repeat a thousand times. */
export interface Heads {
  readonly version: number
  readonly kinds: readonly string[]
  /** Address and title. */
  readonly pages: readonly (readonly [url: string, title: string])[]
  /** An address that begins with "#" is on its page. Most answer no question of their own. */
  readonly entries: readonly (readonly [page: number, kind: number, address: string, title: string, asked?: readonly string[]])[]
}

/** `texts.json`: a text for each entry of `heads.json`, in its order. */
export interface Texts {
  readonly version: number
  readonly texts: readonly string[]
}
