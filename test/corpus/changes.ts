import {execFileSync} from 'node:child_process'
import {changes} from '../../plugins/action-plan/src/derive/changes/changes.ts'
import type {Change} from '../../plugins/action-plan/src/model/changes.ts'
import {planReader} from '../../plugins/action-plan/src/parse/structure/plan.ts'
import type {PublicPlan} from './read.ts'

/** One edit of a plan: two texts that follow each other, and what is told of it. */
export interface Edit {
  readonly from: string
  readonly to: string
  readonly before: string
  readonly after: string
  readonly told: readonly Change[]
}

/** At most so many of the newest edits of a plan are read. */
const MOST = 60

/** The newest edits of a plan up to its commit, from a clone of its repository. */
export function editsOf({path, commit}: PublicPlan, gitDir: string): readonly Edit[] {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [`--git-dir=${gitDir}`, ...args], {encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore']})
  const revisions = git('log', '--no-merges', '--format=%H', commit, '--', path)
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, MOST + 1)
    .reverse()
  const read = planReader()
  const plans = revisions.map((revision) => {
    try {
      const text = git('show', `${revision}:${path}`)
      return {revision, text, plan: read(text).plan}
    } catch {
      // The plan was taken away: what comes back is no edit of it.
      return null
    }
  })
  return plans.slice(1).flatMap((now, at): readonly Edit[] => {
    const last = plans[at] ?? null
    if (now === null || last === null) return []
    return [{from: last.revision, to: now.revision, before: last.text, after: now.text, told: changes(last.plan, now.plan)}]
  })
}
