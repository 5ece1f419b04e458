import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {visit, type Visit} from './browser.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const CONFIG = `export default {
  title: 'Hostile', url: 'http://localhost:3000', baseUrl: '/', future: {v4: true}, onBrokenLinks: 'ignore',
  presets: [['classic', {docs: false, blog: false, pages: false}]],
  plugins: [['docusaurus-plugin-action-plan', {plan: 'plan.md', onProblems: {errors: 'log', warnings: 'ignore'}}]],
}
`
const PAGES = ['/progress', '/progress/timeline', '/progress/history', '/progress/report', '/progress/badges']

let folder: string
let site: Visit
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  cpSync(join(ROOT, 'plugins/action-plan/src/fixtures/hostile-text/plan.md'), join(folder, 'plan.md'))
  writeFileSync(join(folder, 'docusaurus.config.mjs'), CONFIG)
  writeFileSync(join(folder, 'package.json'), '{"name": "hostile", "private": true}\n')
  const {status, stdout, stderr} = spawnSync(join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {cwd: folder, encoding: 'utf8'})
  expect(status, stdout + stderr).toBe(0)
  site = await visit(join(folder, 'build'))
})
afterAll(async () => {
  await site.close()
  rmSync(folder, {recursive: true})
})

// No policy is served here: what holds is that text stays text.
test.each(PAGES)('a plan full of payloads runs nothing on %s', async (route) => {
  const {seen, wrong} = await site.open(route, {}, async (page) => {
    let dialogs = 0
    page.on('dialog', (dialog) => void (dialogs++, dialog.dismiss()))
    for (const details of await page.locator('main details').all()) await details.evaluate((one) => one.setAttribute('open', ''))
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('main *')].flatMap((element) => [
        ...(['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED'].includes(element.tagName) ? [element.outerHTML.slice(0, 80)] : []),
        ...[...element.attributes]
          .filter(({name, value}) => /^on/i.test(name) || /^\s*(?:javascript|vbscript|data:text)/i.test(value))
          .map(({name}) => `${element.tagName} ${name}`),
      ]),
    )
    return {found, dialogs, text: await page.locator('main').innerText()}
  })
  expect({found: seen.found, dialogs: seen.dialogs}).toEqual({found: [], dialogs: 0})
  // This site has no icon, which a browser asks for.
  expect(wrong.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([])
  expect(seen.text.length).toBeGreaterThan(20)
})

test('its payloads are shown as the text that they are', async () => {
  const {seen} = await site.open('/progress', {javaScriptEnabled: false}, (page) => page.locator('main').textContent())
  expect(seen).toContain('<script>alert(1)</script>')
})
