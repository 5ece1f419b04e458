import {spawn} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Status} from '../../plugins/action-plan/src/model/status.ts'
import {PLUGIN} from '../site/packed.ts'

/** What a row changes of the plain site: texts of its configuration, and files; null is a file that it does not have. */
export interface SiteChange {
  /** More imports of the configuration. */
  readonly imports?: string
  /** More of the configuration itself, such as `trailingSlash: true,`. */
  readonly config?: string
  /** Options of the docs beside the remark plugin. */
  readonly docs?: string
  /** Options of the plan. */
  readonly plan?: string
  /** More plugins, and themes. */
  readonly plugins?: string
  readonly themes?: string
  readonly files?: Readonly<Record<string, string | null>>
}

const PLAN =
  '# Roadmap\n\n## 1. Security (P0)\n\n### 1.1 Credentials\n\n- [x] Audit the files\n- [ ] Move the secrets\n\n**Owner**: @ana\n\n### 1.2 Network\n\n- [ ] Close the ports\n\n**Depends on**: 1.1\n'
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"name": "matrix", "private": true}\n',
  'ROADMAP.md': PLAN,
  'docs/intro.md': '# Intro\n\nText.\n',
  'docs/guide.mdx': '---\nplan_items: ["1.1"]\n---\n\n# Guide\n\nStands at <PlanStatus item="1.2" />.\n',
  'src/pages/index.md': '# Home\n',
}

const config = ({imports = '', config: more = '', docs = '', plan = '', plugins = '', themes = ''}: SiteChange): string => `
import planMarkdown from '${PLUGIN}/remark'
${imports}
export default {
  title: 'Site', url: 'https://example.com', baseUrl: '/', onBrokenLinks: 'throw', onBrokenAnchors: 'throw',
  presets: [['classic', {docs: {remarkPlugins: [planMarkdown], sidebarPath: undefined, ${docs}}, blog: false}]],
  plugins: [['${PLUGIN}', {plan: 'ROADMAP.md', portfolio: 'plans', ${plan}}], ${plugins}],
  themes: [${themes}],
  ${more}
}
`

/** Writes the plain site with a row's changes into a folder. */
export function writeSite(folder: string, change: SiteChange): void {
  for (const [name, text] of Object.entries({...FILES, 'docusaurus.config.mjs': config(change), ...change.files})) {
    if (text === null) {
      rmSync(join(folder, name), {force: true})
      continue
    }
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
}

/** A built site, as checks look at it. */
export interface BuiltSite {
  readonly folder: string
  /** What the build printed. */
  readonly said: string
  readonly status: Status
  /** The HTML of a page by its address below the base, such as `progress`; empty when there is none. */
  page(route: string): string
}

/** Builds a site with a program of Node; throws what it said when it fails. */
export async function buildSite(folder: string, node: string, ...args: readonly string[]): Promise<BuiltSite> {
  const program = join(folder, 'node_modules/@docusaurus/core/bin/docusaurus.mjs')
  const {status, said} = await ran(folder, node, [program, 'build', ...args], {NODE_ENV: 'production'})
  if (status !== 0)
    throw new Error(
      `the build ended with ${status}: ${said
        .split('\n')
        .filter((line) => /ERROR|rror:/.test(line))
        .slice(0, 3)
        .join(' | ')}`,
    )
  const built = join(folder, 'build')
  return {
    folder,
    said,
    status: JSON.parse(readFileSync(join(built, 'status.json'), 'utf8')) as Status,
    page(route) {
      const found = [`${route}.html`, `${route}/index.html`, ...(route === '' ? ['index.html'] : [])].map((name) => join(built, name))
      const path = found.find((one) => existsSync(one))
      return path === undefined ? '' : readFileSync(path, 'utf8')
    },
  }
}

/** Runs a program to its end. */
export function ran(
  folder: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{readonly status: number | null; readonly said: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {cwd: folder, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']})
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (said += chunk.toString()))
    child.on('error', reject)
    child.on('close', (status) => resolve({status, said}))
  })
}

/** What every site of the table has to show; a message for each thing that it does not. */
export function complaintsOf(site: BuiltSite): readonly string[] {
  const {totals} = site.status
  const expected: readonly (readonly [what: string, found: boolean])[] = [
    ['status.json with 1 of 3 tasks done', totals.done === 1 && totals.tasks === 3],
    ['a progress page with the count', /1 of 3 tasks done|1 von 3 Aufgaben/.test(site.page('progress'))],
    ['a timeline', site.page('progress/timeline').includes('Credentials')],
    ['a page of all plans', site.page('plans').includes('Roadmap')],
    ['a badge with the count', readFileSync(join(site.folder, 'build/badges/overall.svg'), 'utf8').includes('1/3')],
    ['a calendar', existsSync(join(site.folder, 'build/plan.ics'))],
    ['styles', readdirSync(join(site.folder, 'build/assets/css')).length > 0],
    ['a build without warnings', !/\[WARNING\]/.test(site.said)],
  ]
  return expected.flatMap(([what, found]) =>
    found ? [] : [`expected ${what}${what.endsWith('warnings') ? `, found ${warning(site.said)}` : ''}`],
  )
}

const warning = (said: string): string => /\[WARNING\][^\n]*/.exec(said)?.[0] ?? ''
