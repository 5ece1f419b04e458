import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {COMPONENTS, getSwizzleConfig} from './swizzle.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
const names = readdirSync(join(HERE, '../theme'), {recursive: true, encoding: 'utf8'})
  .filter((file) => /index\.tsx$/.test(file))
  .map((file) => dirname(file).split(sep).join('/'))

test('every component has a row in swizzle.ts, and no row is left over', () => {
  expect(Object.keys(COMPONENTS).sort()).toEqual([...names].sort())
})

test('the README lists them as they are: name, copy, what it is', () => {
  const readme = readFileSync(join(HERE, '../../README.md'), 'utf8')
  for (const [name, {eject, is}] of Object.entries(COMPONENTS)) expect(readme).toContain(`| \`${name}\` | ${eject} | ${is} |`)
  expect(readme.match(/^\| `[A-Z][^|]*` \| (?:un)?safe \|/gm)).toHaveLength(names.length)
})

test('everything can be wrapped', () => {
  for (const [name, {actions}] of Object.entries(getSwizzleConfig().components)) expect(actions.wrap, name).toBe('safe')
})

test('no component of the theme is replaced: each name is the plan’s own', () => {
  expect(names.filter((name) => !name.startsWith('Plan'))).toEqual([])
})
