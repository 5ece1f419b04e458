import {resolve} from 'node:path'
import {InvalidArgumentError, Option, type Command} from 'commander'
import {isDate} from '../model/date.ts'
import {DATE_EXPECTED} from '../rules/settings.ts'
import {judgedByHistory} from '../load/history.ts'
import {loadReport, readParsed} from '../load/report.ts'
import type {Report} from '../model/report.ts'
import {toJsonText} from '../model/text.ts'
import {DEFAULT_PLAN, findProject, shownPath, STDIN} from '../source/file.ts'
import {pastOf as pastOfFile, type FilePast} from '../source/history.ts'
import type {Guarded} from './terminal.ts'

/** What every command can be given. */
export interface Common {
  readonly today?: string
  readonly color: boolean
  readonly askUrls?: true
  readonly askPrivateUrls?: true
}

/** One run of the command line: what its verbs share. */
export interface Session {
  readonly terminal: Guarded
  readonly version: string
  /** A new verb with the options and the help that all have. */
  command(name: string, summary: string, example: string): Command
  /** The plan's file: absolute, null for standard input. Left out, it is the project's. */
  fileOf(file: string | undefined): string | null
  /** What git knows of the plan's file, the same for the whole run; null for standard input. */
  pastOf(file: string | undefined): FilePast | null
  read(file: string | undefined, options: Common): Promise<Report>
  /** The same without the history, for a command that reads the whole of it. */
  readAlone(file: string | undefined, options: Common): Promise<Report>
  /** Ends the run with this exit status, once its output is written. */
  exitWith(status: number): void
}

/** Adds a verb to the command line. */
export type Verb = (session: Session) => void

/** Reads a date that an option gives. */
export const date = (text: string): string => {
  if (!isDate(text)) throw new InvalidArgumentError(`Expected ${DATE_EXPECTED}.`)
  return text
}
export const format = (...formats: readonly string[]): Option =>
  new Option('--format <format>', 'how to print it').choices(formats).default(formats[0])
export const json = (value: unknown): string => toJsonText(value, 2)

/** The session of a program: verbs are added to it. */
export function session(program: Command, version: string, terminal: Guarded, exitWith: (status: number) => void): Session {
  const project = findProject(terminal.cwd)

  const fileOf = (file: string | undefined): string | null => {
    const named = file ?? (project.plan === null ? DEFAULT_PLAN : project.plan)
    return named === STDIN ? null : resolve(file === undefined ? project.root : terminal.cwd, named)
  }
  const pasts = new Map<string, FilePast>()
  const pastOf = (file: string | undefined): FilePast | null => {
    const path = fileOf(file)
    if (path === null) return null
    const past = pasts.get(path) ?? pastOfFile(path)
    pasts.set(path, past)
    return past
  }
  const readAlone = async (file: string | undefined, options: Common): Promise<Report> => {
    const [path, past] = [fileOf(file), pastOf(file)]
    past?.ahead()
    const parsed = readParsed(path)
    const {root} = path === null ? project : findProject(resolve(path, '..'))
    const {report} = await loadReport(parsed, {
      past,
      path: shownPath(root, path ?? STDIN),
      root,
      now: terminal.now,
      today: options.today ?? null,
      askUrls: options.askPrivateUrls === true ? 'private' : options.askUrls === true,
    })
    return report
  }
  const read = async (file: string | undefined, options: Common): Promise<Report> =>
    judgedByHistory(pastOf(file), await readAlone(file, options))
  const command = (name: string, summary: string, example: string): Command => {
    const made = program
      .command(name)
      .description(summary)
      .addOption(new Option('--today <date>', "the status date (default: today in the plan's time zone)").argParser(date))
      .option('--ask-urls', 'ask the addresses that metrics name, but for those of private networks')
      .option('--ask-private-urls', 'ask all of them, also localhost and those of private networks')
      .option('--no-color', 'no colours')
      .addHelpText(
        'after',
        `\nFILE is any Markdown file, or - for standard input; left out, it is actionPlan.plan of package.json, else ${DEFAULT_PLAN}.\n\nExample:\n  ${example}\n`,
      )
    return made.copyInheritedSettings(program)
  }
  return {terminal, version, command, fileOf, pastOf, read, readAlone, exitWith}
}
