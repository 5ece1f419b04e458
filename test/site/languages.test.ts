import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Status} from '../../plugins/action-plan/src/model/status.ts'
import {recounted, type Changing} from '../faults/answers.ts'
import {hasTurn} from '../turn.mjs'
import {visit, type Visit} from './browser.ts'

// A site in German, and in French: no English text of the plugin stands on any of its pages, before and after the numbers change.

const ROOT = new URL('../..', import.meta.url).pathname
const LOCALES = new URL('../../plugins/action-plan/src/locales/', import.meta.url)
const messages = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`${language}.json`, LOCALES), 'utf8')) as Record<string, string>

const CONFIG = `export default {
  title: 'Umbau', url: 'https://example.com', baseUrl: '/', future: {v4: true}, trailingSlash: false,
  i18n: {defaultLocale: 'de', locales: ['de', 'fr']}, markdown: {format: 'detect'},
  presets: [['classic', {docs: {sidebarPath: undefined}, blog: false}]],
  plugins: [['docusaurus-plugin-action-plan', {plan: 'docs/plan.md', pollSeconds: 2, portfolio: 'plaene', onProblems: {errors: 'log', warnings: 'ignore'}}]],
}
`

/** A plan in German with everything that pages tell of; so many days ago it was planned to begin. */
function plan({done, days, start, extra = ''}: {done: string; days: number; start: string; extra?: string}): string {
  return `---
plan:
  start: ${start}
  team: 1
  baseline: v1
  metrics:
    "Abdeckung mindestens 80 %": {report: berichte/abdeckung.xml, atLeast: 80}
    "Alle Tests laufen": {report: berichte/fehlt.xml}
    "Schlüssel sind weg": {items: ["1.1"]}
---

# Umbau der Anlage

## Prioritäten

- **P0 (Dringend)**: sofort
- **P1 (Wichtig)**: innerhalb von 1 Woche

## 1. Sicherheit (P0)

### 1.1 Schlüssel tauschen

**Zuständig**: @anna

- [${done}] alte Schlüssel sperren
- [ ] neue Schlüssel verteilen
- [-] Papier drucken

**Dauer**: ${days} Tage

### 1.2 Zugänge prüfen

- [ ] Liste anlegen

**Dauer**: 2 Tage
**Hängt ab von**: 1.1
**Fällig**: 2026-01-30

## 2. Betrieb (P1)

### 2.1 Sicherung

- [x] Band einlegen
- [ ] Rückspielen üben

### 2.2 Leerer Punkt

Nur Text.
${extra}
## Zeitplan

### Woche 1 (P0)

- 1.1 zuerst

### Woche 2-3 (P1)

- Sicherung

## Erfolgskriterien

- Abdeckung mindestens 80 %
- Alle Tests laufen
- Schlüssel sind weg
- Ohne Nachweis

## Überprüfungen

- Wöchentlich: Rundgang

## Nächste Schritte

1. Freigeben
`
}
const COBERTURA =
  '<?xml version="1.0"?>\n<coverage lines-valid="4" lines-covered="3" line-rate="0.75" branch-rate="0" version="1" timestamp="1767225600"><packages><package name="a" line-rate="0.75"><classes><class name="A" filename="a/b.py" line-rate="0.75"><lines><line number="1" hits="1"/><line number="2" hits="1"/><line number="3" hits="1"/><line number="4" hits="0"/></lines></class></classes></package></packages></coverage>\n'

