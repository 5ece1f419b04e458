import type {Status, StatusSummary} from '../../model/status.ts'

/** What an open page asks for first: whether there is more to read. `digest` is that of the status without its site. */
export const toSummary = (status: Status, digest: string): StatusSummary => ({
  schemaVersion: status.schemaVersion,
  digest,
  site: status.site,
  source: {commit: status.source.commit, committedAt: status.source.committedAt},
  statusDate: status.statusDate,
  title: status.title,
  totals: {tasks: status.totals.tasks, done: status.totals.done, percent: status.totals.percent},
  verdict: status.verdict,
})
