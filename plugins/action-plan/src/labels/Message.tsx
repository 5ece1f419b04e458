import type {ReactNode} from 'react'
import Translate from '@docusaurus/Translate'

/** What a rule says of the plan, and how it is fixed. The texts of rules are English in every language of a site. */
export function Message({
  reason,
  fix,
  fixClass,
}: {
  readonly reason: string
  readonly fix: string
  readonly fixClass: string | undefined
}): ReactNode {
  return (
    <>
      <span lang="en">{reason}.</span>{' '}
      <span className={fixClass}>
        <Translate id="plan.problems.fix">Fix:</Translate> <span lang="en">{fix}.</span>
      </span>
    </>
  )
}
