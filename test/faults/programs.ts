import {chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {rolldown} from 'rolldown'

/** The command lines that are broken on purpose. */
export const PROGRAMS = ['plan', 'publish', 'cache'] as const
export type Program = (typeof PROGRAMS)[number]

const SOURCES: Readonly<Record<Program, string>> = {
  plan: '../../plugins/action-plan/src/cli.ts',
  publish: '../../plugins/publish/src/cli.ts',
  cache: '../../plugins/build-kit/src/build-cache.ts',
}

/** Each as a function of its arguments that gives its exit status: in a process of its own, or in the one of the tests. */
const RUNS: Readonly<Record<Program, string>> = {
  plan: `import {main, runTime} from './plan.mjs'
export const run = (args, terminal) => main(args, '1.0.0', {get now() { return runTime() }, color: false, ...terminal})`,
  publish: `import {main} from './publish.mjs'
export const run = (args, terminal) => main(args, {now: new Date().toISOString(), signal: new AbortController().signal, ...terminal})`,
  cache: `import {pathToFileURL} from 'node:url'
import {openCache} from './cache.mjs'
export async function run([siteDir, code, ...parts]) {
  const store = await openCache(siteDir, 'one', [pathToFileURL(code)])
  for (const part of parts) await store.of([part], () => ({part, filler: part.repeat(1000)}))
  await store.close()
  return 0
}`,
}
const start = (name: Program): string => `import {run} from './run-${name}.mjs'
const terminal = {cwd: process.cwd(), out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text)}
process.exitCode = await run(process.argv.slice(2), terminal)`

/** Where a command reads and writes. */
interface RunTerminal {
  readonly cwd: string
  out(text: string): void
  err(text: string): void
}

/** Bundled command lines: the files to run, the same as functions, and how to take them away. */
export interface Programs {
  readonly start: Readonly<Record<Program, string>>
  readonly module: Readonly<Record<Program, string>>
  run(program: Program, args: readonly string[], terminal: RunTerminal): Promise<number>
  remove(): void
}

/** Bundles the command lines into a temporary folder, so that a run starts quickly. */
export async function bundled(): Promise<Programs> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-programs-'))
  // A run may be that of another user.
  chmodSync(folder, 0o755)
  const out = join(folder, 'src')
  const at = (name: string): string => join(out, `${name}.mjs`)
  const byName = (kind: string): Readonly<Record<Program, string>> =>
    Object.fromEntries(PROGRAMS.map((name) => [name, at(`${kind}-${name}`)])) as Record<Program, string>
  const bundle = await rolldown({
    input: Object.fromEntries(PROGRAMS.map((name) => [name, fileURLToPath(new URL(SOURCES[name], import.meta.url))])),
    platform: 'node',
    logLevel: 'silent',
  })
  await bundle.write({dir: out, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs'})
  await bundle.close()
  for (const name of PROGRAMS) {
    writeFileSync(at(`run-${name}`), RUNS[name])
    writeFileSync(at(`start-${name}`), start(name))
  }
  // publish-site starts its guard from where it stands in the repository.
  cpSync(fileURLToPath(new URL('../../plugins/publish/bin', import.meta.url)), join(folder, 'bin'), {recursive: true})
  return {
    start: byName('start'),
    module: byName('run'),
    async run(program, args, terminal) {
      const loaded = (await import(/* @vite-ignore */ pathToFileURL(at(`run-${program}`)).href)) as {
        readonly run: (args: readonly string[], terminal: RunTerminal) => Promise<number>
      }
      return loaded.run(args, terminal)
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  }
}
