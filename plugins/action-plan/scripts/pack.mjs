// Makes the package that others install: built files in dist/package, packed beside it. Prints the path of the tarball.
// npm packs what stands in a folder, so the built package has a folder and a package.json of its own; the workspace itself runs unbuilt.
import {execFileSync} from 'node:child_process'
import {chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import prettier from 'prettier'
import {rolldown} from 'rolldown'

const HOME = fileURLToPath(new URL('..', import.meta.url))
const STAGE = join(HOME, 'dist/package')
const require = createRequire(import.meta.url)

/** What the workspace needs to run unbuilt, and the package does not. */
const UNBUILT_ONLY = ['jiti', 'build-kit']
const EXPORTS = {
  '.': {types: './lib/index.d.ts', default: './lib/index.js'},
  './client': {types: './lib/client.d.ts', default: './lib/client.js'},
  './policy': {types: './lib/policy.d.ts', default: './lib/policy.js'},
  './remark': {types: './lib/remark.d.ts', default: './lib/remark.js'},
  // Components that a site ejected find what they share here.
  './lib/*': './lib/*',
  './package.json': './package.json',
}

const source = (path) => join(HOME, 'src', path)
const staged = (path) => join(STAGE, path)
const read = (path) => readFileSync(path, 'utf8')
const filesOf = (folder, end) =>
  readdirSync(folder, {recursive: true})
    .filter((name) => end.test(name))
    .map((name) => join(folder, name))

rmSync(STAGE, {recursive: true, force: true})
compile(join(HOME, 'tsconfig.build.json'))
nameModules()
bundleKit()
copyStyles()
inlineJson()
completeDeclarations()
await bundleCommands()
await shipThemes()
for (const name of ['bin', 'README.md', 'CHANGELOG.md', 'LICENSE', 'action', 'examples', 'pictures'])
  cpSync(join(HOME, name), staged(name), {recursive: true})
writeFileSync(staged('package.json'), JSON.stringify(manifest(), null, 2) + '\n')
console.log(pack())

function compile(...args) {
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', ...args], {stdio: ['ignore', 2, 2]})
}

/** JSX stays as it is, so that a copied component can be read; its files are called as others import them. */
function nameModules() {
  for (const file of filesOf(staged('lib'), /\.jsx?$/)) {
    const text = read(file)
    const named = text.replace(/(['"])(\.{1,2}\/[^'"]+)\.jsx\1/g, '$1$2.js$1')
    if (named !== text) writeFileSync(file, named)
    if (file.endsWith('.jsx')) renameSync(file, file.replace(/x$/, ''))
  }
}

/** What the plugins of this workspace share is no package that others can install: its modules are shipped within this one. */
function bundleKit() {
  const [kit, shipped] = [dirname(require.resolve('build-kit/package.json')), staged('lib/build-kit')]
  compile(join(kit, 'tsconfig.build.json'), '--outDir', shipped)
  for (const file of filesOf(staged('lib'), /\.(?:jsx?|d\.ts)$/)) {
    const text = read(file)
    const to = relative(dirname(file), shipped).replaceAll('\\', '/')
    const bundled = text.replace(/(['"])build-kit\/([\w-]+)\1/g, `$1${to.startsWith('.') ? to : `./${to}`}/$2.js$1`)
    if (bundled !== text) writeFileSync(file, bundled)
  }
}

function copyStyles() {
  for (const file of filesOf(source(''), /\.css$/)) cpSync(file, join(staged('lib'), relative(source(''), file)))
}

/** A JSON import becomes a constant: Node 20 warns about such imports, and bundlers differ. */
function inlineJson() {
  for (const file of filesOf(staged('lib'), /\.js$/)) {
    const text = read(file)
    const inlined = text.replace(/^import (\w+) from '(\.[^']+\.json)' with \{ type: 'json' \};$/gm, (_, name, path) => {
      return `const ${name} = ${JSON.stringify(JSON.parse(read(resolve(dirname(file), path))))};`
    })
    if (inlined !== text) writeFileSync(file, inlined)
  }
  for (const file of filesOf(staged('lib'), /\.json$/)) rmSync(file)
}

/** The command line as one file and a few that are loaded on demand: a start reads five files of ours and not two hundred. Its dependencies stay packages. */
async function bundleCommands() {
  const program = await rolldown({input: {cli: staged('lib/cli.js')}, platform: 'node', external: /^[^./]/})
  await program.write({dir: staged('lib'), format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'commands/[name]-[hash].js'})
  await program.close()
  for (const room of ['cli', 'lsp']) rmSync(staged(`lib/${room}`), {recursive: true})
}

/** Declarations name files as they are shipped, and bring those of the components along. */
function completeDeclarations() {
  cpSync(source('theme.d.ts'), staged('lib/theme.d.ts'))
  for (const file of filesOf(staged('lib'), /\.d\.ts$/))
    writeFileSync(file, read(file).replace(/(['"])(\.{1,2}\/[^'"]+?)(?<!\.d)\.tsx?\1/g, '$1$2.js$1'))
  const entry = staged('lib/index.d.ts')
  writeFileSync(entry, `/// <reference path="./theme.d.ts" />\n${read(entry)}`)
}

/** Components as JavaScript for the bundler and as TypeScript for `swizzle --typescript`. Both may be copied into a site: what they share they import by the package's name. */
async function shipThemes() {
  const {name} = JSON.parse(read(join(HOME, 'package.json')))
  const {prettier: style} = JSON.parse(read(join(HOME, '../../package.json')))
  const [compiled, readable] = [staged('lib/theme'), staged('src/theme')]
  for (const file of filesOf(compiled, /\.d\.ts$/)) rmSync(file)
  cpSync(source('theme'), readable, {recursive: true, filter: (file) => !/\.test\.tsx?$/.test(file)})
  for (const [theme, parser] of [
    [compiled, 'babel'],
    [readable, 'babel-ts'],
  ]) {
    for (const file of filesOf(theme, /\.[jt]sx?$/)) {
      // Components begin with a capital, the other folders of the source do not.
      const shared = read(file)
        .replace(/(['"])(?:\.\.\/)+([a-z]\w*\/[^'"]+?)\.[jt]sx?\1/g, `$1${name}/lib/$2.js$1`)
        .replace(/(['"])(?:\.\.\/)+(css\/[^'"]+\.css)\1/g, `$1${name}/lib/$2$1`)
      writeFileSync(file, await prettier.format(shared, {...style, parser}))
    }
  }
}

function manifest() {
  const own = JSON.parse(read(join(HOME, 'package.json')))
  const dependencies = Object.fromEntries(Object.entries(own.dependencies).filter(([name]) => !UNBUILT_ONLY.includes(name)))
  const made = {...own, ...home(), main: './lib/index.js', types: './lib/index.d.ts', exports: EXPORTS, dependencies}
  return Object.fromEntries(Object.entries(made).filter(([key]) => !['devDependencies', 'scripts'].includes(key)))
}

/** Where the package comes from: the repository that a release is made in. npm holds it against the provenance of the tarball. */
function home() {
  const {GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository} = process.env
  const url = repository === undefined ? origin() : `${server}/${repository}`
  if (url === null) return {}
  return {
    homepage: `${url}#readme`,
    bugs: {url: `${url}/issues`},
    repository: {type: 'git', url: `git+${url}.git`, directory: 'plugins/action-plan'},
  }
}

/** The address of the repository that this is a clone of; null where there is none that others can read. */
function origin() {
  try {
    const said = execFileSync('git', ['remote', 'get-url', 'origin'], {cwd: HOME, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
    const [, host, path] = /^(?:https:\/\/|ssh:\/\/git@|git@)([\w.-]+)[/:](.+?)(?:\.git)?\s*$/.exec(said) ?? []
    return host === undefined ? null : `https://${host}/${path}`
  } catch {
    return null
  }
}

function pack() {
  const folder = dirname(STAGE)
  // npm packs the modes as they stand, which are those of whoever builds: a program can be run, everything can be read.
  for (const file of filesOf(STAGE, /./)) {
    const isProgram = statSync(file).isDirectory() || dirname(file) === staged('bin')
    chmodSync(file, isProgram ? 0o755 : 0o644)
  }
  for (const file of filesOf(folder, /^[^/\\]+\.tgz$/)) rmSync(file)
  mkdirSync(folder, {recursive: true})
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {cwd: STAGE, encoding: 'utf8'}))
  return join(folder, basename(packed.filename))
}
