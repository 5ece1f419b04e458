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

/** A problem that is told, and for how many like it, itself included. */
export interface ToldProblem {
  readonly first: Problem
  readonly count: number
}

export interface Folded {
  /** Errors, then warnings, each in the order of the file: of a rule as many as a person reads. */
  readonly open: readonly ToldProblem[]
  /** The first of each rule, by the number of notes: what most lines say comes first. */
  readonly notes: readonly ToldProblem[]
}

/** How many errors, or warnings, and how many notes of one rule a person reads; one line of a plan can have a million errors. */
const READ = {open: 100, notes: 1}
const ALL = {open: Infinity, notes: Infinity}

/** Problems for a person to read: what is left out is counted. */
export function foldProblems(problems: readonly Problem[], most = READ): Folded {
  const of = (wanted: Severity): readonly Problem[] => problems.filter(({severity}) => severity === wanted)
  const notes = told(of('info'), most.notes)
  return {
    open: [...told(of('error'), most.open), ...told(of('warning'), most.open)],
    notes: [...notes].sort((a, b) => b.count - a.count),
  }
}

/** The first `most` problems of each rule; the last of them stands for the others. */
function told(problems: readonly Problem[], most: number): readonly ToldProblem[] {
  const all: {readonly first: Problem; count: number}[] = []
  const byRule = new Map<string, {count: number; last: (typeof all)[number] | null}>()
  for (const first of problems) {
    const seen = byRule.get(first.rule) ?? {count: 0, last: null}
    byRule.set(first.rule, seen)
    seen.count++
    if (seen.last !== null && seen.count > most) seen.last.count++
    else all.push((seen.last = {first, count: 1}))
  }
  return all
}

/** The words behind a problem that stands for others. */
export const moreLike = ({first: {severity}, count}: ToldProblem): string =>
  count === 1 ? '' : ` (${count - 1} more such ${NAMES[severity][count === 2 ? 0 : 1]})`

/** Errors and warnings as lines, then a line for each kind of note, and the counts of all. `verbose` gives each its line. */
export function toText(files: readonly FileProblems[], verbose: boolean): string {
  const folded = files.map(({file, problems}) => ({file, ...foldProblems(problems, verbose ? ALL : READ)}))
  const line = (file: string, one: ToldProblem): string => `${problemLine(file, one.first)}${moreLike(one)}`
  const lines = [
    ...folded.flatMap(({file, open}) => open.map((one) => line(file, one))),
    ...folded.flatMap(({file, notes}) => notes.map((one) => line(file, one))),
  ]
  const isFolded = (kind: 'open' | 'notes'): boolean => folded.some((file) => file[kind].some(({count}) => count > 1))
  const more = isFolded('open') ? ' (--verbose lists every one)' : isFolded('notes') ? ' (--verbose lists every note)' : ''
  return [...lines, `${countsText(countProblems(files))}${more}`].join('\n') + '\n'
}
