import {byAddress, copyUrl, type DocPage, type Place} from './pages.ts'

/** A file of the site that is worth naming beside the pages, such as `/status.json`. */
export type ExtraLink = {
  /** The text of the link. */
  readonly title: string
  /** From the root of the site: `/status.json`. */
  readonly path: string
  /** One sentence; empty writes none. */
  readonly description: string
}

/** The table of contents for programs that read: https://llmstxt.org describes the form. */
export function toLlmsTxt(
  site: Place & {readonly title: string; readonly tagline: string},
  pages: readonly DocPage[],
  links: readonly ExtraLink[],
): string {
  const folders = new Map<string, DocPage[]>()
  for (const page of pages.toSorted(byAddress)) {
    const folder = folderOf(page)
    folders.set(folder, [...(folders.get(folder) ?? []), page])
  }
  const sections = [...folders]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, own]) => {
      const rows = own.map((page) => row(page.title, copyUrl(page, site), page.description))
      return `## ${titleOf(folder)}\n\n${rows.join('\n')}\n`
    })
  const extra = links.map(({title, path, description}) => row(title, `${site.url}${site.baseUrl}${path.replace(/^\//, '')}`, description))
  return [
    `# ${site.title}\n`,
    ...(site.tagline === '' ? [] : [`> ${site.tagline}\n`]),
    'Each address below is the Markdown copy of a page; without ".md" it is the page itself.\n',
    ...sections,
    ...(extra.length === 0 ? [] : [`## Data\n\n${extra.join('\n')}\n`]),
  ].join('\n')
}

function row(title: string, url: string, description: string): string {
  const name = title.replace(/[[\]]/g, '\\$&')
  return `- [${name}](${url})${description === '' ? '' : `: ${description.replace(/\s+/g, ' ')}`}`
}

/** The first folder below `docs/`; pages that stand in none come first. */
function folderOf({source}: DocPage): string {
  return /^@site\/[^/]+\/([^/]+)\//.exec(source)?.[1] ?? ''
}

function titleOf(folder: string): string {
  const words = folder.replaceAll('-', ' ')
  return words === '' ? 'Overview' : `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}
