import GithubSlugger from 'github-slugger'

/** Ids of headings as GitHub and Docusaurus make them: ask in the order of the file. `## Title {#own-id}` has its own. */
export class Anchors {
  private readonly slugger = new GithubSlugger()

  next(text: string): string {
    const at = ownAnchorAt(text)
    return at === -1 ? this.slugger.slug(text) : text.trimEnd().slice(at + 2, -1)
  }
}

/** Where the id begins that a heading has of its own, `{#own-id}` at its end; -1 without one. */
export function ownAnchorAt(text: string): number {
  const end = text.trimEnd()
  if (!end.endsWith('}')) return -1
  const at = end.indexOf('{#', end.lastIndexOf('}', end.length - 2) + 1)
  return at === -1 || at + 3 > end.length - 1 ? -1 : at
}

/** A stable id from a title; `fallback` where the title has no letters. */
export function slug(title: string, fallback: string): string {
  const made = new GithubSlugger().slug(title).replace(/-{2,}/g, '-').replace(/^-/, '').replace(/-$/, '')
  return made === '' ? fallback : made
}

/** Makes ids unique: the second `x` is `x~2`. */
export class UniqueIds {
  private readonly counts = new Map<string, number>()

  next(id: string): string {
    const count = (this.counts.get(id) ?? 0) + 1
    this.counts.set(id, count)
    return count === 1 ? id : `${id}~${count}`
  }
}
