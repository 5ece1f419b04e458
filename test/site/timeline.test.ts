import {readFileSync} from 'node:fs'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {dateIn} from '../../plugins/action-plan/src/model/date.ts'
import {report} from '../../plugins/action-plan/src/report.ts'
import {wordsFor} from '../../plugins/action-plan/src/site/locale.ts'
import {violations} from './axe.ts'
import {status, visit, type Visit} from './browser.ts'

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

const items = status.sections.flatMap((section) => section.items)
const ROUTE = '/progress/timeline'

test('without JavaScript the drawing and its table hold every item and phase', async () => {
  const {seen, wrong} = await site.open(ROUTE, {javaScriptEnabled: false}, async (page) => ({
    bars: await page.locator('main svg [role=img]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '')),
    text: (await page.locator('main').textContent()) ?? '',
  }))
  expect(wrong).toEqual([])
  expect(seen.bars).toHaveLength(items.length)
  for (const item of items) {
    expect(seen.bars.some((label) => label.startsWith(`${item.id} ${item.title}: `))).toBe(true)
    expect(seen.text).toContain(item.title)
  }
  for (const phase of status.phases) expect(seen.text).toContain(phase.title)
})

test('by keyboard: one stop for all bars, arrows go from bar to bar, what is behind a bar is told', async () => {
  const {seen, wrong} = await site.open(ROUTE, {viewport: {width: 1280, height: 900}}, async (page) => {
    const stops = await page.locator('main svg [tabindex="0"]').count()
    await page.locator('main svg [tabindex="0"]').focus()
    const at = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    const first = await at()
    await page.keyboard.press('ArrowDown')
    const second = await at()
    await page.keyboard.press('End')
    const last = await at()
    await page.keyboard.press('Home')
    const name = first.split(':')[0] as string
    return {
      stops,
      first,
      second,
      last,
      home: await at(),
      told: await page.locator('main dl').first().innerText(),
      link: await page.getByRole('link', {name}).count(),
    }
  })
  expect(wrong).toEqual([])
  expect(seen.stops).toBe(1)
  expect(new Set([seen.first, seen.second, seen.last]).size).toBe(3)
  expect(seen.home).toBe(seen.first)
  expect(seen.told).toMatch(/When/)
  expect(seen.link).toBeGreaterThan(0)
})

test('what the reader chose is in the address, and the address shows it again', async () => {
  const query = await site.open(ROUTE, {}, async (page) => {
    await page.getByLabel('Group by').selectOption('priority')
    await page.getByLabel('Find').fill('credential')
    await page.getByRole('button', {name: 'days'}).click()
    await page.waitForFunction(() => window.location.search.includes('q=credential'))
    return page.evaluate(() => window.location.search)
  })
  expect(new URLSearchParams(query.seen).get('group')).toBe('priority')
  const again = await site.open(`${ROUTE}${query.seen}`, {}, async (page) => ({
    group: await page.getByLabel('Group by').inputValue(),
    shown: await page.getByRole('status').filter({hasText: 'items'}).innerText(),
    pressed: await page.locator('button[aria-pressed=true]').innerText(),
    bars: await page.locator('main svg [role=img]').count(),
  }))
  expect(again.seen).toEqual({group: 'priority', shown: `1 of ${items.length} items`, pressed: 'days', bars: 1})
  const none = await site.open(`${ROUTE}?q=nothing+has+this+name`, {}, (page) => page.locator('main').innerText())
  expect(none.seen).toContain('No item matches.')
})

test('on a phone it is a list: a name, how it stands and a small bar for each item, with a key of what is drawn and nothing to zoom', async () => {
  const {seen, wrong} = await site.open(ROUTE, {viewport: {width: 390, height: 844}}, async (page) => ({
    wide: await page.evaluate(() => document.documentElement.scrollWidth),
    drawing: await page.locator('main svg[role=group]').isVisible(),
    names: await page.locator('main li:has([style*="left"]):visible a').allInnerTexts(),
    parts: await page
      .locator('main [data-part]:visible')
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-part')))]),
    key: await page.locator('main [data-sign]:visible').evaluateAll((all) => all.map((one) => one.getAttribute('data-sign'))),
    zoom: await page.getByRole('button', {name: 'weeks'}).isVisible(),
    filled: await page.locator('main li:has([data-part=done]):visible a').allInnerTexts(),
  }))
  expect(wrong).toEqual([])
  expect(seen.wide).toBeLessThanOrEqual(390)
  expect(seen.drawing).toBe(false)
  for (const item of items) expect(seen.names).toContain(`${item.id} ${item.title}`)
  expect(seen.zoom).toBe(false)
  // What is done is part of the item's own sign.
  expect(seen.parts.filter((part) => part !== 'done').sort()).toEqual([...seen.key].sort())
  expect(seen.filled).toEqual(
    expect.arrayContaining(items.filter(({done, start}) => done > 0 && start !== null).map(({id, title}) => `${id} ${title}`)),
  )
})

test('the key names what is drawn and nothing else, in forced colours too; no name is cut where there is room', async () => {
  const {seen} = await site.open(ROUTE, {viewport: {width: 1280, height: 900}, forcedColors: 'active'}, async (page) => ({
    key: await page.locator('main [data-sign]').evaluateAll((all) => all.map((one) => one.getAttribute('data-sign') ?? '')),
    signs: await page
      .locator('main [data-key-sign]')
      .evaluateAll((all) =>
        all.map(
          (one) => getComputedStyle(one).backgroundImage + getComputedStyle(one).borderTopStyle + getComputedStyle(one).borderLeftStyle,
        ),
      ),
    critical: await page.locator('main g[class*=critical]').count(),
    late: await page.locator('main svg [role=img][data-health=late]').count(),
    cut: await page
      .locator('main [class*=label][title] > span:first-child')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length),
    wide: await page
      .locator('main [role=region] > div')
      .evaluate((one) => one.getBoundingClientRect().right - (one.parentElement?.getBoundingClientRect().right ?? 0)),
  }))
  expect(seen.key.includes('critical')).toBe(seen.critical > 0)
  expect(seen.key.includes('overdue')).toBe(seen.late > 0)
  expect(new Set(seen.signs).size).toBe(seen.signs.length)
  expect(seen.cut).toBe(0)
  // No empty strip between the drawing and its frame.
  expect(Math.abs(seen.wide)).toBeLessThan(3)
})

