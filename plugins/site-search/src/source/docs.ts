/** A page of a docs plugin, as far as it is read here. */
export interface Doc {
  readonly title: string
  readonly description: string
  /** With the base URL. */
  readonly permalink: string
  /** As Docusaurus names it: `@site/docs/security/jwt.md`. */
  readonly source: string
  readonly frontMatter: Readonly<Record<string, unknown>>
  readonly unlisted: boolean
  readonly draft: boolean
}

interface DocsContent {
  readonly loadedVersions: readonly {readonly docs: readonly Doc[]}[]
}

/** The pages of docs plugins that readers can come to, by address. */
export function docsOf(contents: readonly unknown[]): readonly Doc[] {
  return (contents as readonly (DocsContent | undefined)[])
    .flatMap((content) => content?.loadedVersions.flatMap(({docs}) => docs) ?? [])
    .filter(({unlisted, draft}) => !unlisted && !draft)
    .toSorted((a, b) => (a.permalink < b.permalink ? -1 : 1))
}
