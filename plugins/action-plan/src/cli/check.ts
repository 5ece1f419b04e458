import {relative, resolve, sep} from 'node:path'
import {UserError} from 'build-kit/user-error'
import type {Report} from '../model/report.ts'
import {readPlanText, requireRegularFile, STDIN} from '../source/file.ts'
import {repositoryRoot} from '../source/repository.ts'
import {countProblems, toText, type FileProblems} from '../view/files/problems.ts'
import {format, type Common, type Session, type Verb} from './session.ts'

interface Options extends Common {
  readonly format: string
  readonly strict?: true
  readonly verbose?: true
  readonly fix?: true
  readonly rulesUrl?: string
}

/** How each format prints problems; the large ones are loaded when they are asked for. */
const FORMATS: Readonly<
  Record<string, (checked: readonly FileProblems[], session: Session, options: Options) => Promise<string> | string>
> = {
  text: (checked, _, {verbose}) => toText(checked, verbose === true),
  json: async (checked) => (await import('../view/files/problems-json.ts')).toJson(checked),
  sarif: async (checked, {version}, {rulesUrl}) => (await import('../view/files/sarif.ts')).toSarif(checked, version, rulesUrl ?? null),
  github: async (checked) => (await import('../view/files/github.ts')).toGithub(checked),
}
/** Formats that a service reads, which knows files by their path in the repository. */
const BY_REPOSITORY = ['sarif', 'github']

/** `check`: the problems; exit status 1 when the plan has errors. */
export const check: Verb = (session) =>
  void session
    .command('check', 'print the problems; exit status 1 when the plan has errors', 'action-plan check --strict docs/plan/*.md')
    .argument('[FILE...]')
    .addOption(format(...Object.keys(FORMATS)))
    .option('--strict', 'warnings fail too')
    .option('--verbose', 'list every problem, where the text has one line for each kind of note and 100 for an error')
    .option('--fix', 'first change the files where a fix is certainly right')
    .option('--rules-url <url>', "where SARIF's links to the rules lead (default: the package's page)")
    .action(async (files: readonly string[], options: Options) => {
      const checked: FileProblems[] = []
      /** What cannot be read hides nothing of what can. */
      const unreadable: UserError[] = []
      for (const file of files.length === 0 ? [undefined] : files) {
        const made = await checkedPlan(session, file, options).catch((error: unknown) => {
          if (!(error instanceof UserError)) throw error
          unreadable.push(error)
          return null
        })
        if (made === null) continue
        const shown = file === undefined || file === STDIN ? made.source.path : file
        checked.push({
          file: BY_REPOSITORY.includes(options.format) ? inRepository(session.fileOf(file), shown) : shown,
          problems: made.problems,
        })
      }
      const print = FORMATS[options.format] as (typeof FORMATS)[string]
      if (checked.length > 0) session.terminal[options.format === 'text' ? 'out' : 'data'](await print(checked, session, options))
      for (const {message} of unreadable) session.terminal.err(`${message}\n`)
      const {error, warning} = countProblems(checked)
      if (unreadable.length > 0) session.exitWith(2)
      else if (error > 0 || (options.strict === true && warning > 0)) session.exitWith(1)
    })

/** The report of a plan, after its file was fixed where that is asked. */
async function checkedPlan(session: Session, file: string | undefined, options: Options): Promise<Report> {
  if (options.fix !== true) return session.read(file, options)
  const {terminal} = session
  const path = session.fileOf(file)
  if (path === null) throw new UserError('check: standard input cannot be changed, expected a file (name the plan, or leave --fix out)')
  const shown = file ?? relative(terminal.cwd, path)
  requireRegularFile(path, shown)
  readPlanText(path)
  // Loaded here: without --fix nothing locks or writes.
  const {fixFile} = await import('./fix.ts')
  const count = await fixFile(path, shown, (line) => terminal.err(`${line}\n`))
  if (count > 0) terminal.err(`${shown}: ${count} ${count === 1 ? 'edit' : 'edits'} made\n`)
  return session.read(file, options)
}

/** A file as its repository names it; outside of one, as it is shown to people. */
function inRepository(file: string | null, shown: string): string {
  const root = file === null ? null : repositoryRoot(resolve(file, '..'))
  return file === null || root === null ? shown : relative(root, file).split(sep).join('/')
}
