import type {Problem, Severity} from '../../model/problem.ts'

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

/** A problem as one sentence and its fix. */
export const problemText = ({reason, fix}: Pick<Problem, 'reason' | 'fix'>): string => `${reason}. Fix: ${fix}`

/** One line for a problem: place, severity, rule, what is wrong, the fix. */
export function problemLine(file: string, problem: Problem): string {
  const {line, column, severity, rule} = problem
  return `${file}:${line}:${column} ${severity} ${rule}: ${problemText(problem)}`
}

/** Problems whose notes are told by their rules: the first of each, and how many there are. */
export interface Folded {
  /** Errors, then warnings, each in the order of the file. */
  readonly open: readonly Problem[]
  /** By the number of notes: what most lines say comes first. */
  readonly notes: readonly {readonly first: Problem; readonly count: number}[]
}

export function foldNotes(problems: readonly Problem[]): Folded {
  const of = (wanted: Severity): readonly Problem[] => problems.filter(({severity}) => severity === wanted)
  const notes = of('info')
  const firsts = notes.filter(({rule}, at) => notes.findIndex((one) => one.rule === rule) === at)
  return {
    open: [...of('error'), ...of('warning')],
    notes: firsts.map((first) => ({first, count: notes.filter(({rule}) => rule === first.rule).length})).sort((a, b) => b.count - a.count),
  }
}

/** The words behind a folded note. */
export const moreNotes = (count: number): string => (count === 1 ? '' : ` (${count - 1} more such note${count === 2 ? '' : 's'})`)

/** Errors and warnings as lines, then a line for each kind of note, and the counts of all. `verbose` gives each note its line. */
export function toText(files: readonly FileProblems[], verbose: boolean): string {
  const folded = files.map(({file, problems}) => ({file, problems, ...foldNotes(problems)}))
  const shortened = folded.some(({notes}) => notes.some(({count}) => count > 1)) && !verbose
  const lines = [
    ...folded.flatMap(({file, open}) => open.map((problem) => problemLine(file, problem))),
    ...folded.flatMap(({file, problems, notes}) =>
      verbose
        ? problems.filter(({severity}) => severity === 'info').map((problem) => problemLine(file, problem))
        : notes.map(({first, count}) => `${problemLine(file, first)}${moreNotes(count)}`),
    ),
  ]
  return [...lines, `${countsText(countProblems(files))}${shortened ? ' (--verbose lists every note)' : ''}`].join('\n') + '\n'
}