let folder: string
let site: Visit
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), {recursive: true})
  writeFileSync(join(folder, name), text)
}

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'languages-')))
  const git = (when: string, ...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.com', ...args], {
      cwd: folder,
      env: {...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when},
      stdio: 'ignore',
    })
  write('package.json', '{"name": "languages", "private": true}\n')
  write('.gitignore', 'node_modules\n.docusaurus\nbuild\n')
  write('docusaurus.config.mjs', CONFIG)
  write(
    'src/pages/index.js',
    "import Layout from '@theme/Layout'\nimport PlanOverview from '@theme/PlanOverview'\nexport default () => <Layout><main className=\"container\"><PlanOverview /></main></Layout>\n",
  )
  write('docs/anleitung.md', '---\nplan_items: ["1.1"]\n---\n\n# Anleitung\n\nText.\n')
  write('berichte/abdeckung.xml', COBERTURA)
  git('2026-01-01T12:00:00Z', 'init', '-q')
  const commits = [
    plan({done: ' ', days: 3, start: '2026-01-05'}),
    plan({done: 'x', days: 3, start: '2026-01-05'}),
    plan({done: 'x', days: 5, start: '2026-01-05', extra: '\n### 2.3 Neu dazu\n\n- [ ] anfangen\n\n**Dauer**: 1 Tag\n'}),
  ]
  commits.forEach((text, index) => {
    const when = `2026-01-0${index + 2}T12:00:00Z`
    write('docs/plan.md', text)
    git(when, 'add', '-A')
    git(when, 'commit', '-q', '-m', 'Stand')
    if (index === 0) git(when, 'tag', 'v1')
  })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const {status, stdout, stderr} = spawnSync(join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {cwd: folder, encoding: 'utf8'})
  expect(status, stdout + stderr).toBe(0)
  site = await visit(join(folder, 'build'))
}, 900_000)
afterAll(async () => {
  await site.close()
  rmSync(folder, {recursive: true})
})

/** Every text that a reader sees or hears, but for code and what is marked as English (the texts of rules). */
const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const found: string[] = []
    const visit = (element: Element): void => {
      // The label of a heading's link is Docusaurus' own: it names the address.
      if (element.closest('[lang="en"], code, pre, script, style, .hash-link') !== null) return
      for (const name of ['aria-label', 'title', 'alt', 'placeholder']) found.push(element.getAttribute(name) ?? '')
      let own = ''
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) own += node.textContent ?? ''
        else {
          own += ' '
          if (node instanceof Element) visit(node)
        }
      }
      found.push(own)
    }
    for (const part of document.querySelectorAll('main, aside, [role="status"]')) {
      for (const fold of part.querySelectorAll('details')) fold.open = true
      // What stands in several elements is one sentence to its reader.
      found.push((part as HTMLElement).innerText)
      visit(part)
    }
    const code = [...document.querySelectorAll('main :is(code, [lang="en"]), aside code')].map((one) => (one as HTMLElement).innerText)
    let text = [document.title, ...found].join('\n')
    for (const one of code.filter((part) => part !== '').sort((a, b) => b.length - a.length)) text = text.replaceAll(one, '…')
    return text
  })

