import {changes} from '../../plugins/action-plan/src/derive/changes/changes.ts'
import {parsePlan} from '../../plugins/action-plan/src/parse/structure/plan.ts'
import {reportOf} from '../../plugins/action-plan/src/report.ts'
import {toStatus} from '../../plugins/action-plan/src/view/files/status.ts'

const source = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}

/** Seconds of the processor: all that `status` and `check` do with a text, and what `diff` does beyond reading two texts. */
export interface Times {
  readonly status: number
  readonly diff: number
}

/** How long the commands take for a text. */
export function timesOf(text: string): Times {
  const [status, parsed] = timed(() => {
    const parsed = parsePlan(text)
    const report = reportOf(parsed, {source, baseline: null, now: '2026-11-23T00:00:00Z', today: null, evidence: null})
    JSON.stringify(toStatus(report, null))
    return parsed
  })
  const other = parsePlan(text.replace('[ ]', '[x]'))
  return {status, diff: timed(() => changes(parsed.plan, other.plan))[0]}
}

/** How long `status` and `diff` take for a text, together. */
export function seconds(text: string): number {
  const {status, diff} = timesOf(text)
  return status + diff
}

function timed<T>(work: () => T): readonly [number, T] {
  const before = process.cpuUsage()
  const result = work()
  const {user, system} = process.cpuUsage(before)
  return [(user + system) / 1e6, result]
}
