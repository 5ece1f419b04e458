// Whether the timeline of a large plan stays usable: the longest task of the page's thread while a reader filters and zooms.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createJiti} from 'jiti'
import {chromium} from 'playwright-core'
import {browser} from '../tools.mjs'
import {bareSite, docusaurus} from './bare-site.mjs'

const ITEMS = 1000
/** Milliseconds. */
const LIMIT = 200
const CONFIG = `export default {
  title: 'Large', url: 'http://localhost', baseUrl: '/', future: {v4: true}, onBrokenLinks: 'ignore',
  presets: [['classic', {blog: false, docs: false}]],
  plugins: [['docusaurus-plugin-action-plan', {plan: 'PLAN.md'}]],
}
`

/** A plan of many items, with owners, tasks, dependencies and phases. */
function planText() {
  const item = (section, number) =>
    `### ${section}.${number} Item ${section}.${number} of the large plan\n\n**Timeline**: ${1 + ((section + number) % 5)} days\n**Owner**: @owner-${number}\n${number > 1 ? `**Depends on**: ${section}.${number - 1}\n` : ''}\n${[1, 2, 3, 4].map((task) => `- [${task + number <= section % 7 ? 'x' : ' '}] task ${task}`).join('\n')}\n`
  const sections = Array.from({length: ITEMS / 10}, (_, index) => index + 1)
  return `---
plan:
  start: 2026-01-05
---

# Large plan

${sections.map((section) => `## ${section}. Section ${section} (P${section % 4})\n\n${Array.from({length: 10}, (_, number) => item(section, number + 1)).join('\n')}`).join('\n')}
## Implementation Schedule

${Array.from(
  {length: 10},
  (_, phase) =>
    `### Week ${phase * 4 + 1}-${phase * 4 + 4}\n\n${sections
      .filter((section) => section % 10 === phase)
      .map((section) => `- [ ] Section ${section}`)
      .join('\n')}\n`,
).join('\n')}`
}

/** What a reader does, by name. */
const ACTIONS = [
  ['filter by a word', (page) => page.getByLabel('Find').fill('Item 7')],
  ['type a word, key by key', (page) => page.getByLabel('Find').pressSequentially('7.1')],
  ['filter by nothing', (page) => page.getByLabel('Find').fill('')],
  ['filter by health', (page) => page.getByLabel('Health').selectOption('not-started')],
  ['all healths', (page) => page.getByLabel('Health').selectOption('all')],
  ['group by priority', (page) => page.getByLabel('Group by').selectOption('priority')],
  ['group by phase', (page) => page.getByLabel('Group by').selectOption('phase')],
  ...['days', 'months', 'weeks'].map((zoom) => [`zoom to ${zoom}`, (page) => page.getByRole('button', {name: zoom, exact: true}).click()]),
]

export async function benchTimeline() {
  const site = bareSite()
  const {host} = await createJiti(import.meta.url).import('../site/server.ts')
  const chrome = await chromium.launch({executablePath: browser(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic']})
  let served = null
  try {
    writeFileSync(join(site.folder, 'docusaurus.config.mjs'), CONFIG)
    writeFileSync(join(site.folder, 'PLAN.md'), planText())
    docusaurus(site.folder, 'build')
    served = await host(site.build)
    const page = await chrome.newPage({viewport: {width: 1280, height: 900}})
    await page.addInitScript(() => {
      window.long = []
      new PerformanceObserver((list) => window.long.push(...list.getEntries().map(({duration}) => duration))).observe({type: 'longtask'})
    })
    await page.goto(`${served.origin}/progress/timeline`, {waitUntil: 'networkidle'})
    await page.waitForTimeout(1000)
    console.log(`\nThe timeline of a large plan: the longest task in milliseconds (at most ${LIMIT}), and what is drawn`)
    const row = async (name) => {
      const longest = Math.round(Math.max(0, ...(await page.evaluate(() => window.long.splice(0)))))
      const bars = await page.locator('main svg [role=img]').count()
      console.log(`${name.padEnd(26)} ${String(longest).padStart(4)}  ${bars} bars`)
    }
    await row('open')
    for (const [name, act] of ACTIONS) {
      await act(page)
      await page.waitForTimeout(1500)
      await row(name)
    }
  } finally {
    served?.close()
    await chrome.close()
    site.remove()
  }
}
