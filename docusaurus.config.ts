import {execFileSync} from 'node:child_process'
import type {Options as ClassicOptions, ThemeConfig} from '@docusaurus/preset-classic'
import type {Config} from '@docusaurus/types'
import type {Options as PlanOptions} from 'docusaurus-plugin-action-plan'
import planMarkdown from 'docusaurus-plugin-action-plan/remark'
import {DAY_SCRIPT_HASH} from 'docusaurus-plugin-action-plan/policy'
import diagrams from 'docusaurus-plugin-diagrams/remark'
import {bundle} from './src/bundle'
import {mutationsSentence} from './src/mutations'
import {template} from './src/template'

/** Where the pages' sources are edited, such as `https://github.com/owner/repository/edit/main`; without it there are no such links. */
const editUrl = process.env.EDIT_URL?.replace(/\/+$/, '')
const baseUrl = process.env.BASE_URL ?? '/'

/** Dates of pages come from git. Half a history gives wrong ones, no history stops the build, and a development server invents them: then there are none. */
function dated(): boolean {
  if (process.env.NODE_ENV !== 'production') return false
  try {
    const said = execFileSync('git', ['rev-parse', '--is-shallow-repository', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return said.startsWith('false\n')
  } catch {
    return false
  }
}
const dates = dated()

/** Colours of code are variables of `src/css/custom.css`, so that one theme serves both modes, and paper; those of its parts are classes there. */
const code = {plain: {color: 'var(--code-text)', backgroundColor: 'var(--ifm-pre-background)'}, styles: []}

const head = (rel: string, href: string, more: Readonly<Record<string, string>> = {}): NonNullable<Config['headTags']>[number] => ({
  tagName: 'link',
  attributes: {rel, href: `${baseUrl.replace(/\/*$/, '/')}${href}`, ...more},
})

/** The public TypeScript, a page for each file; written into docs/reference/api while the site is built. */
const API = {
  sources: ['plugins/action-plan/src', 'plugins/diagrams/src', 'plugins/plain-docs/src', 'plugins/tested-docs/src'],
  entries: [
    {
      file: 'plugins/action-plan/src/index.ts',
      page: 'plugin',
      title: 'docusaurus-plugin-action-plan',
      description: 'The plugin, its options and their defaults.',
    },
    {
      file: 'plugins/action-plan/src/remark.ts',
      page: 'remark',
      title: 'docusaurus-plugin-action-plan/remark',
      description: 'The remark plugin that shows plans and the progress of their items in Markdown pages.',
    },
    {
      file: 'plugins/action-plan/src/model/status.ts',
      page: 'status',
      title: 'status.json: its types',
      description: 'What /status.json, "action-plan status --format json" and the progress pages hold.',
    },
    {
      file: 'plugins/action-plan/src/model/global.ts',
      page: 'global-data',
      title: 'Data of a plan for components',
      description: 'What usePlan() of docusaurus-plugin-action-plan/client gives to the components of a site.',
    },
    {
      file: 'plugins/action-plan/src/theme.d.ts',
      page: 'components',
      title: 'Components of a plan',
      description: 'The components that pages may use and a site may swizzle, with their properties.',
    },
    {
      file: 'plugins/tested-docs/src/index.ts',
      page: 'tested-docs',
      title: 'docusaurus-plugin-tested-docs',
      description: 'The plugin that tells each runbook what was run of it, and its options.',
    },
    {
      file: 'plugins/tested-docs/src/tested-docs.d.ts',
      page: 'tested-docs-components',
      title: 'Components of tested docs',
      description: 'The components that show how far a runbook was run.',
    },
    {
      file: 'plugins/diagrams/src/remark.ts',
      page: 'diagrams',
      title: 'docusaurus-plugin-diagrams/remark',
      description: 'The remark plugin that draws Mermaid fences as SVG.',
    },
    {
      file: 'plugins/plain-docs/src/index.ts',
      page: 'plain-docs',
      title: 'docusaurus-plugin-plain-docs',
      description: 'The plugin that writes /llms.txt and the Markdown copy of each page, and its options.',
    },
  ],
}

/** Pages for an incident: what to do comes first, how the plan stands comes last. */
const INCIDENTS = ['/docs/runbooks/', '/docs/troubleshooting/', '/docs/start/on-call.md', '/docs/operations/incident-flow.md']

/** What is typed while something is wrong: the alerts as the pager names them, and the words of those who were woken. */
const ASKED = {
  '/docs/runbooks/rollback-deployment': [
    'roll back',
    'rollback',
    'undo a release',
    'bad deployment',
    'ApiDown',
    'website down',
    'site is down',
    'undo deployment',
    'undo deploy',
    'bad release',
  ],
  '/docs/runbooks/error-spike': [
    'ErrorRateHigh',
    'many errors',
    '500 errors',
    'internal server error',
    'error rate',
    'errors after deploy',
  ],
  '/docs/runbooks/performance-alert': [
    'LatencyHigh',
    'it is slow',
    'database is slow',
    'slow',
    'slow query',
    'high latency',
    'requests are slow',
  ],
  '/docs/runbooks/memory-growth': ['ProcessMemoryGrows', 'out of memory', 'memory leak', 'killed process', 'OOM killed', 'killed by OOM'],
  '/docs/runbooks/disk-fills-up': [
    'DiskFillsUp',
    'disk full',
    'disk is full',
    'no space left on device',
    'no space left',
    'disk almost full',
  ],
  '/docs/runbooks/database-restart': ['DatabaseDown', 'database is down', 'restart postgres', 'database down', 'postgres down'],
  '/docs/runbooks/pool-exhaustion': [
    'DatabasePoolNearlyExhausted',
    'DatabaseTransactionOpenTooLong',
    'DatabaseConnectionsNearLimit',
    'pool exhausted',
    'database pool exhausted',
    'connection pool exhausted',
    'too many clients',
    'too many connections',
    'idle in transaction',
  ],
  '/docs/runbooks/blocked-migration': ['DatabaseLockWait', 'migration hangs', 'migration stuck', 'database locked', 'lock timeout'],
  '/docs/runbooks/redis-unavailable': [
    'RedisDown',
    'RedisMemoryHigh',
    'redis is down',
    'redis OOM',
    'redis out of memory',
    'redis not responding',
  ],
  '/docs/runbooks/stop-trading': ['kill switch', 'stop trading', 'stop order entry', 'halt trading', 'wrong orders'],
  '/docs/runbooks/duplicate-orders': ['order sent twice', 'duplicate order', 'double order', 'orders sent twice', 'position too large'],
  '/docs/runbooks/market-data-stale': [
    'MarketDataStale',
    'market data gap',
    'stale prices',
    'old quotes',
    'prices frozen',
    'feed down',
    'no prices',
    'stale quotes',
  ],
  '/docs/runbooks/venue-session-lost': [
    'VenueSessionDown',
    'venue disconnected',
    'exchange down',
    'exchange disconnected',
    'broker disconnected',
    'FIX logon rejected',
    'FIX session',
    'orders not sent',
    'MsgSeqNum too low',
    'sequence number too low',
  ],
  '/docs/runbooks/clock-skew': [
    'clock skew',
    'wrong time',
    'clock is wrong',
    'NTP not synchronized',
    'NTP',
    'chrony',
    'SendingTime accuracy problem',
    'orders from the future',
  ],
  '/docs/operations/market-hours': ['market hours', 'trading hours', 'change freeze', 'may I deploy now', 'deployment window'],
  '/docs/operations/audit-trail': ['audit trail', 'who changed an order', 'retention of orders', 'audit log'],
  '/docs/runbooks/reconcile-orders': [
    'reconcile orders',
    'reconciliation',
    'missing fills',
    'position does not match',
    'orders after outage',
    'order missing at the venue',
    'order state unknown',
  ],
  '/docs/runbooks/websocket-disconnect-storm': [
    'WebSocketDisconnectsHigh',
    'WebSocketProbeFailing',
    'websocket disconnects',
    'clients keep reconnecting',
  ],
  '/docs/runbooks/certificate-expiry-alert': [
    'CertificateExpiringVerySoon',
    'CertificateExpiringSoon',
    'CertificateProbeFails',
    'CertificateNotProbed',
    'certificate expired',
  ],
  '/docs/runbooks/backup-restore': ['BackupTooOld', 'restore a backup', 'lost data', 'table dropped', 'restore backup'],
  '/docs/runbooks/smoke-tests': ['TargetDown', 'smoke test failed'],
  '/docs/runbooks/two-heads': ['multiple heads'],
  '/docs/runbooks/unknown-revision': ["can't locate revision"],
  '/docs/runbooks/rollback-migration': ['undo migration'],
  '/docs/runbooks/leaked-secret-response': ['password in git', 'api key committed', 'secret leaked'],
  '/docs/runbooks/failed-coverage-gate': ['coverage failed', 'coverage gate'],
  '/docs/runbooks/dependency-vulnerability': ['CVE', 'vulnerable package'],
  '/docs/runbooks/cython-build': ['cython does not compile'],
  '/docs/operations/incident-flow': ['postmortem', 'post-mortem', 'escalate', 'severity', 'who decides'],
  '/docs/operations/on-call': ['who do I call'],
  '/docs/troubleshooting/authentication': ['login fails', 'users cannot log in', 'everybody is logged out'],
  '/docs/troubleshooting/deployment': ['502 bad gateway', '503 service unavailable', '504 gateway timeout'],
  '/docs/start/on-call': ['on call', 'I am on call'],
}

/** What the search says of pages that are not guides: what is on them, and what those ask who look for them. */
const PAGES = [
  {
    path: '/',
    title: 'Overview',
    description: 'The home page: verdict, progress, forecast, what is late and what comes next.',
    asked: ['home', 'overview', 'where are we', 'what comes next'],
  },
  {
    path: '/progress',
    title: 'Progress',
    description: 'How far the plan is, by priority and by section; what is late, at risk or blocked; open tasks; problems in the plan.',
    asked: [
      'what is late',
      'what is overdue',
      'late items',
      'what is at risk',
      'what is blocked',
      'how far are we',
      'open tasks',
      'which tasks are open',
      'tasks without owner',
      'plan status',
      'success metrics',
    ],
  },
  {
    path: '/progress/problems',
    title: 'Problems in the plan',
    description:
      'Errors, warnings and notes: overcommitted weeks, missed deadlines, fields that cannot be read; each with its line and fix.',
    asked: ['warnings of the plan', 'overcommitted', 'missed deadline', 'action-plan check'],
  },
  {
    path: '/progress/timeline',
    title: 'Timeline',
    description: 'What happens when: phases, dates, deadlines, dependencies and the critical path, as a Gantt chart.',
    asked: [
      'Gantt chart',
      'schedule',
      'what is due this week',
      'what is due next',
      'deadlines',
      'critical path',
      'dependencies',
      'who needs whom',
    ],
  },
  {
    path: '/progress/history',
    title: 'History',
    description: 'Burn-up, scope and throughput from the revisions of the plan, and the forecast of when it will be done.',
    asked: ['burn-up chart', 'burndown', 'forecast', 'when will it be done', 'when will it be finished', 'velocity', 'trend'],
  },
  {
    path: '/progress/report',
    title: 'Weekly report',
    description: 'What changed this week or since the last review: done, added, slipped, next, late, at risk. For print.',
    asked: [
      'what changed this week',
      'what changed',
      'what changed since last week',
      'what was done this week',
      'changes',
      'what slipped',
      'print',
    ],
  },
  {
    path: '/progress/badges',
    title: 'Badges',
    description: 'The badge of the whole plan, of each priority, section and item, with the snippet for a README.',
    asked: ['badge', 'README badge', 'shields', 'embed progress'],
    parts: 'badge' as const,
  },
  {
    path: '/progress/tests',
    title: 'Tests and coverage',
    description: 'What the test and coverage reports say that the plan names as evidence: totals, failures, slowest, by folder.',
    asked: ['test results', 'failing tests', 'which tests fail', 'coverage'],
  },
  {
    path: '/quality',
    title: 'Quality of this site',
    description: 'The unit tests and the lint of this documentation site and its plugins; not those of the trading system.',
    asked: ['tests of this site', 'lint of this site'],
  },
]

/** Parts of a reference page that hold the words of other languages: nobody looks for them in the search. */
const LANGUAGES = ['Deutsch', 'Français', 'Español', 'Português', 'Italiano', 'Nederlands', 'Polski', 'Русский', '中文', '日本語', '한국어']

const config: Config = {
  title: 'Trading System Action Plan',
  tagline: 'The audit action plan, its progress and the guides to act on it',
  favicon: 'img/favicon.svg',
  // Where the site is served; only absolute links (feeds, social cards, badge snippets) need it.
  url: process.env.SITE_URL ?? 'http://localhost:3000',
  baseUrl,
  trailingSlash: false,
  baseUrlIssueBanner: false,
  future: {v4: true},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    format: 'detect',
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },
  headTags: [
    head('manifest', 'manifest.webmanifest'),
    head('apple-touch-icon', 'img/apple-touch-icon.png'),
    {tagName: 'meta', attributes: {name: 'theme-color', content: '#ffffff', media: '(prefers-color-scheme: light)'}},
    {tagName: 'meta', attributes: {name: 'theme-color', content: '#10151c', media: '(prefers-color-scheme: dark)'}},
  ],
  ssrTemplate: template,
  clientModules: ['./src/keyboard.ts', './src/prefetch.ts'],
  i18n: {defaultLocale: 'en', locales: ['en']},
  presets: [
    [
      'classic',
      {
        docs: {
          sidebarPath: './sidebars.ts',
          remarkPlugins: [[planMarkdown, {tasks: 'all', itemsAtEnd: INCIDENTS}], diagrams],
          showLastUpdateTime: dates,
          ...(editUrl === undefined ? {} : {editUrl}),
        },
        blog: false,
        sitemap: {lastmod: dates ? 'date' : null, changefreq: null, priority: null},
        theme: {customCss: './src/css/custom.css'},
      } satisfies ClassicOptions,
    ],
  ],
  plugins: [
    ['docusaurus-plugin-content-security-policy', {allow: {'script-src': [DAY_SCRIPT_HASH]}}],
    'docusaurus-plugin-lazy-highlighting',
    bundle,
    [
      'docusaurus-plugin-action-plan',
      {
        lineUrl: editUrl === undefined ? null : `${editUrl.replace('/edit/', '/blob/')}/{path}?plain=1#L{line}`,
        evidenceGuide: '/docs/testing/connect-evidence',
        forecastGuide: '/docs/reference/forecast-calibration',
        reportPages: [
          {
            path: 'quality',
            title: 'Quality of this site',
            about: [
              'The unit tests, their coverage and the lint of this documentation site and its plugins. They say nothing about the trading system. Coverage leaves out the components of pages: they are tested in a browser, where it is not measured.',
              mutationsSentence('docs/runbooks/mutations.json'),
            ]
              .join(' ')
              .trim(),
            empty: 'Run npm test, then build the site again: the reports are written by the tests and are not part of the repository.',
            more: {title: 'What was broken on purpose, and what came of it', to: '/docs/reference/faults'},
            files: ['reports/unit.xml', 'reports/coverage/cobertura-coverage.xml', 'reports/lint.sarif'],
          },
        ],
      } satisfies PlanOptions,
    ],
    'docusaurus-plugin-diagrams',
    ['docusaurus-plugin-api-reference', API],
    'docusaurus-plugin-tested-docs',
    ['docusaurus-plugin-site-search', {pages: PAGES, asked: ASKED, without: ['Related', ...LANGUAGES]}],
    [
      'docusaurus-plugin-plain-docs',
      {links: [{title: 'Status of the plan', path: '/status.json', description: 'Every number of the site as JSON.'}]},
    ],
  ],
  themeConfig: {
    colorMode: {respectPrefersColorScheme: true},
    image: 'img/social-card.png',
    metadata: [
      {property: 'og:image:alt', content: 'Trading System Action Plan: where it stands, what comes next, and the guides to act on it'},
    ],
    prism: {theme: code, darkTheme: code, additionalLanguages: ['bash', 'ini', 'nginx', 'sql', 'toml', 'docker', 'json']},
    navbar: {
      title: 'Action Plan',
      logo: {alt: '', src: 'img/logo.svg', width: 26, height: 26},
      items: [
        {to: '/progress', label: 'Progress', position: 'left', activeBaseRegex: '/progress$'},
        {to: '/progress/timeline', label: 'Timeline', position: 'left'},
        {to: '/progress/report', label: 'Report', position: 'left'},
        {to: '/docs/plan/action-plan', label: 'Plan', position: 'left'},
        {to: '/docs/start/new-here', label: 'Guides', position: 'left', activeBaseRegex: '/docs/(?!plan/|runbooks|start/on-call)'},
        {to: '/docs/runbooks', label: 'Runbooks', position: 'left'},
        {to: '/docs/start/on-call', label: 'On call', position: 'right'},
      ],
    },
    footer: {
      links: [
        {
          title: 'Status',
          items: [
            {to: '/progress', label: 'Progress'},
            {to: '/progress/timeline', label: 'Timeline'},
            {to: '/progress/history', label: 'History'},
            {to: '/progress/report', label: 'Report: what changed'},
            {to: '/progress/problems', label: 'Problems in the plan'},
            {to: '/progress/badges', label: 'Badges'},
            {to: '/progress/tests', label: 'Tests and coverage'},
            {to: '/quality', label: 'Quality of this site'},
          ],
        },
        {
          title: 'Start here',
          items: [
            {to: '/docs/start/on-call', label: 'I am on call'},
            {to: '/docs/start/new-here', label: 'I am new here'},
            {to: '/docs/start/management', label: 'I report to management'},
            {to: '/docs/start/own-plan', label: 'I have a plan of my own'},
            {html: '<button type="button" class="footer__link-item" data-keyboard-help>Keyboard shortcuts</button>'},
          ],
        },
        {
          title: 'Data',
          items: [
            {href: 'pathname:///status.json', label: 'status.json'},
            {href: 'pathname:///status.schema.json', label: 'JSON schema'},
            {href: 'pathname:///plan.ics', label: 'Calendar'},
            {href: 'pathname:///progress/feed.xml', label: 'Feed of changes'},
            {href: 'pathname:///llms.txt', label: 'All pages as text'},
          ],
        },
      ],
    },
  } satisfies ThemeConfig,
}

export default config
