import type {ReactNode} from 'react'
import Translate from '@docusaurus/Translate'

/** What a rule says of the plan, and how it is fixed. The texts of rules are English in every language of a site. */
export function Message({
  reason,
  fix,
  fixClass,
}: {
  readonly reason: string
  /** Null where it is said elsewhere. */
  readonly fix: string | null
  readonly fixClass: string | undefined
}): ReactNode {
  return (
    <>
      <span lang="en">{reason}.</span> {fix !== null && <Fix fix={fix} fixClass={fixClass} />}
    </>
  )
}

export function Fix({fix, fixClass}: {readonly fix: string; readonly fixClass: string | undefined}): ReactNode {
  return (
    <span className={fixClass}>
      <Translate id="plan.problems.fix">Fix:</Translate> <span lang="en">{fix}.</span>
    </span>
  )
}
