import type {Push} from '../model/live.ts'
import type {Report} from '../model/report.ts'
import {toStatus} from '../view/files/status.ts'
import type {SiteContent} from './content.ts'

/** The content that is shown now. While a plan is written, one with errors leaves the last good content where it is. */
export interface LastGood {
  /** Null before the plan was read for the first time. */
  content(): SiteContent | null
  /** Takes a report that was just made, and gives the content to show from now on: the report with what was known beside it, or the last good content. */
  take(report: Report): SiteContent
  /** Puts the whole content in the place of what `take` gave; when a newer report was taken meanwhile, that one stays. */
  complete(taken: SiteContent, whole: SiteContent): void
}

/** `keep` is whether a report with errors leaves the last good one; `tell` hears of each report. */
export function lastGood(keep: boolean, tell: (push: Push) => void): LastGood {
  let content: SiteContent | null = null
  let good = false

  const show = (next: SiteContent, report: Report): SiteContent => {
    const errors = errorsOf(report)
    if (content === null || errors.length === 0 || !good || !keep) {
      content = next
      good = errors.length === 0
    }
    tell({status: toStatus(content.report, null), good, errors})
    return content
  }
  return {
    content: () => content,
    take: (report) => show({...(content ?? {trends: [], past: {}, reportPages: [], others: [], history: null}), report}, report),
    complete(taken, whole) {
      if (content !== taken) return
      if (whole.report === taken.report) content = whole
      else show(whole, whole.report)
    },
  }
}

function errorsOf({source, problems}: Report): Push['errors'] {
  return problems.flatMap(({severity, line, column, reason, fix}) =>
    severity === 'error' ? [{place: `${source.path}:${line}:${column}`, reason, fix}] : [],
  )
}
