import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {visit, type Visit} from './browser.ts'

// A plain site with the policy: what Docusaurus, its theme and the site's own plugin write runs; what a page's text holds does not.

const ROOT = new URL('../..', import.meta.url).pathname
/** What the theme's announcement stores, and React's word on scripts that the minifier rewrote, are no matter of the policy. */
const ELSE = /^stored docusaurus\.announcement|React error #418/

/** As it is written, and as the build leaves it. */
const own = (name: string): string => `window.${name} = true`
const small = (name: string): string => `window.${name}=!0`
const FILES: Readonly<Record<string, string>> = {
  'docusaurus.config.mjs': `export default {
  title: 'Policy', url: 'http://localhost:3000', baseUrl: '/', future: {v4: true}, onBrokenLinks: 'ignore',
  markdown: {format: 'detect'},
  headTags: [{tagName: 'script', attributes: {}, innerHTML: '${own('ofConfig')}'}],
  presets: [['classic', {docs: {sidebarPath: undefined}, blog: false}]],
  themeConfig: {announcementBar: {id: 'news', content: 'News'}},
  plugins: [
    'docusaurus-plugin-content-security-policy',
    () => ({name: 'tags', injectHtmlTags: () => ({postBodyTags: [{tagName: 'script', innerHTML: '${own('ofPlugin')}'}]})}),
  ],
}
`,
  'package.json': '{"name": "policy", "private": true}\n',
  'src/pages/index.md': '# Home\n',
  'docs/plain.md': `# Plain\n\nText.\n\n<script>${own('planted')}</script>\n\n<div><script>${own('plantedInside')}</script></div>\n`,
  'docs/component.mdx': `# Component\n\n<head><script>{"${own('plantedInHead')}"}</script></head>\n\nText. <script>{"${own('planted')}"}</script>\n`,
}

let folder: string
let said: string
let site: Visit
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policy-site-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, '..'), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  const {status, stdout, stderr} = spawnSync(join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {cwd: folder, encoding: 'utf8'})
  said = stdout + stderr
  expect(status, said).toBe(0)
  // What a browser asks for when a site names no icon.
  writeFileSync(join(folder, 'build/favicon.ico'), '')
  site = await visit(join(folder, 'build'))
}, 300_000)
afterAll(async () => {
  await site.close()
  rmSync(folder, {recursive: true, force: true})
})

const RAN = ['ofConfig', 'ofPlugin']
const look = (route: string): ReturnType<typeof site.open<readonly string[]>> =>
  site.open(route, {}, (page) =>
    page.evaluate(() =>
      Object.keys(window)
        .filter((name) => name.startsWith('of') || name.startsWith('planted'))
        .sort(),
    ),
  )

test('a page without scripts of its own stops nothing', async () => {
  const {seen, wrong} = await look('/')
  expect(seen).toEqual(expect.arrayContaining(RAN))
  expect(wrong.filter((line) => !ELSE.test(line))).toEqual([])
})

test.each([
  ['/docs/plain', 2],
  ['/docs/component', 2],
])('scripts in the text of %s do not run, and the rest does', async (route, count) => {
  const {seen, wrong} = await look(route)
  expect(seen.filter((name) => name.startsWith('planted'))).toEqual([])
  expect(seen).toEqual(expect.arrayContaining(RAN))
  expect(wrong.filter((line) => !ELSE.test(line)).length).toBeGreaterThanOrEqual(count)
  expect(wrong.filter((line) => !/script-src|Content.Security.Policy/i.test(line) && !ELSE.test(line))).toEqual([])
})

test('the build names each of them with its page', () => {
  expect(said).toContain("The Content-Security-Policy stops inline scripts of pages' content")
  for (const [page, name] of [
    ['docs/plain', 'planted'],
    ['docs/plain', 'plantedInside'],
    ['docs/component', 'plantedInHead'],
  ])
    expect(said).toMatch(
      new RegExp(`${page ?? ''}(?:/index)?\\.html:\\d+:\\d+ <script>${small(name ?? '').replace(/[.]/g, '\\.')} \\('sha256-`),
    )
  expect(said).not.toContain('ofConfig')
  expect(said).not.toContain('ofPlugin')
  expect(said).not.toContain('DOMContentLoaded')
})