test('what is left of late items is drawn from today on, said at the bar, in its card and in the table; a smaller team moves it', async () => {
  const late = items.find(({health, projected, finish}) => health === 'late' && projected !== null && finish !== null)
  if (late === undefined) return
  const {seen, wrong} = await site.open(
    `${ROUTE}#${late.id}`,
    {viewport: {width: 1280, height: 900}},
    async (page) => {
      const bar = page.locator(`main svg [role=img][aria-label^="${late.id} "]`)
      const left = (): Promise<string | null> =>
        bar
          .locator('[class*=projected]')
          .getAttribute('x', {timeout: 500})
          .catch(() => null)
      const first = await left()
      const told = {label: await bar.getAttribute('aria-label'), card: await page.locator('main [data-chosen=true]').innerText()}
      const table = await page.locator('main details table').first().textContent()
      await page.locator('main summary').first().click()
      await page.getByLabel('Team size').fill('1')
      await page.getByRole('button', {name: 'Show', exact: true}).click()
      await page.locator('main details + [role=status]', {hasText: 'With 1 person'}).waitFor()
      const bars = await page.locator('main svg [class*=projected]').evaluateAll((all) => all.map((one) => one.getAttribute('x')))
      return {first, ...told, table, bars}
    },
    (page) => page.clock.setFixedTime(new Date(`${status.statusDate}T12:00:00Z`)),
  )
  expect(wrong).toEqual([])
  expect(seen.first).not.toBeNull()
  expect(seen.label).toContain('projected to end on ')
  expect(seen.card).toContain('Projected')
  expect(seen.table).toContain(late.projected?.end ?? '?')
  // With one person two of them do not begin on one day.
  expect(new Set(seen.bars).size).toBe(seen.bars.length)
  expect(seen.bars.length).toBeGreaterThan(1)
})

