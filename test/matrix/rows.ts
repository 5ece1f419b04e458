import {execFileSync} from 'node:child_process'
import {existsSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {BuiltSite, SiteChange} from './site.ts'

/** A site that the plugin has to work in. */
export interface MatrixRow {
  readonly name: string
  /** What is changed of a plain site, and what is checked beside what is checked of all. */
  readonly changed: string
  readonly site?: SiteChange
  /** The major version of Node that builds it; left out: the one that runs. */
  readonly node?: '22' | '24'
  /** Its packages come from a package manager, with these beside Docusaurus and the plugin. */
  readonly installed?: 'npm' | 'pnpm' | 'yarn'
  /** Packages that it does not have. */
  readonly without?: readonly string[]
  /** The folder of the site in what is made; left out: the top. */
  readonly below?: string
  /** After the files are written: `top` is the folder that holds everything. */
  readonly prepare?: (top: string, site: string) => void
  readonly check?: (built: BuiltSite) => readonly string[]
}

const has = (text: string, part: string | RegExp, what: string): readonly string[] =>
  (typeof part === 'string' ? text.includes(part) : part.test(text)) ? [] : [`expected ${what} (${String(part)})`]

/** A link as HTML has it: what makes HTML smaller leaves out quotation marks. */
const hrefOf = (address: string): RegExp => new RegExp(`href="?${address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["> ]`)

/** A guide shows its banner and the item in its text, with addresses as the site has them. */
const guide =
  (route: string, address: string) =>
  (built: BuiltSite): readonly string[] => [
    ...has(built.page(route), hrefOf(`${address}#item-1-1`), `the banner of ${route}`),
    ...has(built.page(route), hrefOf(`${address}#item-1-2`), `the item in the text of ${route}`),
  ]
const GUIDE = guide('docs/guide', '/progress')

const git = (folder: string, ...args: readonly string[]): void =>
  void execFileSync('git', ['-C', folder, '-c', 'user.name=Ana', '-c', 'user.email=ana@example.test', ...args], {stdio: 'ignore'})
const commitAll = (folder: string): void => {
  if (!existsSync(join(folder, '.git'))) git(folder, 'init', '--initial-branch=main')
  writeFileSync(join(folder, '.gitignore'), 'node_modules\nbuild\n.docusaurus\n')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--message', 'change')
}
/** The plan was never in a commit. */
const commitAllButPlan = (folder: string): void => {
  const [plan, aside] = [join(folder, 'ROADMAP.md'), `${folder}-plan`]
  renameSync(plan, aside)
  commitAll(folder)
  renameSync(aside, plan)
}
const noForecast =
  (code: string) =>
  ({status}: BuiltSite): readonly string[] =>
    status.forecast?.cause.code === code ? [] : [`expected no forecast for the reason ${code}, found ${status.forecast?.cause.code}`]
const committed = ({status}: BuiltSite): readonly string[] =>
  status.source.commit !== null && !status.source.dirty ? [] : [`expected a commit, found ${JSON.stringify(status.source)}`]

const OWN: Readonly<Record<string, string>> = {
  'src/theme/MDXComponents/index.js': "import Original from '@theme-original/MDXComponents'\n\nexport default {...Original}\n",
  'src/theme/DocItem/Content/index.js':
    'import MDXContent from \'@theme/MDXContent\'\n\nexport default function Content({children}) {\n  return <div className="markdown own-content"><MDXContent>{children}</MDXContent></div>\n}\n',
  'src/theme/Footer/index.js': 'export default function Footer() {\n  return <footer>Own footer</footer>\n}\n',
  'src/theme/Heading/index.js':
    "import Original from '@theme-original/Heading'\n\nexport default function Heading(props) {\n  return <Original {...props} />\n}\n",
}

const CONFIGURED: readonly MatrixRow[] = [
  {name: 'plain', changed: 'nothing', check: GUIDE},
  {
    name: 'trailingSlash: true',
    changed: 'addresses end with a slash',
    site: {config: 'trailingSlash: true,'},
    check: guide('docs/guide', '/progress/'),
  },
  {name: 'trailingSlash: false', changed: 'addresses do not', site: {config: 'trailingSlash: false,'}, check: GUIDE},
  {
    name: 'baseUrl',
    changed: 'the site stands below /a/b/',
    site: {config: "baseUrl: '/a/b/',"},
    check: guide('docs/guide', '/a/b/progress'),
  },
  {
    name: 'baseUrl and trailingSlash',
    changed: 'both',
    site: {config: "baseUrl: '/a/', trailingSlash: true,"},
    check: guide('docs/guide', '/a/progress/'),
  },
  {name: 'future.v4', changed: 'v4 with the faster bundler', site: {config: 'future: {v4: true},'}, check: GUIDE},
  {
    name: 'future.v4 without faster',
    changed: 'v4 with webpack; @docusaurus/faster is not installed',
    site: {config: 'future: {v4: true, faster: false},'},
    without: ['@docusaurus/faster'],
    check: GUIDE,
  },
  {
    name: 'faster without future.v4',
    changed: 'the faster bundler but for worker threads, which need v4',
    site: {config: 'future: {faster: {rspackBundler: true, swcJsLoader: true, lightningCssMinimizer: true}},'},
    check: GUIDE,
  },
  {
    name: 'several docs instances',
    changed: 'a second one, whose guide names items, too',
    site: {
      plugins:
        "['@docusaurus/plugin-content-docs', {id: 'more', path: 'more', routeBasePath: 'more', sidebarPath: undefined, remarkPlugins: [planMarkdown]}]",
      files: {'more/other.mdx': '---\nplan_items: ["1.1"]\n---\n\n# Other\n\nStands at <PlanStatus item="1.2" />.\n'},
    },
    check: (built) => [
      ...GUIDE(built),
      ...guide('more/other', '/progress')(built),
      ...has(built.page('progress'), '/more/other', 'the second guide on the item'),
    ],
  },
  {
    name: 'docs only',
    changed: 'docs at /, no other page',
    site: {docs: "routeBasePath: '/',", files: {'src/pages/index.md': null, 'docs/intro.md': '---\nslug: /\n---\n\n# Intro\n'}},
    check: guide('guide', '/progress'),
  },
  {
    name: 'i18n',
    changed: 'English and German',
    site: {config: "i18n: {defaultLocale: 'en', locales: ['en', 'de']},"},
    check: (built) => [
      ...GUIDE(built),
      ...has(built.page('de/progress'), '1 von 3 Aufgaben erledigt', 'German words'),
      ...guide('de/docs/guide', '/de/progress')(built),
    ],
  },
  {
    name: 'versions',
    changed: 'a version 1.0 of the docs, whose guide names items',
    site: {
      files: {
        'versions.json': '["1.0"]',
        'versioned_sidebars/version-1.0-sidebars.json': '{"docs": [{"type": "autogenerated", "dirName": "."}]}',
        'versioned_docs/version-1.0/intro.md': '# Intro\n',
        'versioned_docs/version-1.0/guide.mdx': '---\nplan_items: ["1.1"]\n---\n\n# Guide\n\nStands at <PlanStatus item="1.2" />.\n',
      },
    },
    check: (built) => [...GUIDE(built), ...guide('docs/next/guide', '/progress')(built)],
  },
  {
    name: 'own theme components',
    changed: 'MDXComponents, DocItem/Content, Footer and Heading of the site',
    site: {files: OWN},
    check: (built) => [
      ...GUIDE(built),
      ...has(built.page('docs/guide'), 'own-content', "the site's DocItem/Content"),
      ...has(built.page('docs/guide'), 'Own footer', "the site's Footer"),
    ],
  },
]

const PLACED: readonly MatrixRow[] = [
  {name: 'outside git', changed: 'no repository', check: noForecast('no-repository')},
  {
    name: 'in git',
    changed: 'everything is committed',
    prepare: commitAll,
    check: (built) => [...committed(built), ...noForecast('too-young')(built)],
  },
  {
    name: 'shallow clone',
    changed: 'a clone of depth 1',
    prepare: (top) => {
      commitAll(top)
      writeFileSync(join(top, 'docs/intro.md'), '# Intro\n\nMore.\n')
      commitAll(top)
      // As CI clones: the newest commit stays, and git knows that there were others.
      const head = execFileSync('git', ['-C', top, 'rev-parse', 'HEAD'], {encoding: 'utf8'})
      writeFileSync(join(top, '.git/shallow'), head)
    },
    check: (built) => [...committed(built), ...noForecast('shallow')(built)],
  },
  {
    name: 'site in a sub-folder',
    changed: 'the repository is around it, and the plan above it',
    below: 'website',
    site: {plan: "plan: '../ROADMAP.md',"},
    prepare: (top, site) => {
      renameSync(join(site, 'ROADMAP.md'), join(top, 'ROADMAP.md'))
      commitAll(top)
    },
    check: (built) => [...committed(built), ...noForecast('too-young')(built)],
  },
  {
    name: 'plan untracked',
    changed: 'in git, but for the plan',
    prepare: commitAllButPlan,
    check: noForecast('not-committed'),
  },
  {
    name: 'plan ignored',
    changed: 'git ignores the plan',
    prepare: (top) => {
      commitAllButPlan(top)
      writeFileSync(join(top, '.gitignore'), 'node_modules\nbuild\n.docusaurus\nROADMAP.md\n')
      git(top, 'commit', '--all', '--message', 'ignore')
    },
    check: noForecast('not-committed'),
  },
]

const RUN: readonly MatrixRow[] = [
  {name: 'Node 22', changed: 'built by Node 22', node: '22', check: GUIDE},
  {name: 'Node 24', changed: 'built by Node 24', node: '24', check: GUIDE},
]

const MERMAID = '# Diagram\n\n```mermaid\ngraph TD; A-->B;\n```\n'
const TAILWIND = `() => ({name: 'tailwind', configurePostCss: (options) => ({...options, plugins: [...options.plugins, '@tailwindcss/postcss']})})`
const INSTALLED: readonly MatrixRow[] = [
  {name: 'npm', changed: 'packages from npm install', installed: 'npm', check: GUIDE},
  {name: 'pnpm', changed: 'packages from pnpm install', installed: 'pnpm', check: GUIDE},
  {name: 'yarn', changed: 'packages from yarn install', installed: 'yarn', check: GUIDE},
  {
    name: 'mermaid',
    changed: '@docusaurus/theme-mermaid, and a page with a diagram',
    installed: 'npm',
    site: {config: 'markdown: {mermaid: true},', themes: "'@docusaurus/theme-mermaid'", files: {'docs/diagram.md': MERMAID}},
    check: GUIDE,
  },
  {
    name: 'Tailwind',
    changed: 'Tailwind 4 in the styles of the site',
    installed: 'npm',
    site: {
      plugins: TAILWIND,
      config: "clientModules: ['./src/tailwind.css'],",
      files: {'src/tailwind.css': '@import "tailwindcss";\n', 'src/pages/index.md': '# Home\n\n<p className="text-red-500">x</p>\n'},
    },
    check: GUIDE,
  },
  {
    name: 'local search',
    changed: '@easyops-cn/docusaurus-search-local, whose index has the plan’s pages',
    installed: 'npm',
    site: {themes: "['@easyops-cn/docusaurus-search-local', {hashed: true, indexPages: true}]"},
    check: GUIDE,
  },
]

/** Every kind of site, as a table. To add one: a row. */
export const ROWS: readonly MatrixRow[] = [...CONFIGURED, ...PLACED, ...RUN, ...INSTALLED]
