import {afterAll, beforeAll, expect, test} from 'vitest'
import {status, visit, type Visit} from './browser.ts'

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

test('the report prints on one or two pages of A4', async () => {
  const {seen} = await site.open('/progress/report', {}, async (page) => (await page.pdf({format: 'A4'})).toString('latin1'))
  const pages = seen.match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(status.totals.items).toBeGreaterThan(20)
  expect([1, 2]).toContain(pages)
})

test('its period is chosen by keyboard, and what it says follows', async () => {
  const {seen, wrong} = await site.open('/progress/report', {}, async (page) => {
    const radios = page.getByRole('radio')
    const heading = page.locator('#changes')
    await radios.first().focus()
    const before = await heading.innerText()
    await page.keyboard.press('ArrowDown')
    return {radios: await radios.count(), before, after: await heading.innerText(), second: await radios.nth(1).isChecked()}
  })
  expect(wrong).toEqual([])
  expect(seen.radios).toBeGreaterThan(1)
  expect(seen.second).toBe(true)
  expect(seen.after).not.toBe(seen.before)
})

test('without JavaScript it is the first period', async () => {
  const {seen} = await site.open('/progress/report', {javaScriptEnabled: false}, async (page) => ({
    radios: await page.getByRole('radio').count(),
    text: await page.locator('main').innerText(),
  }))
  expect(seen.radios).toBe(0)
  expect(seen.text).toMatch(/Changes since \d{1,2} [A-Z]\w{2} \d{4}/)
})

test('it is copied as Markdown, with whole addresses', async () => {
  const {seen, wrong} = await site.open('/progress/report', {permissions: ['clipboard-read', 'clipboard-write']}, async (page) => {
    await page.getByRole('button', {name: 'Copy as Markdown'}).click()
    await page.getByText('Copied', {exact: true}).waitFor()
    return {text: await page.evaluate(() => navigator.clipboard.readText()), origin: new URL(page.url()).origin}
  })
  expect(wrong).toEqual([])
  expect(seen.text).toMatch(/^## Changes since /)
  expect(seen.text).toContain(`](${seen.origin}/progress#item-`)
})

test('it is copied as rich text, with the Markdown beside it and no signs of the page', async () => {
  const {seen, wrong} = await site.open('/progress/report', {permissions: ['clipboard-read', 'clipboard-write']}, async (page) => {
    await page.getByRole('button', {name: 'Copy as rich text'}).click()
    await page.getByText('Copied', {exact: true}).waitFor()
    const [html, text] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item?.getType(type))?.text() ?? ''))
    })
    return {html: html ?? '', text, origin: new URL(page.url()).origin}
  })
  expect(wrong).toEqual([])
  expect(seen.html).toContain('Changes since ')
  expect(seen.html).toContain(`href="${seen.origin}/progress#item-`)
  expect(seen.html).not.toMatch(/<svg|hash-link|<button/)
  expect(seen.text).toMatch(/^## Changes since /)
})

test('parts with nothing in them are one sentence', async () => {
  const {seen} = await site.open('/progress/report', {}, (page) =>
    page.locator('main section:has(> h3)').evaluateAll((all) => all.map((one) => one.querySelectorAll('li').length)),
  )
  expect(seen.length).toBeGreaterThan(0)
  expect(Math.min(...seen)).toBeGreaterThan(0)
})

test('the history has its numbers without JavaScript: charts from three weeks on, a line before', async () => {
  const {seen} = await site.open('/progress/history', {javaScriptEnabled: false}, async (page) => ({
    charts: await page.locator('main figure svg[role="img"]').count(),
    tables: await page.locator('main table').count(),
    text: await page.locator('main').innerText(),
  }))
  if (/History is unavailable/.test(seen.text)) expect(seen.text).toMatch(/Fix: /)
  else {
    expect(seen.tables).toBeGreaterThan(0)
    if (seen.charts === 0) expect(seen.text).toMatch(/Charts appear after 21 days of history; there are \d+ so far\./)
    expect(seen.text).toMatch(/[Nn]o forecast: |\d+ tasks? left/)
  }
})
