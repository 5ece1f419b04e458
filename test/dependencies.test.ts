import {readdirSync, readFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {own, READ_BY_HAND, sbom} from '../plugins/action-plan/scripts/sbom.mjs'

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

describe('the list of what is installed with the package', () => {
  test('holds all that it asks for, and all that they ask for, each once with a hash and a licence that is allowed', () => {
    const {components, dependencies} = own()
    const names = components.map((one) => one.name)
    const {dependencies: asked = {}} = json('plugins/action-plan/package.json') as Manifest
    // It is built into the package.
    expect(Object.keys(asked).filter((name) => !names.includes(name))).toEqual(['build-kit'])
    const refs = components.map((one) => one['bom-ref'])
    expect(new Set(refs).size).toBe(refs.length)
    for (const {ref, dependsOn} of dependencies) for (const one of dependsOn) expect(refs, ref).toContain(one)
    const wrong = components.filter(({hashes, licenses}) => hashes[0]?.content.length !== 128 || !allowed(licenses[0]?.expression ?? ''))
    expect(wrong.map(({name}) => name)).toEqual([])
    expect(JSON.stringify(own())).toBe(JSON.stringify(own()))
  })

  test('takes the version that is found from where it is asked for', () => {
    const packages = {
      'node_modules/a': {version: '1.0.0', dependencies: {b: '1', c: '1'}},
      'node_modules/a/node_modules/b': {version: '1.5.0', dependencies: {c: '1'}},
      'node_modules/b': {version: '2.0.0'},
      'node_modules/c': {version: '3.0.0', license: 'MIT'},
      'node_modules/not-asked-for': {version: '9.0.0'},
      'plugins/action-plan/node_modules/d': {version: '4.0.0', optionalDependencies: {b: '2', 'not-installed': '1'}},
    }
    const {components, dependencies} = sbom(
      {packages},
      {name: 'p', version: '1.0.0', license: 'MIT', dependencies: {a: '1', d: '4', jiti: '2'}},
    )
    expect(components.map(({name, version}) => `${name} ${version}`)).toEqual(['a 1.0.0', 'b 1.5.0', 'b 2.0.0', 'c 3.0.0', 'd 4.0.0'])
    expect(dependencies.map(({dependsOn}) => dependsOn.map((one) => one.replace('pkg:npm/', '')).join(' '))).toEqual([
      'a@1.0.0 d@4.0.0',
      'b@1.5.0 c@3.0.0',
      'c@3.0.0',
      '',
      '',
      'b@2.0.0',
    ])
  })
})
