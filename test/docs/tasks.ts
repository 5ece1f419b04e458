import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import GithubSlugger from 'github-slugger'
import type {Code, Heading, ListItem, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import type {Page} from './page.ts'
import {PLAN, type Site} from './site.ts'

/** The page with the table of tasks: its places are written by people, all else in it is generated. */
export const TASKS = 'docs/reference/tasks.md'
const [FROM, TO] = ['<!-- tasks -->', '<!-- end of tasks -->'] as const

/** How far a place lets one do its task, the best first. What is meant stands on the page. */
const LEVELS = ['executed', 'code executed', 'code checked', 'described'] as const
type Level = (typeof LEVELS)[number]

interface Task {
  readonly item: string
  /** Its first line in the plan, in Markdown: what follows without an empty line belongs to the item. */
  readonly text: string
}

/** The tasks of the plan's items, in order. */
export function tasksOf({tree, text}: Page): Task[] {
  const tasks: Task[] = []
  let item: string | null = null
  const source = (node: RootContent | undefined): string => text.slice(node?.position?.start.offset, node?.position?.end.offset).split('\n', 1)[0] ?? ''
  visit(tree, (node) => {
    if (node.type === 'heading') item = /^(\d+\.\d+)\s/.exec(toString(node))?.[1] ?? (node.depth < 4 ? null : item)
    const task = node.type === 'listItem' && (node as ListItem).checked !== null ? (node as ListItem).children[0] : undefined
    if (task !== undefined && item !== null) tasks.push({item, text: source(task)})
  })
  return tasks
}

/** The links of a row, by item and task. */
export function placesOf(table: string): Map<string, string[]> {
  const rows = [...table.matchAll(/^\| \[([\d.]+)\]\([^)]*\) \| (.*?) \| (.*?) ?\| .*\|$/gm)]
  return new Map(rows.map(([, item = '', task = '', places = '']) => [`${item} ${task}`, [...places.matchAll(/\]\(([^)]+)\)/g)].map(([, place = '']) => place)]))
}

/** The page and the part of it that a link of the table leads to; null when it leads nowhere. */
function sectionOf(place: string, {pages}: Site): {readonly page: Page; readonly title: string; readonly content: readonly RootContent[]} | null {
  const [path = '', anchor = ''] = place.split('#')
  const file = posix.join(posix.dirname(TASKS), path)
  const page = pages.find((one) => one.path === file)
  if (page === undefined) return null
  const title = String(page.front.data['title'])
  if (anchor === '') return {page, title, content: page.tree.children}
  const slugger = new GithubSlugger()
  const slugs = new Map<Heading, string>()
  visit(page.tree, 'heading', (node) => void slugs.set(node, slugger.slug(toString(node))))
  const nodes = page.tree.children
  const start = nodes.findIndex((node) => node.type === 'heading' && slugs.get(node) === anchor)
  const heading = nodes[start]
  if (heading?.type !== 'heading') return null
  const end = nodes.findIndex((node, index) => index > start && node.type === 'heading' && node.depth <= heading.depth)
  return {page, title: `${title}: ${toString(heading)}`, content: nodes.slice(start + 1, end < 0 ? undefined : end)}
}

/** Code of guides that a rehearsal, a fixture or a test of the harness runs: the texts that name it. */
export function harnessTexts(root: string): string[] {
  const folders = ['docs/runbooks/rehearsals', 'plugins/tested-docs/src/source/fixtures', 'plugins/tested-docs/src']
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.sh$|guide\.ts$|guides\.process\.test\.ts$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  )
}

/** What is known of a place, from the results of the harness and from what its code blocks say. */
export function levelOf(place: string, site: Site, root: string, harness: readonly string[]): Level | null {
  const section = sectionOf(place, site)
  if (section === null) return null
  const id = /^docs\/runbooks\/([\w-]+)\.md$/.exec(section.page.path)?.[1]
  const result = id === undefined ? '' : join(root, `docs/runbooks/results/${id}.json`)
  if (existsSync(result)) {
    const {verdict, level} = JSON.parse(readFileSync(result, 'utf8')) as {verdict: string; level: number}
    if (verdict === 'passed' && level >= 2) return 'executed'
  }
  const fences: Code[] = []
  for (const node of section.content) visit(node, 'code', (code) => void fences.push(code))
  const checked = fences.filter(({meta}) => /\bcheck\b/.test(meta ?? ''))
  const page = section.page.path.replace('docs/', '')
  const runs = ({meta}: Code): boolean => {
    const title = /title="([^"]+)"/.exec(meta ?? '')?.[1]?.split(';')[0]
    // A block with a title is taken by it; a test that takes one without names the page, and what the block defines.
    return title === undefined
      ? false
      : harness.some((text) => text.includes(`${page} "${title}"`) || text.includes(`${page} ${title}`) || (text.includes(`'${page}'`) && text.includes(`'${title}'`)))
  }
  const defines = ({value}: Code): readonly string[] => [...value.matchAll(/^\s*((?:async )?def \w+)/gm)].map(([, name = '']) => name)
  const taken = (code: Code): boolean => harness.some((text) => text.includes(`docs/${page}"`) && defines(code).some((name) => text.includes(`~ /${name}/`)))
  if (fences.some((code) => runs(code) || taken(code))) return 'code executed'
  return checked.length > 0 ? 'code checked' : 'described'
}

/** What is wrong with the table: tasks without a place, and places that lead nowhere or to a page that does not serve the task's item. */
export function faultsOf(tasks: readonly Task[], places: ReadonlyMap<string, readonly string[]>, site: Site): string[] {
  return tasks.flatMap(({item, text}) => {
    const own = places.get(`${item} ${text}`) ?? []
    const row = `${TASKS}: ${item} "${text}"`
    if (own.length === 0) return [`${row} has no place. Fix: write a link into its third cell, then run npm run tasks`]
    return own.flatMap((place) => {
      const section = sectionOf(place, site)
      if (section === null) return [`${row}: "${place}" leads nowhere. Fix: name a page and one of its headings`]
      const served = [section.page.front.data['plan_items']].flat()
      return served.includes(item) ? [] : [`${row}: ${section.page.path} does not serve ${item}. Fix: add "${item}" to its plan_items, or name another page`]
    })
  })
}

/** The page with its table made anew from the plan; the places are kept. */
export function withTasks(page: string, site: Site, root: string): string {
  const [before, rest] = page.split(FROM)
  const [table = '', after] = rest?.split(TO) ?? []
  const plan = site.pages.find(({path}) => path === PLAN)
  if (before === undefined || after === undefined || plan === undefined) throw new Error(`${TASKS} has no part between ${FROM} and ${TO}: put both lines in`)
  const places = placesOf(table)
  const harness = harnessTexts(root)
  const rows = tasksOf(plan).map(({item, text}) => {
    const own = places.get(`${item} ${text}`) ?? []
    const levels = own.map((place) => levelOf(place, site, root, harness))
    const best = LEVELS.find((level) => levels.includes(level)) ?? ''
    const links = own.map((place) => `[${sectionOf(place, site)?.title ?? place}](${place})`).join(', ')
    return {best, row: `| [${item}](/progress#item-${item.replace('.', '-')}) | ${text} | ${links} | ${best} |`}
  })
  const sums = LEVELS.map((level) => `${rows.filter(({best}) => best === level).length} ${level}`).join(', ')
  const made = [`${rows.length} tasks: ${sums}.`, '', '| item | task | place | level |', '| --- | --- | --- | --- |', ...rows.map(({row}) => row)]
  return `${before}${FROM}\n\n${made.join('\n')}\n\n${TO}${after}`
}
