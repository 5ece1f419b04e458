import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {planText, states} from '../../plugins/action-plan/src/fixtures/four-months.ts'

// A site of four plans as different as plans are: one with four months of history, one that is finished, one without dates, one that is empty.

const ROOT = new URL('../..', import.meta.url).pathname

/** The day of the last commit; the site is built as if it were this day. */
export const BUILT = '2026-11-27T18:00:00Z'
/** What somebody wrote about the week, in the front matter of the plan with a history. */
export const NOTE = ['The keys are rotated.', 'The review of the logs waits for access.'] as const

/** The plans, by the id of their instance. */
export const PLANS = ['default', 'finished', 'undated', 'empty'] as const
export type PlanId = (typeof PLANS)[number]

const config = (locales: readonly string[]): string => `export default {
  title: 'Plans', url: 'https://example.com', baseUrl: '/', future: {v4: true}, trailingSlash: false,
  i18n: {defaultLocale: ${JSON.stringify(locales[0])}, locales: ${JSON.stringify(locales)}}, markdown: {format: 'detect'},
  presets: [['classic', {docs: {sidebarPath: undefined}, blog: false}]],
  themeConfig: {colorMode: {respectPrefersColorScheme: true}, navbar: {title: 'Plans'}},
  plugins: ${JSON.stringify(PLANS)}.map((id) => ['docusaurus-plugin-action-plan', {
    id, plan: \`docs/\${id}.md\`, onProblems: {errors: 'ignore', warnings: 'ignore'}, ...(id === 'default' ? {portfolio: 'plans'} : {}),
  }]),
}
`

const home = (plan: PlanId): string => `import Layout from '@theme/Layout'
import PlanOverview from '@theme/PlanOverview'
export default () => <Layout><main className="container"><PlanOverview plan="${plan}" /></main></Layout>
`

const withHistory = (done: number, tasks: number): string =>
  planText(done, tasks)
    .replaceAll('**Timeline**: 1 week', '**Timeline**: 1 week\n\n**Owner**: @ada')
    .replace('plan:\n', `plan:\n  weeklyNote: |\n    ${NOTE.join('\n\n    ')}\n`)

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{"name": "plans", "private": true}\n',
  '.gitignore': 'node_modules\n.docusaurus\nbuild\n',
  'docs/finished.md': '# Finished\n\n## 1. All\n\n### 1.1 Store\n\n- [x] build\n- [x] ship\n\n**Due**: 2026-11-20\n',
  'docs/undated.md':
    '# Without dates\n\n## 1. All\n\n### 1.1 Store\n\n- [x] build\n- [ ] ship\n\n**Owner**: @ben\n\n### 1.2 Payments\n\n- [ ] choose\n',
  'docs/empty.md': '# Empty\n\nNothing is planned yet.\n',
  'src/pages/index.js': home('default'),
  ...Object.fromEntries(PLANS.slice(1).map((id) => [`src/pages/${id}-home.js`, home(id)])),
}

export interface BuiltPlans {
  readonly folder: string
  remove(): void
}

/** Builds the site in these languages, the first one at its root. */
export function buildPlans(locales: readonly string[] = ['en']): BuiltPlans {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plans-of-all-kinds-')))
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  const git = (when: string, ...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      cwd: folder,
      env: {...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when, GIT_CONFIG_GLOBAL: '/dev/null'},
      stdio: 'ignore',
    })
  git(BUILT, 'init', '-q')
  write('docusaurus.config.mjs', config(locales))
  for (const [name, text] of Object.entries(FILES)) write(name, text)
  for (const {day, done, tasks} of states()) {
    write('docs/default.md', withHistory(done, tasks))
    git(`${day}T16:00:00Z`, 'add', '-A')
    git(`${day}T16:00:00Z`, 'commit', '-q', '-m', 'weekly update')
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const {status, stdout, stderr} = spawnSync(join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, SOURCE_DATE_EPOCH: String(Date.parse(BUILT) / 1000)},
  })
  if (status !== 0) throw new Error(stdout + stderr)
  return {folder, remove: () => rmSync(folder, {recursive: true})}
}
