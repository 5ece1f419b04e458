import {execFileSync} from 'node:child_process'
import type {Problem} from '../../plugins/action-plan/src/model/problem.ts'
import {report} from '../../plugins/action-plan/src/report.ts'

/** A plan of other people: where it stands. */
export interface PublicPlan {
  readonly repo: string
  readonly path: string
  readonly commit: string
}

/** What the reader says of a plan, in numbers: errors and warnings by rule. */
export interface Figures extends PublicPlan {
  readonly tasks: number
  readonly errors: Readonly<Record<string, number>>
  readonly warnings: Readonly<Record<string, number>>
}

/** Whether a careful reader of the plan finds a problem true. `why` says it in words of our own. */
export interface Verdict extends PublicPlan {
  readonly line: number
  readonly rule: string
  readonly isTrue: boolean
  readonly why: string
}

/** The text of a plan at its commit, from a clone of its repository. */
export const textOf = ({path, commit}: PublicPlan, gitDir: string): string =>
  execFileSync('git', [`--git-dir=${gitDir}`, 'show', `${commit}:${path}`], {encoding: 'utf8', maxBuffer: 1 << 26})

const NO_GIT = {commit: null, committedAt: null, changedAt: null, dirty: false}
const DAY = '2026-11-23'

/** What the reader says of a text, on a day that is the same in every run. */
export function readText(text: string, path: string): {readonly tasks: number; readonly problems: readonly Problem[]} {
  const source = {path, ...NO_GIT}
  const {totals, problems} = report({text, source, baseline: null, now: `${DAY}T09:00:00Z`, today: DAY, evidence: null})
  return {tasks: totals.tasks, problems}
}

export function figuresOf(plan: PublicPlan, text: string): Figures {
  const {tasks, problems} = readText(text, plan.path)
  const count = (severity: Problem['severity']): Record<string, number> => {
    const found: Record<string, number> = {}
    for (const one of problems) if (one.severity === severity) found[one.rule] = (found[one.rule] ?? 0) + 1
    return found
  }
  return {repo: plan.repo, path: plan.path, commit: plan.commit, tasks, errors: count('error'), warnings: count('warning')}
}
