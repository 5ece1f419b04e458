import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {visit, type Visit} from './browser.ts'

// A plan of 2,000 items and 20,000 tasks: its progress page is small when it arrives, and quick to search.

const ROOT = new URL('../..', import.meta.url).pathname
const [SECTIONS, ITEMS, TASKS] = [40, 50, 10]
const CONFIG = `import planMarkdown from 'docusaurus-plugin-action-plan/remark'

export default {
  title: 'Site', url: 'https://example.com', baseUrl: '/', future: {v4: true}, trailingSlash: false,
  markdown: {format: 'detect'},
  presets: [['classic', {docs: {remarkPlugins: [planMarkdown], sidebarPath: undefined}, blog: false}]],
  plugins: [
    ['docusaurus-plugin-action-plan', {plan: 'plans/large.md', onProblems: {errors: 'log', warnings: 'ignore'}}],
    ['docusaurus-plugin-action-plan', {id: 'shown', plan: 'docs/plan.md', onProblems: {errors: 'log', warnings: 'ignore'}}],
  ],
}
`
const WORDS = ['vault', 'cache', 'queue', 'ledger', 'gateway', 'replica', 'index', 'session', 'policy', 'archive', 'bridge'] as const
const word = (at: number): string => WORDS[at % WORDS.length] ?? ''

function plan(sections: number): string {
  const lines = ['---', 'plan:', '  start: 2026-01-05', '---', '', '# Large plan', '']
  for (let section = 1; section <= sections; section++) {
    lines.push(`## ${section}. Part ${section} of the work (P${section % 4})`, '')
    for (let item = 1; item <= ITEMS; item++) {
      const number = `${section}.${item}`
      lines.push(`### ${number} Rework the ${word(section + item)} of service ${item}`, '')
      for (let task = 1; task <= TASKS; task++)
        lines.push(
          `- [${(section * item + task) % 3 === 0 ? 'x' : ' '}] Step ${task}: move the ${word(task * item)} of unit ${number} to its place`,
        )
      lines.push('', `**Timeline**: ${(item % 5) + 1} days`, `**Owner**: @team${item % 7}`, '')
    }
  }
  return lines.join('\n')
}

let folder: string
let site: Visit
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scale-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const files = {
    'package.json': '{"name": "scale", "private": true}\n',
    'docusaurus.config.mjs': CONFIG,
    'src/pages/index.md': '# Home\n',
    'plans/large.md': plan(SECTIONS),
    'docs/plan.md': plan(2),
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  const {status, stdout, stderr} = spawnSync(join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {cwd: folder, encoding: 'utf8'})
  expect(status, stdout + stderr).toBe(0)
  site = await visit(join(folder, 'build'))
}, 900_000)
afterAll(async () => {
  await site.close()
  rmSync(folder, {recursive: true})
})

test('its HTML is at most 600 kB, and has the name of every item', () => {
  const file = join(folder, 'build/progress.html')
  expect(statSync(file).size).toBeLessThanOrEqual(600_000)
  expect(readFileSync(file, 'utf8').match(/<li id="?item-/g)).toHaveLength(SECTIONS * ITEMS)
})

test('without JavaScript a section opens, and its items lead to the page of the plan', async () => {
  const {seen} = await site.open('/shown/progress', {javaScriptEnabled: false}, async (page) => {
    const item = page.locator('#item-2-3')
    const before = await item.isVisible()
    await page.locator('main details[data-section] summary', {hasText: 'Part 2 '}).click()
    return {before, after: await item.isVisible(), link: await item.locator('a').getAttribute('href')}
  })
  expect(seen).toEqual({before: false, after: true, link: expect.stringMatching(/^\/docs\/plan#2-?3/) as string})
})

test('it is at most 5,000 elements at load; a filter finds an item, and its tasks are loaded on demand', async () => {
  const {seen, wrong} = await site.open('/progress', {viewport: {width: 1280, height: 800}}, async (page) => {
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
    const search = page.getByRole('searchbox').first()
    await search.fill('nothing that is there')
    await page.getByText('No item matches.').waitFor()
    await search.fill('')
    await search.fill('unit 12.7 ')
    const item = page.locator('details#item-12-7')
    await item.locator('li').first().waitFor()
    return {nodes, tasks: await item.locator('li').count()}
  })
  expect(wrong).toEqual([])
  expect(seen.nodes).toBeLessThanOrEqual(5000)
  expect(seen.tasks).toBeGreaterThan(0)
})

test('a link to an item opens it, with its tasks', async () => {
  const {seen} = await site.open('/progress#item-33-40', {}, async (page) => {
    const item = page.locator('details#item-33-40')
    await item.locator('li').first().waitFor()
    return {tasks: await item.locator('li').count(), top: await item.evaluate((one) => one.getBoundingClientRect().top)}
  })
  expect(seen.tasks).toBe(TASKS)
  expect(seen.top).toBeGreaterThanOrEqual(0)
  expect(seen.top).toBeLessThan(400)
})
