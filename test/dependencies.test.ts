import {readdirSync, readFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const json = (path: string): unknown => JSON.parse(readFileSync(`${ROOT}/${path}`, 'utf8'))

interface Manifest {
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** What the lock file says of a package. */
interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly deprecated?: string
  readonly dev?: boolean
  readonly link?: boolean
  readonly inBundle?: boolean
}

/** Licences that let the site be built, changed and published by anyone, without more than naming the author. */
const LICENSES = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  // Weaker copyleft: used as they are, changed nowhere here.
  'EPL-2.0',
  'MPL-2.0',
  // Data and typefaces.
  'CC-BY-4.0',
  'OFL-1.1',
]

/** Packages that name no licence where npm looks, and what their licence file says. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'color-convert@0.5.3': 'MIT',
  'eval@0.1.8': 'MIT',
  'format@0.2.2': 'MIT',
  'require-like@0.1.2': 'MIT',
}

const locked = Object.entries((json('package-lock.json') as {readonly packages: Readonly<Record<string, Locked>>}).packages)
  .filter(([path, {link}]) => path.includes('node_modules/') && link !== true)
  .map(([path, one]) => ({...one, name: `${path.replace(/^.*node_modules\//, '')}@${one.version ?? ''}`}))

/** "(MIT OR WTFPL)" needs one that is allowed, "MIT AND ISC" needs both. */
function allowed(license: string): boolean {
  const plain = license.replace(/[()]/g, '')
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => LICENSES.includes(one.trim())))
}

test('what reaches readers or runs at a build has a licence that is allowed', () => {
  const wrong = locked
    .filter(({dev}) => dev !== true)
    .map(({name, license}) => ({name, license: license ?? READ_BY_HAND[name] ?? 'none'}))
    .filter(({license}) => !allowed(license))
  expect(
    wrong.map(
      ({name, license}) => `${name} has the licence "${license}" (replace it, or add the licence to the list of this test with its reason)`,
    ),
  ).toEqual([])
})

test('an expression of licences is allowed when its parts are', () => {
  expect(['MIT', '(WTFPL OR MIT)', 'Apache-2.0 AND MIT'].map(allowed)).toEqual([true, true, true])
  expect(['GPL-3.0', 'MIT AND GPL-3.0', '(WTFPL OR AGPL-3.0)', 'SEE LICENSE IN x'].map(allowed)).toEqual([false, false, false, false])
})

test('nothing is deprecated by its authors', () => {
  expect(
    locked.flatMap(({name, deprecated}) =>
      deprecated === undefined ? [] : [`${name}: ${deprecated} (npm explain ${name.replace(/@[^@]*$/, '')} says who asks for it)`],
    ),
  ).toEqual([])
})

test('every package is held by a hash, from a registry', () => {
  expect(
    locked
      .filter(
        ({integrity, resolved, inBundle}) =>
          inBundle !== true && (!integrity?.startsWith('sha512-') || resolved?.startsWith('git') === true),
      )
      .map(({name}) => `${name} has no sha512 in the lock file (npm install ${name} writes it)`),
  ).toEqual([])
})

test('direct dependencies are pinned; only the published package has ranges, for the sites that install it', () => {
  const manifests = ['package.json', ...readdirSync(`${ROOT}/plugins`).map((name) => `plugins/${name}/package.json`)]
  const loose = manifests.flatMap((path) => {
    const manifest = json(path) as Manifest
    if (manifest.private !== true) return []
    return Object.entries({...manifest.dependencies, ...manifest.devDependencies})
      .filter(([, range]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range))
      .map(([name, range]) => `${path}: ${name} is "${range}", expected one version (npm ls ${name} says which is installed)`)
  })
  expect(loose).toEqual([])
})

test('few: a direct dependency of the site is one that a reader or a build needs', () => {
  const {dependencies = {}} = json('package.json') as Manifest
  expect(
    Object.keys(dependencies).length,
    `${Object.keys(dependencies).join(', ')}: move what only tests need to devDependencies`,
  ).toBeLessThanOrEqual(10)
})
