import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {JSDOM} from 'jsdom'
import {afterAll, beforeAll, expect, test} from 'vitest'

// A site with three plans and with copies of its own of components of the theme, as `docusaurus swizzle --eject` makes them. One of the plans is this site's, with a task dropped, untouched since it was committed.

const ROOT = new URL('../..', import.meta.url).pathname
const config = (onProblems: string, routeBasePath = 'progress'): string => `import planMarkdown from 'docusaurus-plugin-action-plan/remark'

export default {
  title: 'Site', url: 'https://example.com', baseUrl: '/', future: {v4: true}, trailingSlash: false, onBrokenLinks: 'throw', onBrokenAnchors: 'throw',
  markdown: {format: 'detect'},
  presets: [['classic', {docs: {remarkPlugins: [planMarkdown], sidebarPath: undefined}, blog: false}]],
  plugins: [
    ['docusaurus-plugin-action-plan', {plan: 'docs/plan.md', routeBasePath: '${routeBasePath}', onProblems: ${onProblems}}],
    ['docusaurus-plugin-action-plan', {id: 'mobile', plan: 'docs/mobile.mdx', portfolio: 'plans', onProblems: ${onProblems}}],
    ['docusaurus-plugin-action-plan', {id: 'shipped', plan: 'docs/shipped.md', onProblems: ${onProblems}}],
  ],
}
`
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"name": "sites", "private": true}\n',
  'docs/plan.md':
    '---\nplan: {marks: {"!": done}}\n---\n\n# Web\n\n## 1. First\n\n### 1.1 Keys\n\n- [ ] open\n- [x] done\n- [-] dropped\n- [~] unknown\n- [!] own\n- [x] ~~struck~~\n\n  1. [-] below\n\n**Due**: 2026-01-05\n\n**Owner**: @ann\n',
  'docs/mobile.mdx': '# Mobile\n\n## 2. Second\n\n### 2.1 Store\n\n- [-] dropped\n- [ ] open\n',
  'docs/web.md': '---\nplan_items: ["1.1"]\n---\n\n# Web guide\n\nStands at :plan[1.1].\n\n- [~] no task\n',
  'docs/app.mdx':
    '---\nplan: mobile\nplan_items: ["2.1", {plan: default, item: "1.1"}]\n---\n\n# App guide\n\nStands at <PlanStatus item="2.1" />, the web at <PlanStatus item="1.1" plan="default" />.\n',
  'src/pages/index.md': '# Home\n',
  'docs/shipped.md': readFileSync(join(ROOT, 'docs/plan/action-plan.md'), 'utf8').replace('- [ ]', '- [-]'),
  'src/theme/DocItem/Content/index.js':
    'import MDXContent from \'@theme/MDXContent\'\n\nexport default function Content({children}) {\n  return <div className="markdown"><MDXContent>{children}</MDXContent></div>\n}\n',
  'src/theme/Footer/index.js': 'export default function Footer() {\n  return <footer>Own footer</footer>\n}\n',
}

let folder: string
const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), {recursive: true})
  writeFileSync(join(folder, name), text)
}
function build(): {readonly status: number | null; readonly said: string} {
  const {status, stdout, stderr} = spawnSync(join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, SOURCE_DATE_EPOCH: String(Date.parse(TODAY) / 1000)},
  })
  return {status, said: stdout + stderr}
}
/** The day of all builds, a month after the only commit. */
const COMMITTED = '2026-11-23T12:00:00Z'
const TODAY = '2026-12-24T12:00:00Z'
const page = (name: string): Document => new JSDOM(readFileSync(join(folder, 'build', `${name}.html`), 'utf8')).window.document

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sites-'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const [name, text] of Object.entries(FILES)) write(name, text)
  for (const name of ['MDXComponents', 'Heading'])
    cpSync(join(ROOT, 'node_modules/@docusaurus/theme-classic/lib/theme', name), join(folder, 'src/theme', name), {recursive: true})
  write('docusaurus.config.mjs', config("{errors: 'throw', warnings: 'ignore'}"))
  for (const args of [
    ['init', '-q'],
    ['add', 'docs/shipped.md'],
    ['commit', '-q', '-m', 'Plan'],
  ])
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], {
      cwd: folder,
      env: {...process.env, GIT_AUTHOR_DATE: COMMITTED, GIT_COMMITTER_DATE: COMMITTED},
    })
  const {status, said} = build()
  expect(status, said).toBe(0)
}, 600_000)
afterAll(() => rmSync(folder, {recursive: true}))

