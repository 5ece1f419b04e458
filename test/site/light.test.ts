import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

// One site, built without the plugin and with it: what do the pages pay that show no plan?

const ROOT = new URL('../..', import.meta.url).pathname
/** The most that a page without plan content may pay, in bytes as a host sends them. */
const MOST = {code: 1000, css: 500}

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"name": "light", "private": true, "browserslist": {"production": [">0.5%", "not dead", "not op_mini all"]}}\n',
  'ROADMAP.md':
    '# Roadmap\n\n## 1. Security (P0)\n\n### 1.1 Credentials\n\n- [x] Audit the environment files\n- [ ] Move secrets to the store\n\n**Timeline**: 1 week\n**Owner**: @ana\n\n### 1.2 Network (P1)\n\n- [ ] Close the ports that nobody uses\n\n**Depends on**: 1.1\n',
  'docs/intro.md':
    '---\nsidebar_position: 1\n---\n\n# Intro\n\n**Owner**: nobody\n**Due**: 2026-12-01\n\n- [ ] a box\n- [x] another\n- [~] a third\n',
  'docs/basics/code.mdx': '# Code\n\n```js\nconst a = 1\n```\n\n:::note\n\nText.\n\n:::\n\n## More\n\n## And more\n',
  'docs/basics/table.md': '# Table\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  'docs/basics/tabs.mdx':
    "import Tabs from '@theme/Tabs'\nimport TabItem from '@theme/TabItem'\n\n# Tabs\n\n<Tabs><TabItem value=\"a\">A</TabItem></Tabs>\n",
  'blog/2026-01-01-first.md': '---\ntitle: First\n---\n\nText.\n',
  'blog/2026-01-02-second.md': '---\ntitle: Second\ntags: [a]\n---\n\nText.\n',
  'src/pages/index.md': '# Home\n',
  'src/pages/about.js':
    'import Layout from \'@theme/Layout\'\nexport default function About() {\n  return <Layout title="About"><main>About</main></Layout>\n}\n',
}
/** A guide with badges, which both sites have; without the plugin it says the same in words. */
const GUIDE = {
  with: '---\nplan_items: ["1.1"]\n---\n\n# Guide\n\nStands at :plan[1.2].\n',
  without: '# Guide\n\nStands at 1.2.\n',
}
const config = (plugin: boolean): string => `${plugin ? "import planMarkdown from 'docusaurus-plugin-action-plan/remark'\n" : ''}
export default {
  title: 'Site', url: 'https://example.com', baseUrl: '/', future: {v4: true}, trailingSlash: false, onBrokenLinks: 'throw', onBrokenAnchors: 'throw',
  markdown: {format: 'detect'},
  presets: [['classic', {docs: {${plugin ? 'remarkPlugins: [planMarkdown]' : ''}}, blog: {onUntruncatedBlogPosts: 'ignore'}}]],
  plugins: [${plugin ? "['docusaurus-plugin-action-plan', {plan: 'ROADMAP.md'}]" : ''}],
}
`

let folder: string
const site = {without: '', with: ''}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'light-'))
  for (const kind of ['without', 'with'] as const) {
    const here = join(folder, kind)
    const files = {...FILES, 'docs/guide.md': GUIDE[kind], 'docusaurus.config.mjs': config(kind === 'with')}
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(here, name)), {recursive: true})
      writeFileSync(join(here, name), text)
    }
    symlinkSync(join(ROOT, 'node_modules'), join(here, 'node_modules'))
    const {status, stdout, stderr} = spawnSync(join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {cwd: here, encoding: 'utf8'})
    expect(status, stdout + stderr).toBe(0)
    site[kind] = join(here, 'build')
  }
}, 600_000)
afterAll(() => rmSync(folder, {recursive: true}))