/** The English texts that a page in another language must not have, as patterns. */
function english(language: string): readonly (readonly [id: string, pattern: RegExp])[] {
  const own = messages(language)
  const said = new Set(Object.values(own).flatMap((text) => text.split('|')))
  return Object.entries(messages('en')).flatMap(([id, text]) =>
    text.split('|').flatMap((form) => {
      const words = form.replace(/\{\w+\}/g, ' ').match(/\p{L}{2,}/gu) ?? []
      if (said.has(form) || words.length === 0 || id === 'plan.locale') return []
      // "Plan : 2" for "2 plans": what the language has in common with English tells nothing.
      const translation = own[id]?.toLowerCase() ?? ''
      if (words.every((word) => translation.includes(word.toLowerCase()))) return []
      const pattern = form
        .trim()
        .split(/\{\w+\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('[^\\n]{1,80}?')
      return [[id, new RegExp(`(?<![\\p{L}\\d@])${pattern}(?![\\p{L}\\d])`, 'u')] as const]
    }),
  )
}

const PAGES = [
  '/',
  '/progress',
  '/progress/timeline',
  '/progress/history',
  '/progress/report',
  '/progress/badges',
  '/progress/tests',
  '/docs/plan',
  '/docs/anleitung',
  '/plaene',
]
const SIZES = [
  {width: 360, height: 740},
  {width: 1280, height: 900},
]

/** What is English on a page, with its id. */
const englishIn = (text: string, language: string): readonly string[] =>
  english(language).flatMap(([id, pattern]) => {
    const found = pattern.exec(text)
    return found === null ? [] : [`${id}: ${found[0]}`]
  })

const LANGUAGES = ['de', 'fr'].filter((_, index) => hasTurn(index, 2))
test.each(
  (
    [
      ['de', ''],
      ['fr', '/fr'],
    ] as const
  ).filter(([language]) => LANGUAGES.includes(language)),
)('%s: no page says anything in English', {timeout: 300_000}, async (language, base) => {
  const {seen} = await site.tour(
    PAGES.map((route) => `${base}${route}`),
    {locale: language},
    async (page) => {
      const texts: string[] = []
      for (const viewport of SIZES) {
        await page.setViewportSize(viewport)
        // On a phone the timeline is a list.
        const bar = page.locator('svg [data-key]').first()
        if (page.url().endsWith('timeline') && (await bar.isVisible())) await bar.click()
        texts.push(await textOf(page))
      }
      return texts
    },
  )
  const found: string[] = []
  for (const [route, texts] of seen)
    texts.forEach((text, index) => {
      expect(text.length, route).toBeGreaterThan(30)
      found.push(...englishIn(text, language).map((line) => `${route} at ${SIZES[index]?.width}: ${line}`))
    })
  expect(found).toEqual([])
})

test.each(
  (
    [
      ['de', '', /2 von \d Aufgaben erledigt|3 von \d Aufgaben erledigt/, /geprüft/],
      ['fr', '/fr', /\d sur \d tâches terminées/, /vérifié/],
    ] as const
  ).filter(([language]) => LANGUAGES.includes(language)),
)('%s: nor does it after the numbers changed while it was open', {timeout: 300_000}, async (language, base, counts, checked) => {
  for (const route of ['/', '/progress', '/progress/timeline', '/progress/report']) {
    const {seen} = await site.open(`${base}${route}`, {viewport: SIZES[1] ?? null, locale: language}, async (page) => {
      // Without a summary the page asks for the status.
      await page.route('**/summary.json', (request) => request.fulfill({status: 404, body: ''}))
      await page.route('**/status.json', async (request) => {
        const status = (await (await request.fetch()).json()) as Changing<Status>
        for (const task of status.sections[1]?.items[0]?.tasks ?? []) task.mark = 'done'
        recounted(status)
        Object.assign(status.source, {commit: 'c'.repeat(40)})
        await request.fulfill({json: status})
      })
      await expect.poll(() => page.locator('[data-freshness="fresh"]').count(), {timeout: 30_000}).toBeGreaterThan(0)
      return textOf(page)
    })
    expect(seen).toMatch(checked)
    // The timeline has them as a fraction.
    if (!route.endsWith('timeline')) expect(seen, route).toMatch(counts)
    expect(englishIn(seen, language), route).toEqual([])
  }
})

test('a failed look at the server is told in German', async () => {
  const {seen} = await site.open('/progress', {locale: 'de'}, async (page) => {
    await page.route('**/{status,summary}.json', (request) => request.fulfill({status: 500, body: ''}))
    await expect.poll(() => textOf(page), {timeout: 30_000}).toContain('der Server antwortete mit 500')
    return textOf(page)
  })
  expect(englishIn(seen, 'de')).toEqual([])
})

test('days and numbers are written as the language does; badges and status.json', async () => {
  const read = async (base: string): Promise<string> => (await site.open(`${base}/progress/history`, {}, (page) => textOf(page))).seen
  expect(await read('')).toMatch(/\d{1,2}\. Jan\. 2026/)
  expect(await read('/fr')).toMatch(/\d{1,2} janv\. 2026/)
  const badge = (name: string): {readonly message: string} =>
    JSON.parse(readFileSync(join(folder, 'build', name), 'utf8')) as {readonly message: string}
  expect(badge('badges/overall.json').message).toMatch(/%\) verspätet$/)
  expect(badge('fr/badges/overall.json').message).toMatch(/%\) en retard$/)
  const {totals} = JSON.parse(readFileSync(join(folder, 'build/status.json'), 'utf8')) as Status
  expect(totals.because).toMatch(/^\d of \d items late: /)
  expect(totals.cause.code).toBe('items-late')
})
