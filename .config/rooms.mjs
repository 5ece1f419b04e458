// Who may import whom in plugins/action-plan/src, as data: the lint reads it (rooms-rule.mjs), and architecture.slow.test.ts tries it.

/** Modules of `derive/` that run again in the browser. */
const AGAIN = ['derive/health/health', 'derive/progress', 'derive/schedule/calendar', 'derive/schedule/what-if']
const REACT = ['react', 'clsx']
const SITE = ['@docusaurus/', '@theme/', '@generated/docusaurus-plugin-action-plan/']

/**
 * By room (a folder, or a file beside the folders): the rooms and modules of this package that it may import, and then other packages.
 * A name with a slash or a colon at its end stands for all below it.
 */
export const ROOMS = {
  model: {own: ['model/'], others: []},
  source: {own: ['source/', 'model/'], others: ['node:', 'build-kit/']},
  lexicon: {own: ['lexicon/', 'model/'], others: []},
  rules: {own: ['rules/', 'model/'], others: []},
  fields: {own: ['fields/', 'model/', 'lexicon/language'], others: []},
  parse: {
    own: ['parse/', 'fields/', 'lexicon/', 'rules/', 'model/'],
    others: ['commonmark', 'yaml', 'github-slugger', 'fast-xml-parser', 'saxes', 'jsonc-parser'],
  },
  derive: {own: ['derive/', 'rules/', 'fields/fields', 'model/'], others: ['temporal-polyfill', 'stemmer', 'fastest-levenshtein']},
  view: {
    own: ['view/', 'rules/', 'fields/fields', 'model/'],
    others: ['badge-maker', 'csv-stringify/', 'string-width', 'ical-generator', 'feed', 'd3-scale', 'd3-time'],
  },
  live: {own: ['live/', 'model/', ...AGAIN], others: []},
  labels: {own: ['labels/', 'fields/fields', 'model/', 'live/', 'view/pages/tool-reports', 'view/words/'], others: [...REACT, ...SITE]},
  hooks: {
    own: ['hooks/', 'labels/', 'model/', 'live/', 'view/address', 'view/words/fetch', 'view/words/baseline', 'derive/health/health'],
    others: [...REACT, ...SITE],
  },
  theme: {own: ['theme/', 'fields/fields', 'model/', 'view/', 'live/', 'labels/', 'hooks/', ...AGAIN], others: [...REACT, ...SITE]},
  'generated.d': {own: [], others: []},
  'theme.d': {own: ['model/', 'view/'], others: SITE},
  report: {own: ['model/', 'rules/', 'parse/', 'derive/', 'view/words/'], others: []},
  load: {own: ['load/', 'model/', 'source/', 'parse/', 'rules/edit', 'derive/', 'report'], others: ['node:', 'build-kit/']},
  lsp: {
    own: [
      'lsp/',
      'model/',
      'lexicon/',
      'fields/',
      'rules/',
      'parse/',
      'view/files/escape',
      'view/words/',
      'source/checkbox-bytes',
      'source/file',
      'source/history',
      'load/',
      'report',
    ],
    others: ['node:', 'vscode-languageserver', 'vscode-languageserver/', 'vscode-languageserver-textdocument'],
  },
  outputs: {own: ['model/', 'view/'], others: []},
  options: {own: ['model/', 'derive/nearest'], others: ['@docusaurus/']},
  site: {
    own: [
      'site/',
      'fields/',
      'lexicon/',
      'model/',
      'rules/',
      'source/',
      'parse/',
      'derive/',
      'view/',
      'live/summary',
      'live/read-others',
      'load/',
      'report',
      'outputs',
      'options',
      'locales/',
    ],
    others: ['node:', '@docusaurus/', 'build-kit/'],
  },
  remark: {own: ['remark/', 'parse/', 'model/page-items', 'model/list', 'source/plan-files'], others: ['mdast', 'mdast-util-directive']},
  cli: {
    own: ['cli/', 'model/', 'rules/', 'source/', 'parse/', 'derive/', 'view/', 'load/', 'lsp/', 'report', 'outputs'],
    others: ['node:', 'commander', 'build-kit/', '@babel/parser'],
  },
  routes: {own: [], others: [...REACT, ...SITE]},
  policy: {own: ['view/pages/day-script'], others: ['node:']},
  client: {own: ['hooks/', 'model/'], others: []},
  index: {own: ['site/', 'model/', 'options', 'source/watch', 'source/plan-files'], others: ['@docusaurus/']},
}
