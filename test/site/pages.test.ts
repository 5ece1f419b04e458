import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {violations} from './axe.ts'
import {status, visit, type Visit} from './browser.ts'
import {textOnScreens} from './screens.ts'

// What the pages of a plan promise to somebody with a minute: how tall they are, what stands on the first screen, and where the rest is.

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

const PHONE = {width: 390, height: 844}
const LAPTOP = {width: 1280, height: 800}
const items = status.sections.flatMap((section) => section.items)

interface Heights {
  /** Where the page's own part ends. */
  readonly main: number
  /** The whole, with the footer. */
  readonly whole: number
}

const heights = async (route: string, viewport: typeof PHONE): Promise<Heights> =>
  (
    await site.open(route, {viewport}, (page) =>
      page.evaluate(() => ({
        main: Math.ceil((document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) + window.scrollY),
        whole: document.documentElement.scrollHeight,
      })),
    )
  ).seen

test('the home page is one screen of a laptop, and at most two of a phone', async () => {
  expect((await heights('/', LAPTOP)).main).toBeLessThanOrEqual(LAPTOP.height)
  expect((await heights('/', PHONE)).main).toBeLessThanOrEqual(2 * PHONE.height)
})

test('the progress page is at most 2,500 px tall on a laptop and 4,500 px on a phone', async () => {
  expect((await heights('/progress', LAPTOP)).whole).toBeLessThanOrEqual(2500)
  expect((await heights('/progress', PHONE)).whole).toBeLessThanOrEqual(4500)
})

test('the progress page prints on two sheets of A4, with the name of every item and no task', async () => {
  const {seen} = await site.open('/progress', {}, async (page) => {
    const pdf = (await page.pdf({format: 'A4'})).toString('latin1')
    await page.emulateMedia({media: 'print'})
    return {sheets: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0, text: await page.locator('main').innerText()}
  })
  expect(seen.sheets).toBeGreaterThan(0)
  expect(seen.sheets).toBeLessThanOrEqual(2)
  for (const item of items) {
    expect(seen.text).toContain(item.title)
    for (const task of item.tasks) expect(seen.text).not.toContain(task.text)
  }
})

test('on paper what a section says of its tasks stands under the heads, as what its items say', async () => {
  const {seen} = await site.open('/progress', {viewport: {width: 718, height: 1000}}, async (page) => {
    await page.emulateMedia({media: 'print'})
    const at = (part: string): Promise<readonly number[]> =>
      page
        .locator(`main ${part}:visible`)
        .evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().left)))])
    return {
      heads: await at('[role=group] > [data-sort=health]'),
      health: await at('[data-section] summary > :has([data-health]):last-of-type'),
      lines: await page
        .locator('main [data-section] details > summary > span:first-child')
        .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 1 || one.getBoundingClientRect().height > 24).length),
    }
  })
  expect(seen.heads).toHaveLength(1)
  expect(seen.health).toEqual(seen.heads)
  expect(seen.lines).toBe(0)
})

test('a problem that many items have says once how it is fixed, and its days as pages say them', async () => {
  const {seen} = await site.open('/progress/problems', {}, async (page) => ({
    fixes: await page
      .locator('main details[open]')
      .evaluateAll((all) => all.map((one) => [one.querySelectorAll('li').length, (one.textContent ?? '').split('Fix:').length - 1])),
    text: await page.locator('main').innerText(),
  }))
  const deadline = status.problems.filter(({rule}) => rule === 'schedule/misses-deadline').length
  if (deadline > 1) expect(seen.fixes).toContainEqual([deadline, 1])
  expect(seen.text).not.toMatch(/ends \d{4}-\d{2}-\d{2}/)
})

