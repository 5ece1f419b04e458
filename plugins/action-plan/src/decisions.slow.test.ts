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

test.each([
  ['a number guessed from an id', 'export const a = (id: string) => /^\\d/.test(id)', null],
  ['a name put together', 'export const a = (x: {number: string | null}) => (x.number === null ? `y` : `${x.number} y`)', 'model/label.ts'],
  ['a short title', "export const a = (x: string) => x.replace(/\\s*[([].*$/, '')", 'model/label.ts'],
  ['a day in milliseconds', 'export const a = 86_400_000', 'model/date.ts'],
  ['the same in short', 'export const a = 864e5', 'model/date.ts'],
  ['the date of a time', 'export const a = new Date(0).toISOString().slice(0, 10)', 'model/date.ts'],
  ['a weekday', 'export const a = new Date(0).getUTCDay()', 'model/date.ts'],
  ['a date in UTC', 'export const a = Date.UTC(2026, 0, 1)', 'model/date.ts'],
  ['a zone', "export const a = new Intl.DateTimeFormat('en').formatToParts(0)", 'model/date.ts'],
  ['a list spread into a call', 'export const a = (x: number[]) => Math.max(0, ...x)', null],
  ['a list added to another', 'export const a = (x: number[], y: number[]) => x.push(...y)', null],
  ['rounding', 'export const a = (x: number) => Math.floor(x + 1e-9)', 'model/number.ts'],
  [
    'the time of a report',
    'export const a = (f: {at: string | null}, committedAt: string | null) => f.at ?? committedAt',
    'model/measurement.ts',
  ],
])('the lint finds %s outside its home, and lets it stand there', async (_, code, home) => {
  expect((await found('view/other.ts', code)).length).toBeGreaterThan(0)
  if (home !== null) expect(await found(home, code)).toEqual([])
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
