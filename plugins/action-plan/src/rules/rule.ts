import type {Place} from '../model/place.ts'
import type {Plan} from '../model/plan.ts'
import type {Severity} from '../model/problem.ts'
import type {ItemReport, Naming, PhaseReport} from '../model/report.ts'
import type {TextEdit} from './edit.ts'

/** A rule of which each problem says the same. */
export type NoFacts = Readonly<Record<never, never>>

/** A plan with its schedule and progress: what a rule can look at that finds its problems itself. */
export interface Evaluated {
  readonly plan: Plan
  readonly items: ReadonlyMap<string, ItemReport>
  readonly phases: readonly PhaseReport[]
  readonly namings: readonly Naming[]
}

/** Where a problem is, and its facts. */
export type Found<F> = readonly [place: Place, facts: F]

/** What a rule is: one row. `F` are the facts of one problem; only the row turns them into sentences. */
export interface Rule<F extends object = NoFacts> {
  readonly severity: Severity
  /** What the rule finds, as a sentence: for the documentation, SARIF and the headings of pages. */
  readonly finds: string
  /** How a problem is fixed, as Markdown for the documentation. */
  readonly help: string
  /** What is wrong, without a full stop. */
  message(facts: F): string
  /** What to do about it: imperative, without a full stop. */
  fix(facts: F): string
  /** The fix as edits of the text, where it is certainly right; empty where it is not. */
  edits?(facts: F, place: Place): readonly TextEdit[]
  /** Finds the problems of the rule in an evaluated plan. A rule without it is reported by the code that reads the text. */
  find?(evaluated: Evaluated): readonly Found<F>[]
}

/** Gives a row its type. */
export const rule = <F extends object = NoFacts>(row: Rule<F>): Rule<F> => row

/** Rules with a common subject, and how the documentation introduces them. */
export interface RuleGroup<Rules> {
  readonly title: string
  readonly about: string
  readonly rules: Rules
}
export const group = <Rules>(title: string, about: string, rules: Rules): RuleGroup<Rules> => ({title, about, rules})

export const TASK_SYNTAX = 'write each task as a list item: "- [ ] text"'
export const plural = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`
