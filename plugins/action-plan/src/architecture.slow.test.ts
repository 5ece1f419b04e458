import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, posix, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {ESLint, type Linter} from 'eslint'
import typescript from 'typescript'
import tseslint from 'typescript-eslint'
import {expect, test} from 'vitest'

const SOURCE = dirname(fileURLToPath(import.meta.url))

const ROOT = join(SOURCE, '../../..')

/** The lint of this repository, of which only the rule about rooms is asked. */
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: join(ROOT, '.config/eslint.mjs'),
  // Files that are not there have no types.
  overrideConfig: tseslint.configs.disableTypeChecked as Linter.Config,
  ruleFilter: ({ruleId}) => ruleId === 'plan/rooms',
})
const offences = async (file: string, text: string): Promise<readonly string[]> =>
  (await eslint.lintText(text, {filePath: join(SOURCE, file)})).flatMap(({messages}) =>
    messages.map(({line, message}) => `src/${file}:${line} ${message}`),
  )

const FILES = readdirSync(SOURCE, {recursive: true, encoding: 'utf8'})
  .map((name) => name.split(sep).join('/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('fixtures/'))
  .sort()

/** What each file imports: modules of this package as the table names them ("model/plan"), and other packages. */
const IMPORTS = FILES.map((file) => ({
  file,
  room: (/^[^/]+(?=\/)/.exec(file) ?? [file.replace(/\.tsx?$/, '')])[0],
  modules: typescript
    .preProcessFile(readFileSync(join(SOURCE, file), 'utf8'), true, true)
    .importedFiles.map(({fileName}) =>
      fileName.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), fileName)).replace(/\.(?:tsx?|json)$/, '') : fileName,
    ),
}))

interface Table {
  readonly rooms: Readonly<Record<string, {readonly own: readonly string[]; readonly others: readonly string[]}>>
}
const configOf = async (file: string): Promise<unknown> => {
  const {rules} = (await eslint.calculateConfigForFile(join(SOURCE, file))) as {rules: Readonly<Record<string, unknown>>}
  return rules['plan/rooms']
}

test('the lint holds every room to the table', async () => {
  expect(FILES.length).toBeGreaterThan(60)
  for (const [, file] of new Map(IMPORTS.map((one) => [one.room, one.file])))
    expect([file, await configOf(file)]).toMatchObject([file, [2, {source: SOURCE}]])
})

test('the table names no package that nothing imports', async () => {
  const [, {rooms}] = (await configOf('index.ts')) as readonly [number, Table]
  const modules = IMPORTS.flatMap((one) => one.modules)
  const named = new Set(Object.values(rooms).flatMap(({others}) => others))
  expect([...named].filter((name) => !modules.some((module) => (/[/:]$/.test(name) ? module.startsWith(name) : module === name)))).toEqual(
    [],
  )
})

test('each library has one door', () => {
  const doors = new Map<string, Set<string>>()
  for (const {file, modules} of IMPORTS.filter(({room}) => ['parse', 'derive', 'view'].includes(room)))
    for (const library of modules
      .filter((module) => !FILES.some((name) => name.replace(/\.tsx?$/, '') === module))
      .map((module) => module.split('/')[0] as string))
      doors.set(library, (doors.get(library) ?? new Set()).add(file))
  expect(doors.size).toBeGreaterThan(5)
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

test('the command line starts with what every command needs, and loads the rest when it is asked for', {tags: ['slow']}, () => {
  const packages = [...loaded('cli.ts')].filter((name) => !/\.tsx?$/.test(name) && !name.startsWith('node:'))
  expect(packages.sort()).toEqual([
    'build-kit/beside',
    'build-kit/system-error',
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

test('no page loads the messages of the rules: it gets the sentences that it shows', {tags: ['slow']}, () => {
  const inBrowser = FILES.filter((file) => /^(?:theme|hooks|labels|live)\//.test(file)).flatMap((file) => [...loaded(file)])
  expect([...new Set(inBrowser)].filter((file) => file.startsWith('rules/'))).toEqual([])
})

test('what cannot import something does not: each kind of offence is found, with its place', async () => {
  expect(await offences('derive/x.ts', "// why\nimport {a} from '../parse/plan.ts'")).toMatchInlineSnapshot(`
    [
      "src/derive/x.ts:2 imports parse/plan, expected derive to import modules of: derive/, rules/, fields/fields, model/ (move the code to a room that may, or pass the value in)",
    ]
  `)
  expect(await offences('parse/x.ts', "import {readFileSync} from 'node:fs'")).toMatchInlineSnapshot(`
    [
      "src/parse/x.ts:1 imports node:fs, expected parse to import packages of: commonmark, yaml, github-slugger, fast-xml-parser, saxes, jsonc-parser (move the code to a room that may, or pass the value in)",
    ]
  `)
  expect(await offences('other/x.ts', "import {a} from '../model/plan.ts'")).toMatchInlineSnapshot(`
    [
      "src/other/x.ts:1 unexpected room "other", expected one of model, source, lexicon, rules, fields, parse, derive, view, live, labels, hooks, theme, generated.d, theme.d, report, load, lsp, outputs, options, site, remark, cli, routes, policy, client, index (give it a row in .config/rooms.mjs)",
    ]
  `)
  expect(await offences('live/x.ts', "import './x.css'")).toMatchInlineSnapshot(`
    [
      "src/live/x.ts:1 imports live/x.css, expected styles in theme/ only",
    ]
  `)
  const kinds = [
    ['theme/Page/index.tsx', "import type {Plan} from '../../parse/plan.ts'"],
    ['theme/Page/index.tsx', "const {a} = await import('../../source/file.ts')"],
    ['theme/Page/index.tsx', "export {a} from '../../derive/schedule.ts'"],
    ['theme/Page/index.tsx', "export * from '../../derive/schedule.ts'"],
    ['view/x.ts', "import {useState} from 'react'"],
    ['live/x.ts', "import {useState} from 'react'"],
    ['hooks/x.ts', "import {a} from '../view/badge.ts'"],
    ['hooks/x.ts', "import {\n  a,\n} from '../derive/progress.ts'"],
    ['cli/x.ts', "import {a} from '../options.ts'"],
    ['cli.ts', "import a from './index.ts'"],
    ['index.ts', "import {main} from './cli.ts'"],
    ['cli.ts', "import a from './theme/PlanBar/index.tsx'"],
    ['model/x.ts', "type A = import('../derive/health.ts').A"],
    ['model/x.ts', "import a = require('../derive/health.ts')"],
    ['model/x.ts', "const a = require('node:fs')"],
    ['theme.d.ts', "declare module '@theme/A' {\n  import type {B} from '../parse/b.ts'\n}"],
    ['report.ts', "import {a} from './view/files/badge.ts'"],
  ] as const
  for (const [file, text] of kinds) expect([file, text, (await offences(file, text)).length]).toEqual([file, text, 1])
})
