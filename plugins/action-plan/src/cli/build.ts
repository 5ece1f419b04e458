import {existsSync, readdirSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {isSystemError, systemReason} from 'build-kit/system-error'
import {UserError} from 'build-kit/user-error'
import {loadHistory} from '../load/history.ts'
import type {History, Unavailable} from '../model/history.ts'
import type {Output} from '../model/output.ts'
import type {Report} from '../model/report.ts'
import {withHistory} from '../report.ts'
import {readPlanText} from '../source/file.ts'
import {digest} from '../source/history.ts'
import {countProblems, countsText, problemLine} from '../view/files/problems.ts'
import type {Common, Verb} from './session.ts'

interface Options extends Common {
  readonly out: string
  readonly url?: string
  readonly pages: string
}

/** `build`: what a live site polls, without building the site. */
export const build: Verb = ({command, fileOf, pastOf, readAlone, terminal}) =>
  void command(
    'build',
    'write what a live site polls: status.json, its schema, badges, calendar, feed',
    'action-plan build --out /srv/www/plan',
  )
    .argument('[FILE]')
    .requiredOption('--out <dir>', 'the folder to write to; a site that stands there keeps everything else')
    .option(
      '--url <url>',
      'where that folder is served, for the links of the feed (default: what the feed that stands there says)',
      absolute,
    )
    .option('--pages <path>', "the pages' own folder in it (routeBasePath of the plugin)", 'progress')
    .action(async (file: string | undefined, options: Options) => {
      const [{outputs}, {writeFiles, removeFiles, inTurn}] = await Promise.all([import('../outputs.ts'), import('../source/write.ts')])
      const out = resolve(terminal.cwd, options.out)
      const path = fileOf(file)
      // What cannot be read makes no folder.
      if (path !== null) readPlanText(path)
      const past = pastOf(file)
      const {made, files} = await inTurn(
        out,
        (line) => terminal.err(`${line}\n`),
        async () => {
          // Read by whoever writes next, so that the newest plan is the last one written.
          const alone = await readAlone(file, options)
          const root = options.url ?? servedAt(join(out, options.pages, 'feed.xml'), options.pages)
          const history = await loadHistory(past, alone)
          const made = withHistory(alone, history)
          const feed = root === null || past === null ? [] : [await feedOf(history, made, root, options.pages)]
          const page = root === null ? null : new URL(options.pages, root).pathname
          const files = [...outputs(made, {build: siteBuild(join(out, 'status.json')), digest, page}), ...feed]
          await writeFiles(out, files)
          await removeFiles(out, obsolete(out, files))
          return {made, files}
        },
      ).catch(refused(options.out))
      if (!files.some((one) => one.path.endsWith('feed.xml')))
        terminal.err(
          past === null
            ? 'The feed was left out: standard input has no history (name the plan)\n'
            : 'The feed was left out: its links need the address of the site (give it with --url)\n',
        )
      const errors = made.problems.filter(({severity}) => severity === 'error')
      for (const problem of errors) terminal.err(`${problemLine(made.source.path, problem)}\n`)
      if (errors.length > 0)
        terminal.err(
          `The plan has ${countsText(countProblems([{file: '', problems: made.problems}]))}; it was written as it can be read (run "action-plan check" first to stop here)\n`,
        )
      terminal.out(`${files.length} files in ${options.out}\n`)
    })

/** What the system refuses is said of the folder. */
const refused =
  (out: string) =>
  (error: unknown): never => {
    if (!isSystemError(error)) throw error
    const reason = systemReason(error)
    throw new UserError(`${out}: cannot be written: ${reason}${reason === error.message ? ' (name a folder that may be written to)' : ''}`)
  }

function absolute(text: string): string {
  try {
    const url = new URL(text)
    if (/^https?:$/.test(url.protocol)) return url.href.replace(/\/?$/, '/')
  } catch {}
  throw new UserError(`--url: unexpected "${text}", expected an absolute address, such as https://docs.example.com/`)
}

async function feedOf(history: History | Unavailable, made: Report, root: string, routeBasePath: string): Promise<Output> {
  const {feedOutput} = await import('../view/files/feed.ts')
  return feedOutput(history, made, {root, routeBasePath, digest})
}

/** A text that stands where this is written; null when there is none. */
function standing(path: string): string | null {
  try {
    return readPlanText(path)
  } catch {
    return null
  }
}

/** Where a feed says that its site is served; null without one. */
function servedAt(feed: string, pages: string): string | null {
  const [, self] = /<link rel="self" href="([^"<>]+)"/.exec(standing(feed) ?? '') ?? []
  return self?.endsWith(`/${pages}/feed.xml`) === true ? self.slice(0, -`${pages}/feed.xml`.length) : null
}

/** The name of the site that stands where this is written: its pages did not change, so it stays. Null without a site. */
function siteBuild(statusFile: string): string | null {
  const {site} = parsed(statusFile) as {site?: {build?: unknown}}
  return typeof site?.build === 'string' ? site.build : null
}

/** Names of badges that a plan has. */
const BADGE = /^(overall|priority-.+|section-.+|item-.+|metric-\d+)\.json$/

/** Badges of what the plan no longer has: left there, they would show old numbers as new. */
function obsolete(out: string, files: readonly Output[]): readonly string[] {
  const folder = join(out, 'badges')
  const now = new Set(files.map(({path}) => path))
  const names = existsSync(folder) ? readdirSync(folder) : []
  return (
    names
      .filter((name) => BADGE.test(name) && !now.has(`badges/${name}`) && 'label' in parsed(join(folder, name)))
      // The one that says what it is goes last: a run that is killed in between leaves to the next one what to take away.
      .flatMap((name) => [`badges/${name.replace(/json$/, 'svg')}`, `badges/${name}`])
  )
}

function parsed(path: string): object {
  try {
    const value: unknown = JSON.parse(standing(path) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
