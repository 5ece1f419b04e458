import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, posix, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import typescript from 'typescript'
import {expect, test} from 'vitest'

const SOURCE = dirname(fileURLToPath(import.meta.url))

/** Modules of `derive/` that run again in the browser. */
const AGAIN = ['derive/health/health', 'derive/progress', 'derive/schedule/calendar']
const REACT = ['react', 'react-dom', 'clsx']
const SITE = ['@docusaurus/', '@theme/', '@theme-original/', '@theme-init/', '@site/']

/** Who may import whom: by room (a folder, or a file beside the folders), the rooms and modules of this package, and then other packages; a name with a slash at its end stands for all below it. */
const ALLOWED: Readonly<Record<string, {readonly own: readonly string[]; readonly others: readonly string[]}>> = {
  model: {own: ['model/'], others: []},
  source: {own: ['source/', 'model/'], others: ['node:', 'build-kit/']},
  lexicon: {own: ['lexicon/', 'model/'], others: []},
  parse: {own: ['parse/', 'lexicon/', 'model/'], others: ['commonmark', 'yaml', 'github-slugger', 'fast-xml-parser', 'jsonc-parser']},
  derive: {own: ['derive/', 'model/'], others: ['temporal-polyfill', 'stemmer', 'fastest-levenshtein']},
  view: {
    own: ['view/', 'model/'],
    others: ['badge-maker', 'csv-stringify/', 'string-width', 'ical-generator', 'feed', 'd3-scale', 'd3-time', 'd3-shape'],
  },
  live: {own: ['live/', 'model/', ...AGAIN], others: []},
  labels: {own: ['labels/', 'model/', 'live/', 'view/pages/tool-reports', 'view/words/'], others: [...REACT, ...SITE]},
  hooks: {
    own: ['hooks/', 'labels/', 'model/', 'live/', 'view/words/fetch', 'view/words/baseline', 'derive/health/health'],
    others: [...REACT, ...SITE],
  },
  theme: {own: ['theme/', 'model/', 'view/', 'live/', 'labels/', 'hooks/', ...AGAIN], others: [...REACT, ...SITE, '@mdx-js/react']},
  'theme.d': {own: ['model/', 'view/'], others: SITE},
  report: {own: ['model/', 'parse/', 'derive/', 'view/words/'], others: []},
  load: {own: ['load/', 'model/', 'source/', 'parse/', 'derive/', 'report'], others: ['node:']},
  outputs: {own: ['model/', 'view/'], others: []},
  options: {own: ['model/'], others: ['@docusaurus/']},
  site: {
    own: ['site/', 'model/', 'source/', 'parse/', 'derive/', 'view/', 'load/', 'report', 'outputs', 'options', 'locales/'],
    others: ['node:', '@docusaurus/', 'build-kit/'],
  },
  remark: {own: ['remark/', 'parse/'], others: ['mdast', 'unified', 'unist', 'mdast-util-directive', 'unist-util-visit']},
  cli: {
    own: ['cli/', 'model/', 'source/', 'parse/', 'derive/', 'view/', 'load/', 'report', 'outputs'],
    others: ['node:', 'commander', 'build-kit/'],
  },
  index: {
    own: ['site/', 'model/', 'source/', 'parse/', 'derive/', 'view/', 'live/', 'load/', 'report', 'outputs', 'options'],
    others: ['node:', '@docusaurus/', 'build-kit/'],
  },
}

interface Import {
  readonly file: string
  readonly room: string
  readonly line: number
  /** A module of this package ("model/plan"), or another package's name. */
  readonly module: string
  readonly own: boolean
}

/** Every import of a file: static, dynamic, of types, and what it exports again. */
function imports(file: string, text: string): readonly Import[] {
  const inside = file.replace(/\.tsx?$/, '')
  const room = inside.includes('/') ? (inside.split('/')[0] as string) : inside
  return typescript.preProcessFile(text, true, true).importedFiles.map(({fileName, pos}) => {
    const own = fileName.startsWith('.')
    const module = own ? posix.normalize(posix.join(posix.dirname(file), fileName)).replace(/\.(?:tsx?|json)$/, '') : fileName
    return {file, room, line: text.slice(0, pos).split('\n').length, module, own}
  })
}