describe('on the first screen of a phone', () => {
  const onScreens = async (route: string, screens: number): Promise<string> =>
    (await site.open(route, {viewport: PHONE}, (page) => textOnScreens(page, screens))).seen

  test('of the home page: are we on track, when will it be done, what is worst and whose is it', async () => {
    const text = await onScreens('/', 1)
    expect(text).toMatch(/On track|Off track|At risk|Not started|Done/)
    expect(text).toMatch(/(?:Forecast|Planned end) .*?\d{1,2} [A-Z][a-z]{2,3} \d{4}/)
    const worst = items.filter(({health}) => health === 'late' || health === 'at-risk')
    if (worst.length > 0) expect(worst.some(({title}) => text.includes(title))).toBe(true)
    else expect(text).toContain('Nothing is late or at risk.')
    for (const owner of worst.slice(0, 1).flatMap(({owners}) => owners)) expect(text).toContain(`@${owner}`)
    if (worst.length > 0 && worst.every(({owners}) => owners.length === 0)) expect(text).toContain('No owner is named for these.')
  })

  test('of the home page: what changed this week, and what comes next; the rest is on the second one', async () => {
    const text = await onScreens('/', 1)
    expect(text).toMatch(/tasks? done this week .*What changed|What changed/)
    const open = items.filter(({health}) => health !== 'done')
    if (open.length > 0) expect(open.some(({title}) => text.slice(text.indexOf('Up next')).includes(title))).toBe(true)
    expect(await onScreens('/', 2)).toContain('Weekly report')
  })

  test('of the report: what changed this week', async () => {
    expect(await onScreens('/progress/report', 1)).toMatch(/Changes? since \d{1,2} [A-Z][a-z]{2,3} \d{4}/)
  })
})

test('what comes next stands on the home page, and is nothing that is done', async () => {
  const {seen} = await site.open('/', {}, (page) => page.locator('#next + ul a').allInnerTexts())
  expect(seen.length).toBeGreaterThan(0)
  const open = items.filter(({health}) => health !== 'done').map((item) => `${item.number} ${item.title}`)
  for (const name of seen) expect(open).toContain(name)
})

test.each([
  '/',
  '/progress',
  '/progress/timeline',
  '/progress/history',
  '/progress/report',
  '/progress/problems',
  '/docs/plan/action-plan',
])('%s says once at most where its numbers are from', async (route) => {
  const {seen} = await site.open(route, {}, (page) => page.locator('[data-freshness]:visible').count())
  expect(seen).toBe(1)
})

