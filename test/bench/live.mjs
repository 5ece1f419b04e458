// How long it takes from saving the plan to seeing it on an open page in development, beside what Docusaurus itself needs for a guide, in the same run.
import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {chromium} from 'playwright-core'
import {browser, freePort} from '../tools.mjs'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const ROUNDS = 15
const CONFIG = `export default {title: 'Bench', url: 'http://localhost', baseUrl: '/', future: {v4: true}, markdown: {format: 'detect'},
  presets: [['classic', {docs: {}, blog: false}]], plugins: [['docusaurus-plugin-action-plan', {plan: 'docs/plan.md'}]]}`

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]

export async function benchLive() {
  const site = mkdtempSync(join(tmpdir(), 'action-plan-bench-'))
  const plan = readFileSync(join(REPOSITORY, 'docs/plan/action-plan.md'), 'utf8')
  const ticked = plan.replace('- [ ] ', '- [x] ')
  mkdirSync(join(site, 'docs'))
  symlinkSync(join(REPOSITORY, 'node_modules'), join(site, 'node_modules'))
  writeFileSync(join(site, 'package.json'), '{"private": true, "browserslist": ["last 2 chrome versions"]}')
  writeFileSync(join(site, 'docusaurus.config.js'), CONFIG)
  writeFileSync(join(site, 'docs/plan.md'), plan)
  const guide = (turn) => writeFileSync(join(site, 'docs/guide.md'), `# Guide\n\nturn-${turn}\n`)
  guide(0)
  const port = await freePort()
  const server = spawn(join(site, 'node_modules/.bin/docusaurus'), ['start', '--port', String(port), '--host', '127.0.0.1', '--no-open'], {
    cwd: site,
    detached: true,
    stdio: 'ignore',
  })
  const chrome = await chromium.launch({executablePath: browser(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic']})
  try {
    const page = await chrome.newPage()
    const open = async (route, text) => {
      for (let tries = 0; ; tries++) {
        try {
          await page.goto(`http://127.0.0.1:${port}${route}`, {timeout: 120_000})
          await page.getByText(text).first().waitFor({timeout: 60_000})
          // The bundler and the stream of numbers come to rest.
          return await page.waitForTimeout(3000)
        } catch (error) {
          if (tries === 60) throw error
          await new Promise((done) => setTimeout(done, 1000))
        }
      }
    }
    const measure = async (save, text) => {
      const times = []
      for (let turn = 1; turn <= ROUNDS; turn++) {
        const seen = page.waitForFunction((wanted) => document.querySelector('main').innerText.includes(wanted), text(turn), {
          polling: 'raf',
        })
        const started = performance.now()
        save(turn)
        await seen
        times.push(performance.now() - started)
        await page.waitForTimeout(700)
      }
      return times
    }
    const done = plan.match(/^\s*- \[x\]/gm).length
    const total = plan.match(/^\s*- \[[ x]\]/gm).length
    await open('/progress', `${done} of ${total}`)
    await page.evaluate(() => Object.assign(window, {kept: true}))
    const plans = await measure(
      (turn) => writeFileSync(join(site, 'docs/plan.md'), turn % 2 === 1 ? ticked : plan),
      (turn) => `${done + (turn % 2)} of ${total}`,
    )
    const kept = await page.evaluate(() => window.kept === true)
    await open('/docs/guide', 'turn-0')
    const guides = await measure(guide, (turn) => `turn-${turn}`)
    const row = (name, times) =>
      `${name.padEnd(34)} ${Math.round(Math.min(...times))} / ${Math.round(median(times))} / ${Math.round(Math.max(...times))} ms`
    console.log(`\nFrom saving to seeing, in development (minimum / median / maximum of ${ROUNDS}):`)
    console.log(row('a task of the plan, on /progress', plans))
    console.log(row('a sentence of a guide', guides))
    console.log(`ratio of the medians: ${(median(plans) / median(guides)).toFixed(2)}; the page was ${kept ? 'not reloaded' : 'RELOADED'}`)
  } finally {
    await chrome.close()
    process.kill(-server.pid, 'SIGTERM')
    rmSync(site, {recursive: true, force: true})
  }
}
