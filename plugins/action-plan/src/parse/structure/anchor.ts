import {slug as githubSlug} from 'github-slugger'
import {remembered} from '../../lexicon/lexicon.ts'

/** Ids of headings as GitHub and Docusaurus make them: ask in the order of the file. `## Title {#own-id}` has its own. */
export class Anchors {
  /** How often each id was given, as github-slugger counts it. */
  private readonly given = new Map<string, number>()

  next(text: string): string {
    const at = ownAnchorAt(text)
    return at === -1 ? this.unique(slugOf(text)) : text.trimEnd().slice(at + 2, -1)
  }

  private unique(id: string): string {
    let [found, count] = [id, this.given.get(id) ?? -1]
    while (this.given.has(found)) found = `${id}-${++count}`
    if (count > 0) this.given.set(id, count)
    this.given.set(found, 0)
    return found
  }
}

const slugOf = remembered((text) => githubSlug(text))

/** Where the id begins that a heading has of its own, `{#own-id}` at its end; -1 without one. */
export function ownAnchorAt(text: string): number {
  const end = text.trimEnd()
  if (!end.endsWith('}')) return -1
  const at = end.indexOf('{#', end.lastIndexOf('}', end.length - 2) + 1)
  return at === -1 || at + 3 > end.length - 1 ? -1 : at
}

/** A stable id from a title; `fallback` where the title has no letters. */
export const slug = (title: string, fallback: string): string => {
  const made = readSlug(title)
  return made === '' ? fallback : made
}
const readSlug = remembered((title) => slugOf(title).replace(/-{2,}/g, '-').replace(/^-/, '').replace(/-$/, ''))

/** Makes ids unique: the second `x` is `x~2`. */
export class UniqueIds {
  private readonly counts = new Map<string, number>()

  next(id: string): string {
    const count = (this.counts.get(id) ?? 0) + 1
    this.counts.set(id, count)
    return count === 1 ? id : `${id}~${count}`
  }
}
