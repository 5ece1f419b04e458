import GithubSlugger from 'github-slugger'

/** Ids of headings as GitHub and Docusaurus make them: ask in the order of the file. `## Title {#own-id}` has its own. */
export function anchors(): (text: string) => string {
  const slugger = new GithubSlugger()
  return (text) => {
    const own = /\{#([^}]+)\}\s*$/.exec(text)?.[1]
    return own ?? slugger.slug(text)
  }
}

/** A stable id from a title; `fallback` where the title has no letters. */
export function slug(title: string, fallback: string): string {
  const made = new GithubSlugger()
    .slug(title)
    .replace(/^-+|-+$/g, '')
    .replace(/-{2,}/g, '-')
  return made === '' ? fallback : made
}

/** Makes ids unique: the second `x` is `x~2`. */
export function unique(): (id: string) => string {
  const seen = new Map<string, number>()
  return (id) => {
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 1 ? id : `${id}~${count}`
  }
}
