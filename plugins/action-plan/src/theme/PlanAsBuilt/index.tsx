import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanAsBuilt'
import {useNewerCommit} from '../../hooks/usePlan.ts'

export default function PlanAsBuilt({instance}: Props): ReactNode {
  const newer = useNewerCommit(instance)
  if (newer === null) return null
  return (
    <p className="alert alert--info" role="note">
      What follows is read from the plan’s history when the site is built. The plan is at <code>{newer.slice(0, 7)}</code> by now: the next
      build of the site adds it here.
    </p>
  )
}