test('every task has an address and a box that says what its mark means', () => {
  const tasks = [...page('docs/plan').querySelectorAll('li[id^="line-"]')].map((task) => [
    task.id,
    task.querySelector('[data-plan-box]')?.getAttribute('aria-label'),
    task.querySelector('del') !== null,
  ])
  expect(tasks).toEqual([
    ['line-11', 'Open', false],
    ['line-12', 'Done', false],
    ['line-13', 'Dropped', true],
    ['line-14', 'Unknown mark', false],
    ['line-15', 'Done', false],
    ['line-16', 'Dropped', true],
    ['line-18', 'Dropped', true],
  ])
  for (const [route, plan] of [
    ['progress', 'docs/plan'],
    ['mobile/progress', 'docs/mobile'],
    ['shipped/progress', 'docs/plan/action-plan'],
  ] as const) {
    const links = [...page(route).querySelectorAll('a[href*="#line-"]')].map((link) => link.getAttribute('href') ?? '')
    expect(links.length).toBeGreaterThan(1)
    for (const link of links) expect(page(plan).getElementById(link.split('#')[1] ?? ''), link).not.toBeNull()
  }
})

test('a plan that nobody touches turns late on the page and on its badge; a dropped task does not count', () => {
  const shown = page('shipped/progress').querySelector('main')?.textContent ?? ''
  expect(shown).toContain('Off track')
  expect(shown).toContain('18 of 22 items late')
  expect(shown).toContain('15 of 87 tasks')
  expect(readFileSync(join(folder, 'build/shipped/badges/overall.svg'), 'utf8')).toContain('late')
})

test('items in a text are those of the plan that they or their page name', () => {
  const shown = (name: string): readonly (string | null)[] =>
    [...page(name).querySelectorAll('main [data-plan-item]')].map((one) => one.getAttribute('href'))
  // Each twice: in the banner of the page, and in its text.
  expect(shown('docs/web')).toEqual(['/progress#item-1-1', '/progress#item-1-1'])
  expect(shown('docs/app')).toEqual(['/mobile/progress#item-2-1', '/progress#item-1-1', '/mobile/progress#item-2-1', '/progress#item-1-1'])
  // No page of a plan: a mark that nobody defined is the text that it is.
  expect([...page('docs/web').querySelectorAll('main li')].map((one) => one.textContent)).toContain('[~] no task')
  expect(page('docs/web').querySelector('main li[id^="line-"]')).toBeNull()
})

test('the site’s own copies of the theme’s components stand, and the plan shows beside them: banners, badges beside headings, where the numbers are from', () => {
  expect(page('docs/web').querySelector('footer')?.textContent).toBe('Own footer')
  expect(page('docs/web').querySelector('main aside[aria-label="Items of the plan that this page serves"]')).not.toBeNull()
  const beside = [...page('docs/plan').querySelectorAll('main :is(h2, h3)')].map((one) =>
    one.parentElement?.querySelector('[data-plan-item]')?.getAttribute('href'),
  )
  expect(beside).toEqual(['/progress#section-1', '/progress#item-1-1'])
  for (const name of ['docs/plan', 'docs/mobile', 'docs/web'])
    expect(page(name).querySelector('main [data-freshness]')?.textContent, name).toContain('status as of')
  expect(page('index').querySelector('[data-freshness]')).toBeNull()
})