const html = (kind: 'with' | 'without', page: string): string => readFileSync(join(site[kind], page), 'utf8')
/** Names of files hold hashes of what is in them. */
const withoutHashes = (text: string): string => text.replace(/(\/assets\/(?:js|css)\/[\w~-]+?)\.[0-9a-f]{8}\.(js|css)/g, '$1.$2')
const named = (text: string, end: 'js' | 'css'): readonly string[] =>
  [...new Set([...text.matchAll(/\/assets\/[^"'\s>]+\.(?:js|css)/g)].map(([path]) => path))].filter((path) => path.endsWith(`.${end}`))
const bytes = (kind: 'with' | 'without', page: string, end: 'js' | 'css'): number =>
  named(html(kind, page), end).reduce((sum, path) => sum + gzipSync(readFileSync(join(site[kind], path)), {level: 9}).length, 0)

const pagesOf = (kind: 'with' | 'without'): readonly string[] =>
  (readdirSync(site[kind], {recursive: true}) as string[]).filter((name) => name.endsWith('.html')).sort()

test('pages without plan content are the same to the byte, but for the hashes in names of files', () => {
  const shared = pagesOf('without').filter((page) => page !== 'docs/guide.html')
  expect(shared.length).toBeGreaterThan(12)
  for (const page of shared) expect(withoutHashes(html('with', page)), page).toBe(withoutHashes(html('without', page)))
})

test('they load at most 1 kB more code and half a kB more styles, and no file of the plugin', () => {
  const rows = pagesOf('without')
    .filter((page) => page !== 'docs/guide.html')
    .map((page) => ({
      page,
      code: bytes('with', page, 'js') - bytes('without', page, 'js'),
      css: bytes('with', page, 'css') - bytes('without', page, 'css'),
    }))
  console.log(rows.map(({page, code, css}) => `${page.padEnd(40)} code ${code}, css ${css}`).join('\n'))
  expect(rows.filter(({code, css}) => code > MOST.code || css > MOST.css)).toEqual([])
  for (const {page} of rows)
    for (const path of [...named(html('with', page), 'js'), ...named(html('with', page), 'css')])
      expect(/--plan-|status\.json|plan\.status/.test(readFileSync(join(site.with, path), 'utf8')), `${page} loads ${path}`).toBe(false)
})

describe('a guide with badges', () => {
  test('loads their code and styles, and no table or timeline', () => {
    const page = html('with', 'docs/guide.html')
    const code = named(page, 'js').map((path) => readFileSync(join(site.with, path), 'utf8'))
    const css = named(page, 'css').map((path) => readFileSync(join(site.with, path), 'utf8'))
    expect(css.some((text) => text.includes('--plan-late'))).toBe(true)
    expect(code.some((text) => text.includes('plan.status.unknown'))).toBe(true)
    expect(code.filter((text) => /plan\.timeline\.(?!workingDay)|plan\.progress\.|plan\.history\./.test(text)).length).toBe(0)
    const more = {
      code: bytes('with', 'docs/guide.html', 'js') - bytes('without', 'docs/guide.html', 'js'),
      css: bytes('with', 'docs/guide.html', 'css') - bytes('without', 'docs/guide.html', 'css'),
    }
    console.log(`docs/guide.html code ${more.code}, css ${more.css}`)
    expect(more.code).toBeLessThan(14_000)
    expect(more.css).toBeLessThan(2500)
  })
  test('shows its banner below its title, and says where the numbers are from', () => {
    const page = html('with', 'docs/guide.html')
    const [title, banner, text, end] = [/<h1/, /Items of the plan that this page serves/, /<p>Stands at/, /How new the numbers are/].map(
      (one) => page.search(one),
    )
    expect(title).toBeGreaterThan(0)
    expect([title, banner, text, end]).toEqual([title, banner, text, end].sort((a = 0, b = 0) => a - b))
  })
})

test('pages of the plan name the feed and the day; others do not', () => {
  expect(html('with', 'progress.html')).toMatch(/<link[^>]*application\/atom\+xml[^>]*feed\.xml/)
  expect(html('with', 'progress.html')).toContain('data-from')
  expect(existsSync(join(site.with, 'progress/feed.xml'))).toBe(true)
})
