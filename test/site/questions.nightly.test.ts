import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {violations} from './axe.ts'
import {visit, type Visit} from './browser.ts'
import {buildPlans, BUILT, NOTE, type BuiltPlans, type PlanId} from './plans-of-all-kinds.ts'
import {textOnScreens} from './screens.ts'

// Five questions of somebody with a minute and a phone, put to plans of all kinds: each is answered without scrolling, or says that it cannot be.

let plans: BuiltPlans
let site: Visit
beforeAll(async () => {
  plans = buildPlans()
  site = await visit(`${plans.folder}/build`)
}, 900_000)
afterAll(async () => {
  await site.close()
  plans.remove()
})

const PHONE = {width: 390, height: 844}
const DATE = /\d{1,2} [A-Z][a-z]{2,3} \d{4}/

const home = (plan: PlanId): string => (plan === 'default' ? '/' : `/${plan}-home`)
/** The text of so many screens of a plan's home page, on the day of its build. */
const read = async (plan: PlanId, screens: number): Promise<string> => {
  const {seen, wrong} = await site.open(
    home(plan),
    {viewport: PHONE},
    (page) => textOnScreens(page, screens),
    (page) => page.clock.setFixedTime(BUILT),
  )
  expect(wrong).toEqual([])
  return seen
}

/** What the first screen says of each plan: is it on track, when is it done, what is worst and whose is it, what changed. */
const FIRST: Readonly<Record<PlanId, readonly RegExp[]>> = {
  default: [
    /Off track 11 of 23 items late: 1\.13/,
    new RegExp(`Forecast \\(50 % likely\\) ${DATE.source} \\d+ weeks after the planned end`),
    new RegExp(`85 % likely by ${DATE.source}`),
    /Needs attention 1\.13 Item 13 10 weeks late 3\/4 @ada/,
    /3 tasks done this week/,
  ],
  finished: [/Done its item is done/, /Planned end All tasks are done/, /Nothing is late or at risk\./, /What changed/],
  undated: [
    /No dates 2 of 2 items without dates/,
    /Planned end no date No forecast/,
    /Nothing is late or at risk\./,
    /Up next 1\.1 Store unknown 1\.2 Payments not started/,
  ],
  empty: [/Empty No tasks/],
}

describe.each(Object.keys(FIRST) as readonly PlanId[])('the plan %s', (plan) => {
  test('answers on the first screen of a phone', async () => {
    const text = await read(plan, 1)
    for (const answer of FIRST[plan]) expect(text).toMatch(answer)
  })

  test('says what to do next on the same screen, and nothing when nothing is left', async () => {
    const text = await read(plan, 1)
    const next = {default: /Up next 1\.18 Item 18/, undated: /Up next 1\.1 Store/, finished: null, empty: null}[plan]
    if (next === null) expect(text).not.toContain('Up next')
    else expect(text).toMatch(next)
  })
})

test('the home page of an empty plan has no empty parts', async () => {
  expect(await read('empty', 2)).not.toMatch(/Needs attention|Timeline|Burn-up/)
})

test('a plan without items has nothing to choose from, and one without dates no timeline to choose in', async () => {
  const controls = async (route: string): Promise<number> =>
    (await site.open(route, {}, (page) => page.locator('main :is(select, input)').count())).seen
  expect(await controls('/empty/progress')).toBe(0)
  expect(await controls('/undated/progress/timeline')).toBe(0)
  expect(await controls('/progress/timeline')).toBeGreaterThan(0)
})

test('the page of all plans says of each how it stands, on every width; no word is broken', async () => {
  for (const width of [390, 768, 1280, 1920]) {
    const {seen, wrong} = await site.open(
      '/plans',
      {viewport: {width, height: 900}},
      async (page) => ({
        wide: await page.evaluate(() => document.documentElement.scrollWidth),
        // The colour of links is that of a new site, and not the plugin's.
        axe: (await violations(page)).filter((found) => !found.startsWith('color-contrast: <a')),
        rows: await page.locator('main tbody tr').allInnerTexts(),
        // Heads and dates of a table are one line, or several that are cut between words.
        heads: await page.locator('main thead th').evaluateAll((all) => all.map((head) => head.scrollWidth <= head.clientWidth)),
      }),
      (page) => page.clock.setFixedTime(BUILT),
    )
    expect({wrong, wide: seen.wide, axe: seen.axe}).toEqual({wrong: [], wide: width, axe: []})
    if (width > 700) expect(seen.heads).not.toContain(false)
    const rows = seen.rows.map((row) => row.replace(/\s+/g, ' ').trim())
    expect(rows).toHaveLength(4)
    expect(rows.find((row) => row.startsWith('Empty'))).toMatch(/No tasks$/)
    expect(rows.find((row) => row.startsWith('Finished'))).toContain('2/2 (100 %)')
  }
})

test('what somebody wrote about the week leads the report, a paragraph each, and is read without JavaScript', async () => {
  const {seen} = await site.open('/progress/report', {javaScriptEnabled: false}, async (page) => ({
    note: await page.getByRole('region', {name: 'Note of the week'}).locator('p').allInnerTexts(),
    text: await page.locator('main').innerText(),
  }))
  expect(seen.note).toEqual(NOTE)
  expect(seen.text.indexOf(NOTE[0])).toBeLessThan(seen.text.indexOf('Off track'))
})

test('the history has one chart with what is likely to come, which is copied as an image', async () => {
  const {seen, wrong} = await site.open(
    '/progress/history',
    {permissions: ['clipboard-read', 'clipboard-write'], viewport: {width: 1280, height: 900}},
    async (page) => {
      await page.getByRole('button', {name: 'Copy as image'}).first().click()
      await page.getByText('Copied', {exact: true}).waitFor()
      const cone = await page.locator('figure svg path[class*="cone"]').first().getAttribute('d')
      const image = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read()
        const blob = await item?.getType('image/png')
        const {width, height} = await createImageBitmap(blob as Blob)
        return {width, height, types: item?.types}
      })
      return {cone, image}
    },
    (page) => page.clock.setFixedTime(BUILT),
  )
  expect(wrong).toEqual([])
  expect(seen.image.types).toEqual(['image/png'])
  expect(seen.image.width).toBeGreaterThan(1000)
  // It is an area, and no line.
  const [from, to] = /L([\d.]+) [\d.]+H([\d.]+)/
    .exec(seen.cone ?? '')
    ?.slice(1)
    .map(Number) ?? [0, 0]
  expect((to ?? 0) - (from ?? 0)).toBeGreaterThan(20)
})
