import {execFileSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core'
import {publint} from 'publint'
import typescript from 'typescript'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {visit, type Visit} from './browser.ts'

// The plugin as others get it: packed, unpacked into a site of its own, built, and looked at. The site borrows every other package from here.

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PLUGIN = 'docusaurus-plugin-action-plan'
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'packed-site-')))
const installed = join(folder, 'node_modules', PLUGIN)

const plan = (title: string, done: number, tasks: number): string =>
  `# ${title}\n\n## 1. First\n\n### 1.1 Keys (P0)\n\n${Array.from({length: tasks}, (_, n) => `- [${n < done ? 'x' : ' '}] task ${n + 1}\n`).join('')}`
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"name": "packed-site", "private": true}',
  'docusaurus.config.js': `export default {
  title: 'Site', url: 'https://example.com', baseUrl: '/base/', future: {v4: true}, trailingSlash: false, onBrokenLinks: 'throw',
  presets: [['classic', {docs: {sidebarPath: undefined}, blog: false}]],
  plugins: [
    ['${PLUGIN}', {plan: 'ROADMAP.md', portfolio: 'plans'}],
    ['${PLUGIN}', {id: 'mobile', plan: 'mobile.md'}],
  ],
}`,
  'ROADMAP.md': plan('Large', 0, 198),
  'mobile.md': plan('Small', 2, 2),
  'src/pages/index.md': '# Home\n',
  'docs/guide.mdx': '---\nplan_items: ["1.1"]\n---\n\n# Guide\n\nStands at <PlanStatus item="1.1" />.\n',
}

let tarball = ''
let site: Visit
beforeAll(async () => {
  tarball = execFileSync(process.execPath, [join(ROOT, 'plugins/action-plan/scripts/pack.mjs')], {encoding: 'utf8'}).trim()
  mkdirSync(installed, {recursive: true})
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed])
  borrow(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  borrow(join(ROOT, 'plugins/action-plan/node_modules'), join(installed, 'node_modules'))
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, '..'), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  execFileSync(process.execPath, [join(folder, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'), 'build'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, NODE_ENV: 'production'},
  })
  const served = join(folder, 'served')
  mkdirSync(served)
  cpSync(join(folder, 'build'), join(served, 'base'), {recursive: true})
  cpSync(join(folder, 'build/404.html'), join(served, '404.html'))
  // What a browser asks for when a site names no icon.
  writeFileSync(join(served, 'favicon.ico'), '')
  site = await visit(served)
}, 600_000)
afterAll(async () => {
  await site.close()
  rmSync(folder, {recursive: true, force: true})
})

/** Links to every package of a folder but the plugin itself. */
function borrow(from: string, to: string): void {
  if (!existsSync(from)) return
  mkdirSync(to, {recursive: true})
  for (const name of readdirSync(from)) if (!name.startsWith('.') && name !== PLUGIN) symlinkSync(join(from, name), join(to, name))
}

test('publint and arethetypeswrong find nothing', async () => {
  const {messages} = await publint({pkgDir: installed, pack: false})
  expect(messages).toEqual([])
  const {problems} = (await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))))) as {
    problems: readonly {kind: string; entrypoint?: string; resolutionKind?: string}[]
  }
  // The package is for `import` alone: whoever requires it, or resolves as Node 10 did, is told so.
  expect(problems.filter(({resolutionKind}) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs')).toEqual([])
})

test('it holds built files and no sources but the components to copy', () => {
  const names = (readdirSync(installed, {recursive: true}) as string[]).filter((name) => !name.startsWith('node_modules'))
  expect(names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.startsWith('src/theme/'))).toEqual([])
  expect(names.filter((name) => /\.test\.|fixtures|\.map$/.test(name))).toEqual([])
  for (const name of readdirSync(join(installed, 'src/theme'))) expect(existsSync(join(installed, 'lib/theme', name))).toBe(true)
})

test('every package that its files import is one that it asks for', () => {
  const {dependencies, peerDependencies} = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >
  // What the site itself offers under these names: aliases, and what @docusaurus/core exports to the browser.
  const offered = [
    /^node:/,
    /^@theme/,
    /^@docusaurus\/(?:Link|router|use\w+|Translate|Head|BrowserOnly|ExecutionEnvironment)$/,
    new RegExp(`^${PLUGIN}/`),
  ]
  const asked = new Set([...Object.keys(dependencies ?? {}), ...Object.keys(peerDependencies ?? {})])
  const imported = (readdirSync(join(installed, 'lib'), {recursive: true}) as string[])
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => typescript.preProcessFile(readFileSync(join(installed, 'lib', name), 'utf8'), true, true).importedFiles)
    .map(({fileName}) => fileName)
    .filter((name) => !name.startsWith('.'))
    .filter((name) => !offered.some((one) => one.test(name)))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
  expect([...new Set(imported)].filter((name) => !asked.has(name))).toEqual([])
  expect(imported.length).toBeGreaterThan(10)
})

test('the command line runs from it, in a folder that is no repository', () => {
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [join(installed, 'bin/action-plan.mjs'), ...args], {cwd: folder, encoding: 'utf8'})
  expect(JSON.parse(run('status', 'mobile.md', '--format', 'json'))).toMatchObject({totals: {tasks: 2, done: 2}})
  expect(run('check', 'mobile.md')).toContain('0 errors')
})

test('two plans side by side, each with its pages, badges and numbers', async () => {
  const status = (path: string): unknown => JSON.parse(readFileSync(join(folder, 'build', path), 'utf8'))
  expect(status('status.json')).toMatchObject({title: 'Large', totals: {tasks: 198, done: 0}})
  expect(status('mobile/status.json')).toMatchObject({title: 'Small', totals: {tasks: 2, done: 2, percent: 100}})
  for (const name of ['badges/overall.svg', 'mobile/badges/overall.svg', 'plan.ics', 'mobile/plan.ics'])
    expect(existsSync(join(folder, 'build', name)), name).toBe(true)
  for (const [route, text] of [
    ['/base/progress', '0 of 198 tasks done'],
    ['/base/mobile/progress', '2 of 2 tasks done'],
    ['/base/progress/timeline', 'Timeline: Large'],
    ['/base/mobile/progress/badges', 'Badges'],
    ['/base/docs/guide', '0/198'],
  ] as const) {
    const {seen, wrong} = await site.open(route, {}, (page) => page.locator('main').innerText())
    expect(seen, route).toContain(text)
    expect(wrong, route).toEqual([])
  }
})

test('the page of all plans adds tasks up and takes the share of their sum', async () => {
  const {seen, wrong} = await site.open('/base/plans', {javaScriptEnabled: false}, async (page) => ({
    text: await page.locator('main').innerText(),
    rows: await page.locator('main tbody tr').allInnerTexts(),
    links: await page.locator('main tbody a').evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
  }))
  expect(wrong).toEqual([])
  // Not 50 %, the mean of 0 % and 100 %.
  expect(seen.text).toContain('2 of 200 tasks done in 2 plans (1 %), 1 of 2 items complete')
  expect(seen.rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/Large.*0\/198/),
    expect.stringMatching(/Small.*2\/2/),
  ])
  expect(seen.links).toEqual(['/base/progress', '/base/mobile/progress'])
})
