/** A page of the documentation, as the docs plugin loaded it. */
export type DocPage = {
  readonly title: string
  readonly description: string
  /** With the base address: `/docs/security/jwt`. */
  readonly permalink: string
  /** As Docusaurus names it: `@site/docs/security/jwt.md`. */
  readonly source: string
  readonly text: string
}

/** Where a site is: `https://example.com` and `/` or `/base/`. */
export type Place = {readonly url: string; readonly baseUrl: string}

/** The file of the Markdown copy, below the output folder: beside the page's HTML, under the same name. */
export function copyPath({permalink}: Pick<DocPage, 'permalink'>, {baseUrl}: Pick<Place, 'baseUrl'>): string {
  const path = permalink.slice(permalink.startsWith(baseUrl) ? baseUrl.length : 1).replace(/\/$/, '')
  return `${path === '' ? 'index' : path}.md`
}

export function copyUrl(page: Pick<DocPage, 'permalink'>, place: Place): string {
  return `${place.url}${place.baseUrl}${copyPath(page, place)}`
}

/** Sorted by address, in an order that no locale changes. */
export function byAddress(a: Pick<DocPage, 'permalink'>, b: Pick<DocPage, 'permalink'>): number {
  return a.permalink < b.permalink ? -1 : a.permalink > b.permalink ? 1 : 0
}