describe('the table of items', () => {
  test('is one line a section, and opens without JavaScript', async () => {
    const {seen} = await site.open('/progress', {javaScriptEnabled: false}, async (page) => {
      const folded = page.locator('main details[data-section]:not([open])').first()
      const before = await folded.locator('details').first().isVisible()
      await folded.locator('summary').first().click()
      return {sections: await page.locator('main details[data-section]').count(), before, text: await page.locator('main').textContent()}
    })
    expect(seen.sections).toBe(status.sections.length)
    expect(seen.before).toBe(false)
    for (const item of items) for (const task of item.tasks) expect(seen.text).toContain(task.text)
  })

  test('unfolds what is late', async () => {
    const {seen} = await site.open('/progress', {javaScriptEnabled: false}, (page) =>
      page.locator('main details[data-section][open] h3').evaluateAll((all) => all.map(({id}) => id)),
    )
    expect(seen).toEqual(status.sections.filter(({health}) => health === 'late').map(({id}) => `section-${id}`))
  })

  test('is one list when it is sorted, and the address keeps the order', async () => {
    const {seen, wrong} = await site.open('/progress', {}, async (page) => {
      await page.getByRole('button', {name: 'Done', exact: true}).click()
      // The table follows a moment after the button.
      await expect.poll(() => page.locator('main details[data-section]').count()).toBe(0)
      const rows = page.locator('main details[id^=item-] > summary')
      const shares = await rows.evaluateAll((all) =>
        all.map((one) =>
          /(\d+)\/(\d+)/
            .exec((one as HTMLElement).innerText)
            ?.slice(1)
            .map(Number),
        ),
      )
      return {shares, query: new URL(page.url()).search}
    })
    expect(wrong).toEqual([])
    expect(seen.query).toBe('?sort=done')
    const shares = seen.shares.map((pair) => (pair?.[0] ?? 0) / (pair?.[1] ?? 1))
    expect(shares).toHaveLength(items.length)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  test('a link to an item opens its section and the item', async () => {
    const item = items.at(-1)
    const {seen} = await site.open(`/progress#item-${item?.id.replace('.', '-')}`, {}, async (page) => {
      const details = page.locator(`#item-${item?.id.replace('.', '-')}`)
      await expect.poll(() => details.getAttribute('open')).not.toBeNull()
      return details.locator('li').first().innerText()
    })
    expect(seen).toContain(item?.tasks[0]?.text)
  })
})

test('problems have a page of their own, with place and fix', async () => {
  const {seen} = await site.open('/progress', {}, async (page) => {
    await page.locator('#problems ~ p a').first().click()
    await page.waitForURL('**/progress/problems')
    return page.locator('main').innerText()
  })
  for (const {rule} of status.problems.filter(({severity}) => severity !== 'info')) expect(seen).toContain(rule)
  expect(seen).toContain('Fix:')
})

describe('the badges page', () => {
  const forms = ['Markdown', 'HTML', 'AsciiDoc', 'URL']

  test('gives the badge of the plan and the card in every form, without JavaScript, too', async () => {
    const {seen} = await site.open('/progress/badges', {javaScriptEnabled: false}, async (page) => ({
      terms: await page.locator('main dl dt').allInnerTexts(),
      buttons: await page.locator('main dl button:visible, main fieldset:visible').count(),
      first: await page.locator('main dl').first().innerText(),
    }))
    expect(seen.terms).toEqual([...forms, ...forms, 'iframe'])
    expect(seen.buttons).toBe(0)
    expect(seen.first).toMatch(/\[!\[action plan\]\(.*\/badges\/overall\.svg\)\]\(.*\/progress\)/)
    expect(seen.first).toMatch(/image:.*\/badges\/overall\.svg\["action plan",link=".*\/progress"\]/)
  })

  test('its form is chosen by keyboard, stays in the address, and is what is copied', async () => {
    const {seen, wrong} = await site.open('/progress/badges', {permissions: ['clipboard-read', 'clipboard-write']}, async (page) => {
      await page.getByRole('radio', {name: 'Markdown'}).focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => new URL(page.url()).search).toBe('?form=html')
      const row = page.locator('#item-2-1')
      await row.getByRole('button').click()
      await row.getByRole('status').filter({hasText: 'copied'}).waitFor({state: 'attached'})
      return {copied: await page.evaluate(() => navigator.clipboard.readText()), shown: await row.locator('code').innerText()}
    })
    expect(wrong).toEqual([])
    expect(seen.copied).toBe(seen.shown)
    expect(seen.copied).toMatch(/^<a href=".*\/progress"><img src=".*\/badges\/item-2-1\.svg" alt="2\.1 .*"><\/a>$/)
  })
})

test.each([
  [320, 'dark'],
  [480, 'light'],
] as const)('the card is a page of %i px without scripts that says what the home page says, in %s, too', async (width, colorScheme) => {
  const {seen, wrong} = await site.open('/progress/badges', {colorScheme, viewport: {width, height: 210}}, async (page) => {
    await page.goto(`${site.origin}/badges/card.htm`)
    return {
      text: await page.locator('main').innerText(),
      scripts: await page.locator('script').count(),
      wide: await page.evaluate(() => document.documentElement.scrollWidth),
      violations: await violations(page),
    }
  })
  expect({...seen, text: ''}).toEqual({text: '', scripts: 0, wide: width, violations: []})
  expect(wrong).toEqual([])
  expect(seen.text).toContain(status.title)
  expect(seen.text).toContain(status.verdict.because)
  expect(seen.text).toMatch(/As of \d{1,2} [A-Z][a-z]{2,3} \d{4}/)
})

test('the report leads to its own changes, not to itself; the history to how far forecasts were right', async () => {
  const hrefs = async (route: string): Promise<readonly (string | null)[]> =>
    (
      await site.open(route, {javaScriptEnabled: false}, (page) =>
        page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href'))),
      )
    ).seen
  const report = await hrefs('/progress/report')
  expect(report).not.toContain('/progress/report')
  expect(report.some((href) => href?.endsWith('#changes'))).toBe(true)
  expect(await hrefs('/progress/history')).toContain('/docs/reference/forecast-calibration')
})
