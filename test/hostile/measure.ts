import {changes} from '../../plugins/action-plan/src/derive/changes/changes.ts'
import {parsePlan} from '../../plugins/action-plan/src/parse/structure/plan.ts'
import {reportOf} from '../../plugins/action-plan/src/report.ts'
import {toStatus} from '../../plugins/action-plan/src/view/files/status.ts'

const source = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}

/** Everything that `status`, `check` and `diff` do with a text, and how many seconds of the processor it took. */
export function seconds(text: string): number {
  const before = process.cpuUsage()
  const parsed = parsePlan(text)
  const report = reportOf(parsed, {source, baseline: null, now: '2026-11-23T00:00:00Z', today: null, evidence: null})
  JSON.stringify(toStatus(report, null))
  changes(parsed.plan, parsePlan(text.replace('[ ]', '[x]')).plan)
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1e6
}
