import {readFileSync} from 'node:fs'
import {basename, dirname, isAbsolute, join, resolve} from 'node:path'
import {InvalidArgumentError, Option} from 'commander'
import {UserError} from 'build-kit/user-error'
import {INDEX_VERSION, type IndexedPlan, type PlansIndex} from '../model/plans-index.ts'
import type {Output} from '../model/output.ts'
import {readText} from '../source/file.ts'
import {digest} from '../source/history.ts'
import {inParallel} from '../source/in-parallel.ts'
import {INDEX_FILE, toIndexFiles} from '../view/files/plans-index.ts'
import {fetchText} from '../view/words/fetch.ts'
import {ENGLISH} from '../view/words/words.ts'
import type {CollectedEntry} from './collect/collect-repository.ts'
import {parseList, slugOf, unique, type ListedRepository} from './collect/list.ts'
import type {Common, Session, Verb} from './session.ts'

interface Options extends Common {
  readonly out: string
  readonly clones?: string
  readonly jobs: number
  readonly timeout: number
}

const countFrom1 = (text: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 on.')
  return Number(text)
}

/** `collect`: the plans of many repositories as files that any host serves. */
export const collectVerb: Verb = (session) =>
  void session
    .command(
      'collect',
      'gather the plans of many repositories with git, for the page of all plans',
      'action-plan collect repositories.txt --out static/fleet',
    )
    .argument('<LIST>', 'a text file: on each line the address of a git repository, and after a space the path of its plan')
    .requiredOption('--out <dir>', `the folder to write to: ${INDEX_FILE}, and status.json of each plan`)
    .option('--clones <dir>', 'where what was fetched is kept (default: a hidden folder beside the other one)')
    .addOption(new Option('--jobs <number>', 'repositories that are fetched at the same time').argParser(countFrom1).default(4))
    .addOption(new Option('--timeout <seconds>', 'how long git may take for one step').argParser(countFrom1).default(300))
    .action(async (list: string, options: Options) => {
      const {terminal} = session
      const repositories = parseList(textOf(resolve(terminal.cwd, list), list), list)
      const {inTurn} = await import('../source/write.ts')
      const say = (line: string): void => terminal.err(`${line}\n`)
      const out = resolve(terminal.cwd, options.out)
      const entries = await inTurn(out, say, () => collectAll(session, repositories, out, options))
      const failed = entries.filter(({failure}) => failure !== null)
      for (const {repository, listed, plan, failure} of failed)
        say(
          `${list}:${lineIn(repositories, repository, listed)}:1: ${repository}${plan === null ? '' : ` ${plan}`}: ${failure === null ? '' : fetchText(ENGLISH, failure.cause)}`,
        )
      if (failed.length > 0) session.exitWith(1)
    })

/** The line of the list that asks for a plan. */
const lineIn = (repositories: readonly ListedRepository[], repository: string, listed: string | null): number =>
  repositories.find((one) => one.repository === repository)?.wanted.find(({path}) => path === listed)?.line ?? 1

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message
    throw new UserError(`${shown}: cannot be read: ${reason} (name a text file with the address of a git repository on each line)`)
  }
}

async function collectAll(
  {terminal, version}: Session,
  repositories: readonly ListedRepository[],
  out: string,
  options: Options,
): Promise<readonly IndexedPlan[]> {
  // Loaded here: no other command fetches.
  const {collectRepository} = await import('./collect/collect-repository.ts')
  const {removeFiles, writeFiles} = await import('../source/write.ts')
  const standing = indexAt(out)
  const before = standing?.plans ?? []
  const clones = options.clones === undefined ? join(dirname(out), `.${basename(out)}.repositories`) : resolve(terminal.cwd, options.clones)
  const isOther = standing?.madeBy !== version
  const run = {out, clones, timeoutMs: options.timeout * 1000, now: terminal.now, today: options.today ?? null, before, isOther}
  const collected = await inParallel(repositories, options.jobs, (repository) => collectRepository(repository, run))
  const {entries, files} = placed(repositories, collected)
  const all = [...files, ...toIndexFiles(entries, version, terminal.now, digest)]
  // A file that stays as it is keeps its time: whoever copies the folder then sends what changed.
  await writeFiles(
    out,
    all.filter(({path, body}) => readText(join(out, path)) !== body),
  )
  const now = new Set(all.map(({path}) => path))
  await removeFiles(
    out,
    before.flatMap(({id}) => [`${id}/summary.json`, `${id}/status.json`]).filter((path) => !now.has(path)),
  )
  const read = collected.flat().filter(({isRead}) => isRead).length
  const failed = entries.filter(({failure}) => failure !== null).length
  terminal.out(
    `${entries.length} plans of ${repositories.length} repositories: ${read} read, ${entries.length - read - failed} as before, ${failed} not read\n`,
  )
  return entries
}

/** Where each plan stands in the folder: below its repository, by the name of its file. */
function placed(
  repositories: readonly ListedRepository[],
  collected: readonly (readonly CollectedEntry[])[],
): {readonly entries: readonly IndexedPlan[]; readonly files: readonly Pick<Output, 'path' | 'body'>[]} {
  const taken = new Set<string>()
  const found = collected.flatMap((plans, index) =>
    plans.map(({entry, files}) => {
      const {slug} = repositories[index] as ListedRepository
      const id = unique(`${slug}/${entry.plan === null ? 'plan' : slugOf(entry.plan.replace(/\.\w+$/, ''))}`, taken)
      return {id, entry, files}
    }),
  )
  return {
    entries: found.map(({id, entry, files}) => ({id, ...entry, status: files === null ? null : `${id}/status.json`})),
    files: found.flatMap(({id, files}) =>
      files === null
        ? []
        : [
            {path: `${id}/status.json`, body: files.status},
            {path: `${id}/summary.json`, body: files.summary},
          ],
    ),
  }
}

/** What the last run wrote; null when there is none that this version can read. */
function indexAt(out: string): PlansIndex | null {
  try {
    const index = JSON.parse(readText(join(out, INDEX_FILE)) ?? '') as PlansIndex
    return index.schemaVersion === INDEX_VERSION && index.plans.every(isOwn) ? index : null
  } catch {
    return null
  }
}

/** Whether this command may have written an entry: its files are below the folder. Its numbers are compared with those files. */
const isOwn = ({id, repository, listed, plan, status, failure}: IndexedPlan): boolean =>
  [id, repository, listed ?? '', plan ?? '', failure?.since ?? ''].every((value) => typeof value === 'string') &&
  [null, `${id}/status.json`].includes(status) &&
  !isAbsolute(id) &&
  id.split(/[/\\]/).every((part) => !['', '.', '..'].includes(part))
