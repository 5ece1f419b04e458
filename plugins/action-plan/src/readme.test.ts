import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {pictures} from '../scripts/pictures.ts'

const file = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

test('the pictures of the README are of the plan that it shows, for light and for dark pages', () => {
  const readme = file('README.md')
  const made = pictures(readme)
  for (const mode of ['light', 'dark'] as const) {
    expect(readme).toContain(`pictures/card-${mode}.svg`)
    expect(file(`pictures/card-${mode}.svg`), 'run node plugins/action-plan/scripts/pictures.mjs').toBe(made[mode])
  }
  // Nothing of the light one is left but white words on a colour.
  expect(made.dark).not.toMatch(/#1f2328|#57606a|#d0d7de/)
  expect(made.dark.match(/#fff/g)).toHaveLength(1)
})

test('the README says what an installation adds, as the nightly run measures it', () =>
  expect(file('README.md')).toMatch(/adds \d+ packages and \d+ MB to a site that `create-docusaurus` makes/))
