import {exec} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync} from 'node:fs'
import {cp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {basename, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {GuideError, readGuide, type Step} from './guide.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
/** What a copy of the repository leaves out: it is made, large, or linked. */
const LEFT_OUT = new Set(['node_modules', '.git', 'build', '.docusaurus', 'dist', 'reports'])

export interface Followed {
  /** The files that the guide has a contributor write, in order, each once. */
  readonly edited: readonly string[]
  readonly commands: readonly string[]
}

/** A guide that was followed in a copy of the repository. */
export interface FollowedInCopy extends Followed {
  /** The other files that differ then: its commands have written them. */
  readonly written: readonly string[]
}

/** Follows a guide for contributors in a copy of the repository: writes what it says where it says, and runs its commands. Throws with the place at the first step that is not as the guide says. */
export async function followGuide(page: string): Promise<FollowedInCopy> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'guide-')))
  try {
    await copyRepository(folder)
    const followed = await followIn(folder, page, readFileSync(join(ROOT, page), 'utf8'))
    return {...followed, written: differing(folder).filter((file) => !followed.edited.includes(file))}
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** The same in a folder that is there. */
export async function followIn(folder: string, page: string, text: string): Promise<Followed> {
  const edited = new Set<string>()
  const commands: string[] = []
  for (const step of readGuide(text)) {
    if (step.kind === 'run')
      for (const command of step.code.trim().split('\n')) {
        commands.push(command)
        await run(command, step, folder, page, [...edited])
      }
    else {
      write(step, folder, page)
      edited.add(step.file)
    }
  }
  return {edited: [...edited], commands}
}

/** Dependencies are linked: a guide changes none of them. */
async function copyRepository(folder: string): Promise<void> {
  await cp(ROOT, folder, {recursive: true, filter: (path) => path === ROOT || !LEFT_OUT.has(basename(path))})
  for (const of of ['.', ...readdirSync(join(ROOT, 'plugins')).map((plugin) => `plugins/${plugin}`)])
    if (existsSync(join(ROOT, of, 'node_modules'))) symlinkSync(join(ROOT, of, 'node_modules'), join(folder, of, 'node_modules'))
}

/** The files of a copy that are not as they are in the repository, in the order of the alphabet. */
function differing(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => file !== TYPECHECK && !file.split('/').some((part) => LEFT_OUT.has(part)))
    .filter((file) => !existsSync(join(ROOT, file)) || !readFileSync(join(ROOT, file)).equals(readFileSync(join(folder, file))))
    .sort()
}

function write(step: Exclude<Step, {kind: 'run'}>, folder: string, page: string): void {
  const wrong = (found: string, fix: string): never => {
    throw new GuideError(`${page}:${step.line}: ${found}. Fix: ${fix}`)
  }
  const path = join(folder, step.file)
  if (step.kind === 'create') {
    if (existsSync(path)) wrong(`${step.file} exists already`, 'name a new file, or insert into this one')
    return writeFileSync(path, step.code)
  }
  if (!existsSync(path)) wrong(`there is no file ${step.file}`, 'name the file as it is called now')
  const lines = readFileSync(path, 'utf8').split('\n')
  const [at, ...more] = lines.flatMap((line, index) => (line.trimStart().startsWith(step.at) ? [index] : []))
  if (at === undefined || more.length > 0)
    return wrong(
      `${at === undefined ? 'no line' : `${more.length + 1} lines`} of ${step.file} starts with "${step.at}", expected one`,
      'name a line that is there once',
    )
  const code = step.code.replace(/\n$/, '').split('\n')
  const [from, removed] = step.kind === 'replace' ? [at, 1] : [step.side === 'before' ? at : at + 1, 0]
  lines.splice(from, removed, ...code)
  writeFileSync(path, lines.join('\n'))
}

const TYPECHECK = 'tsconfig.guide.json'
/** Commands that take minutes are run on what the guide has changed. */
const NARROWED: Readonly<Record<string, (folder: string, edited: readonly string[]) => string>> = {
  'npm run typecheck': (folder, edited) => {
    const files = edited.filter((file) => /\.tsx?$/.test(file)).map((file) => `./${file}`)
    writeFileSync(join(folder, TYPECHECK), JSON.stringify({extends: './tsconfig.json', files, include: []}))
    return `npx tsc -p ${TYPECHECK}`
  },
}

/** What Vitest says of files none of whose tests has a name like that after `-t`. It calls that a success. */
const NONE_RAN = /^ *Test Files .*\bskipped\b/m

async function run(
  command: string,
  {line, fails}: Extract<Step, {kind: 'run'}>,
  folder: string,
  page: string,
  edited: readonly string[],
): Promise<void> {
  const {VITEST: _, ...env} = process.env
  const {status, output} = await shell(NARROWED[command]?.(folder, edited) ?? command, folder, {...env, CI: '1', NO_COLOR: '1'})
  if (status === 0 && NONE_RAN.test(output))
    throw new GuideError(
      `${page}:${line}: "${command}" leaves out all tests of a file. Fix: name a pattern that some test of each file has, or leave the pattern out\n${output.slice(-6000)}`,
    )
  if ((status !== 0) === fails) return
  throw new GuideError(
    `${page}:${line}: "${command}" ${fails ? 'succeeded, but the guide says that it fails' : `ended with exit status ${status}`}. Fix: correct the guide\n${output.slice(-6000)}`,
  )
}

function shell(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<{readonly status: number; readonly output: string}> {
  return new Promise((done) => {
    exec(command, {cwd, env, maxBuffer: 50_000_000}, (error, stdout, stderr) =>
      done({status: error === null ? 0 : (error.code ?? 1), output: `${stdout}${stderr}`}),
    )
  })
}