test('the address names an item: it is chosen, in view, with a card at its bar and only its own arrows', async () => {
  const item = items.at(-1)
  const {seen, wrong} = await site.open(`${ROUTE}#${item?.id}`, {viewport: {width: 1280, height: 800}}, async (page) => {
    const card = page.locator('main [data-chosen=true]')
    await card.waitFor()
    const bar = page.locator(`main [role=img][aria-label^="${item?.id} "]`)
    const box = await bar.boundingBox()
    await page.locator(`main [role=img][aria-label^="${items[0]?.id} "]`).click()
    return {text: await card.innerText(), y: box?.y ?? -1, hash: new URL(page.url()).hash}
  })
  expect(wrong).toEqual([])
  expect(seen.text).toContain(items[0]?.title)
  expect(seen.y).toBeGreaterThan(0)
  expect(seen.y).toBeLessThan(800)
  expect(seen.hash).toBe(`#${items[0]?.id}`)
})

test('on a phone the address names an item, too: it is in view, and has the focus', async () => {
  const item = items.at(-1)
  const {seen} = await site.open(`${ROUTE}#${item?.id}`, {viewport: {width: 390, height: 844}}, (page) =>
    page.evaluate(() => ({text: document.activeElement?.textContent, y: document.activeElement?.getBoundingClientRect().y ?? -1})),
  )
  expect(seen.text).toBe(`${item?.id} ${item?.title}`)
  expect(seen.y).toBeGreaterThan(0)
  expect(seen.y).toBeLessThan(844)
})

test('by keyboard plus and minus zoom, and the critical path is not red', async () => {
  const {seen} = await site.open(ROUTE, {}, async (page) => {
    await page.locator('main svg [tabindex="0"]').focus()
    const pressed = (): Promise<string> => page.locator('button[aria-pressed=true]').innerText()
    const before = await pressed()
    await page.keyboard.press('+')
    await expect.poll(pressed).not.toBe(before)
    const red = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.color = 'var(--plan-late)'
      const colour = getComputedStyle(probe).color
      probe.remove()
      return [...document.querySelectorAll('main g[class*=critical] rect[class*=rest]')].filter(
        (one) => getComputedStyle(one).stroke === colour,
      ).length
    })
    return {red}
  })
  expect(seen.red).toBe(0)
})

test('follows the colour mode, and prints', async () => {
  const ground = (colorScheme: 'light' | 'dark'): Promise<{readonly seen: string}> =>
    site.open(ROUTE, {colorScheme}, (page) =>
      page
        .locator('main svg rect[class*=rest]')
        .first()
        .evaluate((one) => `${getComputedStyle(one).fill} ${getComputedStyle(document.body).backgroundColor}`),
    )
  expect((await ground('light')).seen).not.toBe((await ground('dark')).seen)
  const {seen} = await site.open(ROUTE, {}, async (page) => {
    await page.emulateMedia({media: 'print'})
    const box = await page.locator('main svg[role=group]').boundingBox()
    const pdf = await page.pdf({preferCSSPageSize: true})
    return {
      pdf: pdf.byteLength,
      sheets: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0,
      bars: await page.locator('main svg [role=img]').count(),
      wide: box?.width ?? 0,
    }
  })
  expect(seen.bars).toBe(items.length)
  expect(seen.pdf).toBeGreaterThan(20_000)
  expect(seen.sheets).toBe(1)
  expect(seen.wide).toBeLessThan(1200)
})

