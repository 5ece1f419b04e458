import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {ESLint, type Linter} from 'eslint'
import tseslint from 'typescript-eslint'
import {expect, test} from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: join(ROOT, '.config/eslint.mjs'),
  // Files that are not there have no types.
  overrideConfig: tseslint.configs.disableTypeChecked as Linter.Config,
})
const rulesOf = async (path: string, code: string): Promise<readonly (string | null)[]> =>
  (await eslint.lintText(code, {filePath: join(ROOT, path)})).flatMap(({messages}) => messages.map(({ruleId}) => ruleId))
const found = async (file: string, code: string): Promise<readonly (string | null)[]> =>
  (await rulesOf(`plugins/action-plan/src/${file}`, code)).filter((rule) => rule === 'no-restricted-syntax')

const WRONG: readonly (readonly [name: string, code: string, home: string | null])[] = [
  ...['^\\d', '^[0-9]', '^\\d+', '^[0-9]+', '^[1-9]', '^(\\d+)'].map(
    (pattern) => [`a number guessed from an id by ${pattern}`, `export const a = (id: string) => /${pattern}/.test(id)`, null] as const,
  ),
  ['a name put together', 'export const a = (x: {number: string | null}) => (x.number === null ? `y` : `${x.number} y`)', 'model/label.ts'],
  ['a short title', "export const a = (x: string) => x.replace(/\\s*[([].*$/, '')", 'model/label.ts'],
  ['a day in milliseconds', 'export const a = 86_400_000', 'model/date.ts'],
  ['the same in short', 'export const a = 864e5', 'model/date.ts'],
  ...[
    '24 * 60 * 60 * 1000',
    '1000 * 60 * 60 * 24',
    '60 * (1_000 * 24) * 60',
    '1e3 * 3600 * 24',
    '24 * 3_600_000',
    '1440 * 60_000',
    '86_400 * 1000',
    '24 * HOUR',
    'HOUR - 24 * 60 * 60 * 1000',
  ].map((day) => [`a day as ${day}`, `declare const HOUR: number\nexport const a = ${day}`, 'model/date.ts'] as const),
  ...['slice(0, 10)', 'substring(0, 10)', 'substr(0, 10)', "split('T')[0]", 'split(/T/)[0]', "replace(/T.*$/, '')"].map(
    (cut) => [`the date of a time by ${cut}`, `export const a = new Date(0).toISOString().${cut}`, 'model/date.ts'] as const,
  ),
  ['the same of its JSON', 'export const a = new Date(0).toJSON().slice(0, 10)', 'model/date.ts'],
  ['a weekday', 'export const a = new Date(0).getUTCDay()', 'model/date.ts'],
  ['a date in UTC', 'export const a = Date.UTC(2026, 0, 1)', 'model/date.ts'],
  ['a zone', "export const a = new Intl.DateTimeFormat('en').formatToParts(0)", 'model/date.ts'],
  ['a list spread into a call', 'export const a = (x: number[]) => Math.max(0, ...x)', null],
  ['a list added to another', 'export const a = (x: number[], y: number[]) => x.push(...y)', null],
  ['rounding', 'export const a = (x: number) => Math.floor(x + 1e-9)', 'model/number.ts'],
  ...[
    'r.at ?? committedAt',
    'r.at ?? r.committedAt',
    'r.at || r.committedAt',
    'r.at === null ? r.committedAt : r.at',
    'r.at !== null ? r.at : r.committedAt',
    'at ?? committedAt',
  ].map(
    (made) =>
      [
        `the time of a report as ${made}`,
        `declare const r: any, at: any, committedAt: any\nexport const a = ${made}`,
        'model/measurement.ts',
      ] as const,
  ),
]

test.each(WRONG)('the lint finds %s outside its home, and lets it stand there', async (_, code, home) => {
  expect((await found('view/other.ts', code)).length).toBeGreaterThan(0)
  if (home !== null) expect(await found(home, code)).toEqual([])
})

test.each([
  ['a pattern that reads more than the first digits', 'export const a = (x: string) => /^\\d+ days$/.test(x)'],
  ['a product of other parts', 'export const a = (x: number) => x * 24 + 60 * 1000'],
  ['a time without its zone', 'export const a = new Date(0).toISOString().slice(0, 19)'],
  ['another choice', 'export const a = (r: {at: string | null; from: string | null}) => r.at ?? r.from'],
])('the lint leaves %s alone', async (_, code) => {
  expect(await found('view/other.ts', code)).toEqual([])
})

test.each(readdirSync(join(ROOT, 'plugins')))(
  'in %s the lint finds a pattern that takes the square of the length of a text',
  async (plugin) => {
    const rules = await rulesOf(`plugins/${plugin}/src/model/x.ts`, 'export const a = [/a+b/, /^a*\\w*$/]')
    expect(rules.filter((rule) => rule?.startsWith('regexp/'))).toEqual([
      'regexp/no-super-linear-move',
      'regexp/no-super-linear-backtracking',
    ])
  },
)