test('the page of all plans leads to each, with its verdict, its end and what is most urgent; each progress page leads to it', () => {
  const rows = [...page('plans').querySelectorAll('main tbody tr')]
  expect(rows.map((row) => [...row.querySelectorAll('a')].map((link) => link.getAttribute('href')))).toEqual([
    ['/progress', '/progress/timeline', '/progress/history', '/progress/report', '/progress#item-1-1'],
    ['/mobile/progress', '/mobile/progress/timeline', '/mobile/progress/history', '/mobile/progress/report'],
    [
      '/shipped/progress',
      '/shipped/progress/timeline',
      '/shipped/progress/history',
      '/shipped/progress/report',
      '/shipped/progress#item-2-2',
    ],
  ])
  expect(rows.map((row) => row.querySelector('[data-verdict]')?.getAttribute('data-verdict'))).toEqual(['late', 'not-started', 'late'])
  expect(rows[0]?.textContent).toMatch(/Off track.*1 of 1 item late.*2\/4.*1\.1 Keys, \d+ weeks late, @ann.*1 owner/)
  for (const name of ['progress', 'mobile/progress'])
    expect(page(name).querySelector('main a[href="/plans"]')?.textContent).toBe('All plans')
})

test('a card of each plan says how it stands and of which day that is, and leads to its page', () => {
  for (const [base, leads] of [
    ['', '/progress'],
    ['mobile/', '/mobile/progress'],
  ] as const) {
    const card = new JSDOM(readFileSync(join(folder, `build/${base}badges/card.htm`), 'utf8')).window.document
    expect(card.querySelector('h1 a')?.getAttribute('href')).toBe(leads)
    expect(card.querySelector('small')?.textContent).toMatch(/^As of \d{1,2} \w+ \d{4}/)
    expect(card.querySelectorAll('script, link, img, iframe')).toHaveLength(0)
    expect(readFileSync(join(folder, `build/${base}badges/card.svg`), 'utf8')).toContain('role="img"')
  }
})

test('each plan lists the guides that name its items', () => {
  const guides = (name: string): readonly (string | null)[] =>
    [...page(name).querySelectorAll('details[id^="item-"] dd a[href^="/docs/"]')].map((one) => one.getAttribute('href'))
  expect(guides('progress')).toEqual(['/docs/app', '/docs/web'])
  expect(guides('mobile/progress')).toEqual(['/docs/app'])
})

test('what is wrong stops the build with its place, or does as onProblems says', () => {
  write('docs/app.mdx', '---\nplan: mobile\nplan_items:\n  - "2.1"\n  - "2.11"\n---\n\n# App\n\n<PlanStatus item="2.9" />\n')
  const stopped = build()
  expect(stopped.status).not.toBe(0)
  expect(stopped.said).toContain(
    'docs/app.mdx:5:5 plan_items: unexpected "2.11", expected an item of the plan "mobile" (docs/mobile.mdx): the nearest is "2.1"',
  )
  rmSync(join(folder, 'docs/plan.md'))
  write('docs/web.md', '# Web guide\n')
  write('docusaurus.config.mjs', config("{errors: 'ignore', warnings: 'ignore'}"))
  const built = build()
  expect(built.status, built.said).toBe(0)
  expect(built.said).not.toContain('plan_items')
  expect(page('docs/app').querySelector('main')?.textContent).toContain('2.9: not in the plan')
  expect(page('progress').querySelector('main')?.textContent).toContain('cannot be read: no such file')
}, 600_000)

test('an address that a page has already is told, and a missing plan with its fix once', () => {
  write('docusaurus.config.mjs', config("{errors: 'throw', warnings: 'ignore'}"))
  const missing = build()
  expect(missing.said).toContain(
    'docs/plan.md:1:1 error plan/unreadable: cannot be read: no such file. Fix: put the file back, or correct the option "plan"',
  )
  expect(missing.said).not.toContain('package.json')
  write('docs/plan.md', FILES['docs/plan.md'] ?? '')
  write('docs/app.mdx', FILES['docs/app.mdx'] ?? '')
  write('docusaurus.config.mjs', config("{errors: 'throw', warnings: 'ignore'}", '/'))
  const taken = build()
  expect(taken.status).not.toBe(0)
  expect(taken.said).toContain(
    'plan "default" (docs/plan.md): option routeBasePath: unexpected address "/": src/pages/index.md is there already',
  )
}, 600_000)