describe('what if', () => {
  const words = wordsFor('en')
  /** The projected end that the server computes for a plan whose front matter says so, on the reader's day. */
  const endWith = (settings: string): string => {
    const text = readFileSync(new URL('../../docs/plan/action-plan.md', import.meta.url), 'utf8').replace(/^ {2}start: .*$/m, settings)
    const source = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}
    const now = new Date().toISOString()
    const {end, settings: read} = report({text, source, baseline: null, now, today: dateIn(status.timeZone, now), evidence: null})
    expect(read.team !== null || read.start !== null).toBe(true)
    return words.day(end.projected ?? '')
  }
  const start = /^ {2}start: (.*)$/m.exec(readFileSync(new URL('../../docs/plan/action-plan.md', import.meta.url), 'utf8'))?.[1] ?? ''
  const result = (page: Page): Promise<string> => page.locator('main details + [role=status]').innerText()
  const told = (page: Page, text: string): Promise<void> => expect.poll(() => result(page), {timeout: 20_000}).toContain(text)

  test('by keyboard: the projected end is that of the server, it is in the address, and the back button takes it back', async () => {
    const {seen, wrong} = await site.open(ROUTE, {viewport: {width: 390, height: 844}}, async (page) => {
      const chunks = (): Promise<readonly string[]> =>
        page.evaluate(() => performance.getEntriesByType('resource').flatMap(({name}) => (/plan-what-if/.test(name) ? [name] : [])))
      const before = await chunks()
      await page.locator('main summary').first().focus()
      await page.keyboard.press('Enter')
      await told(page, `Currently (as many people as needed, start on ${words.day(start)}): projected end ${endWith(`  start: ${start}`)}.`)
      const after = await chunks()
      await page.keyboard.press('Tab')
      await page.keyboard.type('1')
      await page.keyboard.press('Enter')
      await told(page, `With 1 person, start on ${words.day(start)}: projected end ${endWith(`  start: ${start}\n  team: 1`)}, `)
      const field = await page.evaluate(() => document.activeElement?.getAttribute('name'))
      const search = (): string => new URL(page.url()).search
      const first = search()
      await page.getByLabel('Start date').fill('2031-02-03')
      await page.getByRole('button', {name: 'Show', exact: true}).click()
      await told(page, `With 1 person, start on 3 Feb 2031: projected end ${endWith('  start: 2031-02-03\n  team: 1')}, `)
      const second = search()
      await page.getByLabel('Group by').selectOption('owner')
      const third = search()
      await page.goBack()
      await told(page, `With 1 person, start on ${words.day(start)}: `)
      const values = [await page.getByLabel('Team size').inputValue(), await page.getByLabel('Start date').inputValue()]
      await page.goForward()
      await told(page, 'With 1 person, start on 3 Feb 2031: ')
      await page.getByRole('button', {name: 'Reset', exact: true}).click()
      await expect.poll(() => result(page)).not.toContain('With')
      const axe = await violations(page)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      return {before, after: after.length, field, first, second, third, values, last: search(), wide, axe}
    })
    expect(wrong).toEqual([])
    expect(seen).toEqual({
      before: [],
      after: 1,
      field: 'team',
      first: '?team=1',
      second: '?team=1&start=2031-02-03',
      third: '?team=1&start=2031-02-03&group=owner',
      values: ['1', start],
      last: '?group=owner',
      wide: 390,
      axe: [],
    })
  })

  test('the address says it at once; what it says that nobody can read is ignored, and named', async () => {
    const {seen, wrong} = await site.open(`${ROUTE}?team=many&start=2031-02-03`, {}, async (page) => {
      await told(page, 'projected end')
      return result(page)
    })
    expect(wrong).toEqual([])
    expect(seen).toContain('“many” is not a team size, so it is ignored. Enter a whole number from 1 to 9999.')
    expect(seen).toContain(`With as many people as needed, start on 3 Feb 2031: projected end ${endWith('  start: 2031-02-03')}, `)
  })

  test('in print a supposition is said and the form is not there; without one, nothing is', async () => {
    const printed = (query: string): Promise<{readonly seen: string}> =>
      site.open(ROUTE + query, {}, async (page) => {
        await page.locator('main summary').first().click()
        await told(page, 'projected end')
        await page.emulateMedia({media: 'print'})
        return page.locator('main').innerText()
      })
    const {seen} = await printed('?team=2')
    expect(seen).toContain('With 2 people')
    expect(seen).not.toMatch(/Team size|What if/)
    expect((await printed('')).seen).not.toMatch(/Team size|What if|projected end/)
  })

  test('without JavaScript it is not offered', async () => {
    const {seen} = await site.open(`${ROUTE}?team=2`, {javaScriptEnabled: false}, (page) => page.locator('main').innerText())
    expect(seen).not.toMatch(/What if|projected end/)
  })
})
