import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {BUILD, visit, type Visit} from './browser.ts'

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

test('moving between pages, and choosing a colour mode, is not stopped', async () => {
  const {wrong, seen} = await site.open('/', {}, async (page) => {
    for (const address of ['/progress', '/progress/timeline', '/docs/plan/action-plan', '/docs/runbooks'])
      await Promise.all([page.waitForURL(`**${address}`), page.locator(`nav a[href="${address}"]`).first().click()])
    await page.locator('nav button[aria-label*="dark"], nav button[title*="mode"]').first().click()
    await page.waitForLoadState('networkidle')
    return page.evaluate(() => Object.keys(localStorage))
  })
  expect(wrong).toEqual([])
  expect(seen).toHaveLength(1)
})

/** Things that a page must not run, as they might come in by a change of a dependency or of a text. */
const PLANTED: readonly (readonly [what: string, html: string])[] = [
  ['an inline script', '<script>window.planted = true</script>'],
  ['an event handler', '<img src="/none.png" onerror="window.planted = true">'],
  ['a script in a frame', '<iframe srcdoc="<script>parent.planted = true</script>"></iframe>'],
  ['a script from elsewhere', '<script src="http://localhost:9/x.js"></script>'],
  ['a style element', '<style>body {background: url(http://localhost:9/x.png)}</style>'],
  ['a form to elsewhere', '<form action="http://localhost:9/" id="planted"></form>'],
]

describe.each([
  ['tag alone', false],
  ['tag and headers', true],
])('what is planted into a page is stopped by the %s', (_, headers) => {
  let folder: string
  let planted: Visit
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'planted-'))
    const html = readFileSync(join(BUILD, '404.html'), 'utf8')
    for (const name of ['assets', 'img', '404.html']) cpSync(join(BUILD, name), join(folder, name), {recursive: true})
    if (headers) cpSync(join(BUILD, '_headers'), join(folder, '_headers'))
    PLANTED.forEach(([, what], index) => writeFileSync(join(folder, `${index}.html`), html.replace('<body>', `<body>${what}`)))
    planted = await visit(folder)
  })
  afterAll(async () => {
    await planted.close()
    rmSync(folder, {recursive: true})
  })

  test.each(PLANTED.map(([what], index) => [what, index] as const))('%s', async (_what, index) => {
    const {wrong, seen} = await planted.open(`/${index}`, {}, async (page) => {
      await page.evaluate(() => (document.getElementById('planted') as HTMLFormElement | null)?.submit())
      await page.waitForTimeout(100)
      return page.evaluate(() => 'planted' in window && typeof window.planted === 'boolean')
    })
    expect(seen).toBe(false)
    expect(wrong.filter((line) => line.startsWith('policy: '))).not.toEqual([])
  })
})

test('the headers forbid to show the site in a frame, and to guess types', () => {
  const headers = readFileSync(join(BUILD, '_headers'), 'utf8')
  expect(headers).toContain("frame-ancestors 'none'")
  expect(headers).toContain('X-Content-Type-Options: nosniff')
  expect(headers).not.toMatch(/script-src[^;]*unsafe/)
})