const FILES = readdirSync(SOURCE, {recursive: true, encoding: 'utf8'})
  .map((name) => name.split(sep).join('/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('fixtures/'))
  .sort()
const ALL = FILES.flatMap((file) => imports(file, readFileSync(join(SOURCE, file), 'utf8')))

const matches = (module: string, names: readonly string[]): boolean =>
  names.some((name) => (/[/:]$/.test(name) ? module.startsWith(name) : module === name))

/** A line for an import that the table does not allow; null for one that it does. */
function offence({file, room, line, module, own}: Import): string | null {
  const allowed = ALLOWED[room]
  if (allowed === undefined)
    return `src/${file}:1 unexpected room "${room}", expected one of ${Object.keys(ALLOWED).join(', ')} (give it a row in the table of this test)`
  if (module.endsWith('.css')) return room === 'theme' ? null : `src/${file}:${line} imports ${module}, expected styles in theme/ only`
  if (matches(module, own ? allowed.own : allowed.others)) return null
  const expected = (own ? allowed.own : allowed.others).join(', ')
  return `src/${file}:${line} imports ${module}, expected ${room} to import ${own ? 'modules' : 'packages'} of: ${expected === '' ? 'none' : expected} (move the code to a room that may, or pass the value in)`
}

test('every import is one that the table of rooms allows', () => {
  expect(FILES.length).toBeGreaterThan(60)
  expect([...new Set(ALL.flatMap((one) => offence(one) ?? []))]).toEqual([])
})

test('each library has one door', () => {
  const doors = new Map<string, Set<string>>()
  for (const {own, module, file, room} of ALL) {
    if (own || !['parse', 'derive', 'view'].includes(room)) continue
    const library = module.split('/')[0] as string
    doors.set(library, (doors.get(library) ?? new Set()).add(file))
  }
  expect(
    [...doors]
      .filter(([, files]) => files.size > 1)
      .map(([library, files]) => `${library} is imported by ${[...files].join(' and ')}, expected one file (use what the first exports)`),
  ).toEqual([])
})

/** What is loaded with a file at once: not what it asks for later, and not types. */
function loaded(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const statement of typescript.createSourceFile(file, readFileSync(join(SOURCE, file), 'utf8'), typescript.ScriptTarget.Latest)
    .statements) {
    const isImport =
      typescript.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== typescript.SyntaxKind.TypeKeyword
    const isExport = typescript.isExportDeclaration(statement) && !statement.isTypeOnly
    if (!(isImport || isExport) || statement.moduleSpecifier === undefined) continue
    const {text} = statement.moduleSpecifier as typescript.StringLiteral
    if (!text.startsWith('.')) seen.add(text)
    else if (/\.tsx?$/.test(text)) loaded(posix.normalize(posix.join(posix.dirname(file), text)), seen)
  }
  return seen
}

test('the command line starts with what every command needs, and loads the rest when it is asked for', () => {
  const packages = [...loaded('cli.ts')].filter((name) => !/\.tsx?$/.test(name) && !name.startsWith('node:'))
  expect(packages.sort()).toEqual([
    'build-kit/user-error',
    'commander',
    'commonmark',
    'fastest-levenshtein',
    'github-slugger',
    'stemmer',
    'string-width',
    'temporal-polyfill',
    'yaml',
  ])
})

test('what cannot import something does not: each kind of offence is found, with its place', () => {
  const found = (file: string, text: string): readonly (string | null)[] => imports(file, text).map(offence)
  expect(found('derive/x.ts', "// why\nimport {a} from '../parse/plan.ts'")).toMatchInlineSnapshot(`
    [
      "src/derive/x.ts:2 imports parse/plan, expected derive to import modules of: derive/, model/ (move the code to a room that may, or pass the value in)",
    ]
  `)
  expect(found('parse/x.ts', "import {readFileSync} from 'node:fs'")).toMatchInlineSnapshot(`
    [
      "src/parse/x.ts:1 imports node:fs, expected parse to import packages of: commonmark, yaml, github-slugger, fast-xml-parser, jsonc-parser (move the code to a room that may, or pass the value in)",
    ]
  `)
  const offences = [
    ['theme/Page/index.tsx', "import type {Plan} from '../../parse/plan.ts'"],
    ['theme/Page/index.tsx', "const {a} = await import('../../source/file.ts')"],
    ['theme/Page/index.tsx', "export {a} from '../../derive/schedule.ts'"],
    ['view/x.ts', "import {useState} from 'react'"],
    ['live/x.ts', "import {useState} from 'react'"],
    ['hooks/x.ts', "import {a} from '../view/badge.ts'"],
    ['hooks/x.ts', "import {\n  a,\n} from '../derive/progress.ts'"],
    ['cli/x.ts', "import {a} from '../options.ts'"],
    ['cli.ts', "import a from './index.ts'"],
    ['index.ts', "import {main} from './cli.ts'"],
    ['cli.ts', "import a from './theme/PlanBar/index.tsx'"],
    ['model/x.ts', "type A = import('../derive/health.ts').A"],
    ['report.ts', "import {a} from './view/files/badge.ts'"],
    ['other/x.ts', "import {a} from '../model/plan.ts'"],
  ] as const
  expect(offences.filter(([file, text]) => found(file, text).every((one) => one === null))).toEqual([])
})
