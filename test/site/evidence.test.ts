import {existsSync} from 'node:fs'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {mutationsSentence} from '../../src/mutations.ts'
import {routes, status, visit, type Visit} from './browser.ts'

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

test('without JavaScript each metric that a report shows has its state in words, and the others are named in one line', async () => {
  const {seen} = await site.open('/progress', {javaScriptEnabled: false}, async (page) => ({
    rows: await page.locator('section:has(> #metrics) > table > tbody > tr').allInnerTexts(),
    others: await page.locator('section:has(> #metrics) > details').textContent(),
    guide: await page.locator('section:has(> #metrics) a').last().getAttribute('href'),
    claims: await page.locator('section:has(> #items)').innerText(),
  }))
  const shown = status.metrics.filter(({evidence}) => evidence !== null)
  expect(seen.rows).toHaveLength(shown.length)
  shown.forEach(({text, because}, index) => {
    expect(seen.rows[index]).toContain(text)
    expect(seen.rows[index]).toContain(because)
    expect(seen.rows[index]).toMatch(/✓ met|✕ not met|\? unknown/)
  })
  const others = status.metrics.filter(({evidence}) => evidence === null)
  expect(others.length).toBeGreaterThan(0)
  for (const {text} of others) expect(seen.others).toContain(text)
  expect(seen.others).toContain(`${others.length} metrics are not connected`)
  expect(seen.guide).toBe('/docs/testing/connect-evidence')
  expect(seen.claims).toMatch(/Ticks are self-reported/)
})

test('the reports of the plan and of this site are two pages, and each says whose they are', async () => {
  expect(routes).toEqual(expect.arrayContaining(['/progress/tests', '/quality']))
  const main = (route: string): Promise<{readonly seen: string; readonly wrong: readonly string[]}> =>
    site.open(route, {javaScriptEnabled: false}, (page) => page.locator('main').innerText())
  const [plan, own] = [await main('/progress/tests'), await main('/quality')]
  expect(plan.seen).toContain('names as evidence')
  expect(own.seen).toContain('They say nothing about the trading system.')
  // Its words have a test of their own.
  expect(own.seen).toContain(mutationsSentence('docs/runbooks/mutations.json'))
  expect(own.seen).toMatch(existsSync('reports/unit.xml') ? /[\d,]+ passed, \d+ failed/ : /No reports yet\. Run npm test/)
  if (existsSync('reports/coverage/cobertura-coverage.xml')) {
    expect(own.seen).toMatch(/\d % \([\d,]+ of [\d,]+\) of lines, [\d.]+ % \([\d,]+ of [\d,]+\) of branches/)
    expect(own.seen).toContain('plugins/action-plan/src/derive')
  }
  expect(own.seen).not.toContain(process.cwd())
  expect(plan.seen).not.toContain('reports/unit.xml')
})

test.each(['/progress', '/progress/tests', '/quality'])('%s fits a phone, and nothing goes wrong on it', async (route) => {
  const {seen, wrong} = await site.open(route, {viewport: {width: 360, height: 740}}, (page) =>
    page.evaluate(() => document.documentElement.scrollWidth),
  )
  expect(seen).toBeLessThanOrEqual(360)
  expect(wrong).toEqual([])
})
