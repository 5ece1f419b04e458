import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const THEME = dirname(fileURLToPath(import.meta.url))
const COLOURS = resolve(THEME, '../css/plan.css')

/** The files that a module loads: itself, and what it and those import; styles too. */
function closure(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || !existsSync(file)) return seen
  seen.add(file)
  if (file.endsWith('.css')) return seen
  for (const [, , name = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type )(?:[^'\n]+ from |)('([^'\n]+)')/gm)) {
    if (name.startsWith('@theme/Plan')) closure(join(THEME, name.slice('@theme/'.length), 'index.tsx'), seen)
    else if (name.startsWith('.')) closure(resolve(dirname(file), name), seen)
  }
  return seen
}

const components = readdirSync(THEME, {withFileTypes: true}).filter((one) => one.isDirectory())

// Every page loads the styles of what it shows, and no others.
test.each(components.map(({name}) => name))('%s brings the colours that its styles name', (name) => {
  const files = closure(join(THEME, name, 'index.tsx'))
  const coloured = [...files].some((file) => file.endsWith('.module.css') && /var\(--plan-/.test(readFileSync(file, 'utf8')))
  if (coloured) expect([...files]).toContain(COLOURS)
  expect([...files].some((file) => file.endsWith('index.tsx'))).toBe(true)
})

test('pages of a plan have its frame: the theme’s own layout says nothing of the day and of newer numbers', () => {
  for (const {name} of components.filter(({name}) => name.endsWith('Page')))
    expect(readFileSync(join(THEME, name, 'index.tsx'), 'utf8'), name).toContain("from '@theme/PlanLayout'")
})
