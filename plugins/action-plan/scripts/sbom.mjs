// Prints the list of all that is installed with the package, as CycloneDX 1.5: each with its version, licence and hash, as the lock file has them.
// Not `npm sbom`: it describes the workspace, leaves out what a peer asks for too, and its answer is never the same twice.
import {readFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'

const ROOT = new URL('../../../', import.meta.url)
const HOME = 'plugins/action-plan'
/** What only the workspace needs, and the package does not. */
const UNBUILT_ONLY = ['jiti', 'build-kit']
/** The licences of packages that name none where npm looks: as their licence files say. */
export const READ_BY_HAND = {'color-convert@0.5.3': 'MIT', 'eval@0.1.8': 'MIT', 'format@0.2.2': 'MIT', 'require-like@0.1.2': 'MIT'}

/** Where a package finds another one: in its own folder, or in one above it. */
function found(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[path] !== undefined) return path
    if (folder === '') return null
  }
}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const purlOf = (path, version) => `pkg:npm/${nameOf(path).replace('@', '%40')}@${version}`

/** What is installed with the package, by a lock file and its manifest. */
export function sbom({packages}, {name, version, license, dependencies}) {
  const asked = Object.keys(dependencies).filter((one) => !UNBUILT_ONLY.includes(one))
  const below = (path, names) => names.flatMap((one) => found(packages, path, one) ?? []).sort()
  const links = new Map()
  const left = below(HOME, asked)
  while (left.length > 0) {
    const path = left.pop()
    if (links.has(path)) continue
    const {dependencies: own = {}, optionalDependencies = {}} = packages[path]
    links.set(path, below(path, [...Object.keys(own), ...Object.keys(optionalDependencies)]))
    left.push(...links.get(path))
  }
  const ref = (path) => purlOf(path, packages[path].version)
  const paths = [...new Map([...links.keys()].sort().map((path) => [ref(path), path])).values()]
  const root = `pkg:npm/${name}@${version}`
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {component: {type: 'library', 'bom-ref': root, name, version, purl: root, licenses: [{expression: license}]}},
    components: paths.map((path) => {
      const {version: of, license: said, integrity = ''} = packages[path]
      return {
        type: 'library',
        'bom-ref': ref(path),
        name: nameOf(path),
        version: of,
        purl: ref(path),
        hashes: [{alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')}],
        licenses: [{expression: said ?? READ_BY_HAND[`${nameOf(path)}@${of}`] ?? 'NOASSERTION'}],
      }
    }),
    dependencies: [
      {ref: root, dependsOn: below(HOME, asked).map(ref)},
      ...paths.map((path) => ({ref: ref(path), dependsOn: [...new Set(links.get(path).map(ref))]})),
    ],
  }
}

/** Of this checkout. */
export function own() {
  const json = (path) => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'))
  return sbom(json('package-lock.json'), json(`${HOME}/package.json`))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(own(), null, 2))
