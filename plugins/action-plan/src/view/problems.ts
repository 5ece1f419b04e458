import type {Problem, Severity} from '../model/problem.ts'
import {toJsonText} from '../model/text.ts'

/** Problems of one file, as it is named to the user. */
export interface FileProblems {
  readonly file: string
  readonly problems: readonly Problem[]
}

export type Counts = Readonly<Record<Severity, number>>

export function countProblems(files: readonly FileProblems[]): Counts {
  const counts = {error: 0, warning: 0, info: 0}
  for (const {problems} of files) for (const {severity} of problems) counts[severity]++
  return counts
}

const NAMES: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
}

/** "1 error, 2 warnings, 3 notes". */
export function countsText(counts: Counts): string {
  return (['error', 'warning', 'info'] as const)
    .map((severity) => `${counts[severity]} ${NAMES[severity][counts[severity] === 1 ? 0 : 1]}`)
    .join(', ')
}

/** One line for a problem: place, severity, rule, what was found and expected, the mend. */
export function problemLine(file: string, {line, column, severity, rule, reason, fix}: Problem): string {
  return `${file}:${line}:${column} ${severity} ${rule}: ${reason} (${fix})`
}

/** All problems as lines, and their counts. */
export function toText(files: readonly FileProblems[]): string {
  const lines = files.flatMap(({file, problems}) => problems.map((problem) => problemLine(file, problem)))
  return [...lines, countsText(countProblems(files))].join('\n') + '\n'
}

/** All problems as JSON: `{errors, warnings, infos, problems: [{file, rule, severity, line, column, reason, fix}]}`. */
export function toJson(files: readonly FileProblems[]): string {
  const {error, warning, info} = countProblems(files)
  const problems = files.flatMap(({file, problems: found}) =>
    found.map(({rule, severity, line, column, reason, fix}) => ({file, rule, severity, line, column, reason, fix})),
  )
  return toJsonText({errors: error, warnings: warning, infos: info, problems}, 2)
}
