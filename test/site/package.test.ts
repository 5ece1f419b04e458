import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core'
import {publint} from 'publint'
import typescript from 'typescript'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {freePort} from '../tools.mjs'
import {launch, visit, type Visit} from './browser.ts'
import {pack, packedSite, plan, PLUGIN, run, shows, type PackedSite} from './packed.ts'

// The plugin as others get it: packed, unpacked into sites of its own, built, and looked at.

const FILES: Readonly<Record<string, string>> = {
  'docusaurus.config.ts': `import type {Config} from '@docusaurus/types'
import type {Options} from '${PLUGIN}'
import planMarkdown from '${PLUGIN}/remark'

export default {
  title: 'Site', url: 'https://example.com', baseUrl: '/base/', future: {v4: true}, trailingSlash: true, onBrokenLinks: 'throw', onBrokenAnchors: 'throw',
  presets: [['classic', {docs: {sidebarPath: undefined, remarkPlugins: [planMarkdown]}, blog: false}]],
  plugins: [
    ['${PLUGIN}', {plan: 'ROADMAP.md', portfolio: 'plans'} satisfies Options],
    ['${PLUGIN}', {id: 'mobile', plan: 'mobile.md'} satisfies Options],
  ],
} satisfies Config
`,
  'tsconfig.json': '{"extends": "@docusaurus/tsconfig", "compilerOptions": {"baseUrl": "."}}',
  'src/own.tsx': `import type {ReactNode} from 'react'
import PlanStatus from '@theme/PlanStatus'

export default function Own(): ReactNode {
  return <PlanStatus item="1.1" />
}

// @ts-expect-error The number of an item is a text.
export const wrong = <PlanStatus item={1.1} />
`,
  'ROADMAP.md': plan('Large', 0, 198),
  'mobile.md': plan('Small', 2, 2),
  'src/pages/index.md': '# Home\n',
  'docs/guide.mdx': '---\nplan_items: ["1.1"]\n---\n\n# Guide\n\nStands at <PlanStatus item="1.1" />.\n',
}
const tarball = pack()
let site: PackedSite
let folder = ''
let installed = ''
let reader: Visit

beforeAll(async () => {
  site = packedSite(tarball, FILES)
  ;({folder, installed} = site)
  run(site, 'build')
  reader = await visit(site.served('/base/'))
}, 600_000)
afterAll(async () => {
  await reader.close()
  site.remove()
})

test('publint and arethetypeswrong find nothing', async () => {
  const {messages} = await publint({pkgDir: installed, pack: false})
  expect(messages).toEqual([])
  const {problems} = (await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))))) as {
    problems: readonly {kind: string; entrypoint?: string; resolutionKind?: string}[]
  }
  // The package is for `import` alone: whoever requires it, or resolves as Node 10 did, is told so.
  expect(problems.filter(({resolutionKind}) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs')).toEqual([])
})

test('a site in TypeScript has the types of the options and of the components', () => {
  const path = join(folder, 'tsconfig.json')
  const {error, config} = typescript.readConfigFile(path, typescript.sys.readFile)
  expect(error).toBeUndefined()
  const {options} = typescript.parseJsonConfigFileContent(config, typescript.sys, folder, {}, path)
  const program = typescript.createProgram([join(folder, 'docusaurus.config.ts'), join(folder, 'src/own.tsx')], {
    ...options,
    strict: true,
    // For Docusaurus' own tsconfig.
    ignoreDeprecations: '6.0',
    types: ['@docusaurus/module-type-aliases', '@docusaurus/theme-classic', PLUGIN],
  })
  const problems = typescript.getPreEmitDiagnostics(program)
  expect(problems.map(({messageText}) => typescript.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
})

test('it holds built files and no sources but the components to copy', () => {
  const names = (readdirSync(installed, {recursive: true}) as string[]).filter((name) => !name.startsWith('node_modules'))
  expect(names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.startsWith('src/theme/'))).toEqual([])
  expect(names.filter((name) => /\.test\.|fixtures|\.map$/.test(name))).toEqual([])
  for (const name of readdirSync(join(installed, 'src/theme'))) expect(existsSync(join(installed, 'lib/theme', name))).toBe(true)
})

test('a copy of a component finds what it shares: by the name of the package, in files that are there', () => {
  for (const theme of ['lib/theme', 'src/theme']) {
    const imported = (readdirSync(join(installed, theme), {recursive: true}) as string[])
      .filter((name) => /\.[jt]sx?$/.test(name))
      .flatMap((name) => typescript.preProcessFile(readFileSync(join(installed, theme, name), 'utf8'), true, true).importedFiles)
      .map(({fileName}) => fileName)
    expect(imported.filter((name) => name.startsWith('..'))).toEqual([])
    const shared = [...new Set(imported.filter((name) => name.startsWith(`${PLUGIN}/`)))].map((name) => name.slice(PLUGIN.length + 1))
    expect(shared).toContain('lib/css/table.module.css')
    expect(shared.filter((name) => !existsSync(join(installed, name)))).toEqual([])
  }
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
    // What the plugin itself generates while the site is built.
    new RegExp(`^@generated/${PLUGIN}/`),
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
  const command = (...args: string[]): string =>
    execFileSync(process.execPath, [join(installed, 'bin/action-plan.mjs'), ...args], {cwd: folder, encoding: 'utf8'})
  expect(JSON.parse(command('status', 'mobile.md', '--format', 'json'))).toMatchObject({totals: {tasks: 2, done: 2}})
  expect(command('check', 'mobile.md')).toContain('0 errors')
})

test('two plans side by side, each with its pages, badges and numbers', async () => {
  const status = (path: string): unknown => JSON.parse(readFileSync(join(folder, 'build', path), 'utf8'))
  expect(status('status.json')).toMatchObject({title: 'Large', totals: {tasks: 198, done: 0}})
  expect(status('mobile/status.json')).toMatchObject({title: 'Small', totals: {tasks: 2, done: 2, percent: 100}})
  for (const name of ['badges/overall.svg', 'mobile/badges/overall.svg', 'plan.ics', 'mobile/plan.ics'])
    expect(existsSync(join(folder, 'build', name)), name).toBe(true)
  await shows(reader, {
    '/base/progress': '0 of 198 tasks done',
    '/base/mobile/progress': '2 of 2 tasks done',
    '/base/progress/timeline': 'Timeline: Large',
    '/base/mobile/progress/badges': 'Badges',
    '/base/docs/guide': '0/198',
  })
})

// This site names no browsers: Docusaurus writes layers out as weight, for old ones.
test('the styles of its components stand above those of the theme', async () => {
  const wide = {viewport: {width: 1280, height: 800}}
  const {seen: table} = await reader.open('/base/plans', wide, (page) =>
    page.evaluate(() => ({
      rows: [...new Set([...document.querySelectorAll('main tbody tr')].map((row) => getComputedStyle(row).backgroundColor))],
      cell: getComputedStyle(document.querySelector('main tbody td') as Element).borderLeftWidth,
    })),
  )
  expect(table).toEqual({rows: ['rgba(0, 0, 0, 0)'], cell: '0px'})
  // In a text of the theme: the banner of a guide.
  const {seen: list} = await reader.open('/base/docs/guide', wide, (page) =>
    page.evaluate(() => getComputedStyle(document.querySelector('main aside ul') as Element).paddingLeft),
  )
  expect(list).toBe('0px')
})

test('the page of all plans adds tasks up and takes the share of their sum', async () => {
  const {seen, wrong} = await reader.open('/base/plans', {javaScriptEnabled: false}, async (page) => ({
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
  const pages = ['', '/timeline', '/history', '/report']
  expect(seen.links).toEqual(['/base/progress', '/base/mobile/progress'].flatMap((plan) => pages.map((page) => `${plan}${page}/`)))
})

test('in development an edit shows on the open page, which is not loaded again', async () => {
  const port = await freePort()
  const server = spawn(process.execPath, [site.docusaurus, 'start', '--port', String(port), '--host', '127.0.0.1', '--no-open'], {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
  })
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await expect
      .poll(
        () =>
          page
            .goto(`http://127.0.0.1:${port}/base/mobile/progress`)
            .then((answer) => answer?.status())
            .catch(String),
        {timeout: 90_000},
      )
      .toBe(200)
    await page.getByText('2 of 2 tasks done').first().waitFor({timeout: 60_000})
    await page.evaluate(() => Object.assign(window, {kept: true}))
    // The page listens a moment after it is there: an edit before that is in what it then gets.
    writeFileSync(join(folder, 'mobile.md'), plan('Small', 3, 5))
    await page.getByText('3 of 5 tasks done').first().waitFor({timeout: 30_000})
    expect(await page.evaluate(() => 'kept' in window)).toBe(true)
  } finally {
    await browser.close()
    // The whole group, and only when it ever began: the folder is removed after it.
    const ended = once(server, 'exit')
    if (server.pid !== undefined && server.exitCode === null) {
      process.kill(-server.pid, 'SIGTERM')
      await ended
    }
    writeFileSync(join(folder, 'mobile.md'), FILES['mobile.md'] ?? '')
  }
}, 240_000)
