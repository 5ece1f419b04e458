import type {ReactNode} from 'react'
import Translate from '@docusaurus/Translate'
import type {Props} from '@theme/PlanAsBuilt'
import {useNewerCommit} from '../../hooks/usePlan.ts'

export default function PlanAsBuilt({instance}: Props): ReactNode {
  const newer = useNewerCommit(instance)
  if (newer === null) return null
  return (
    <p className="alert alert--info" role="note">
      <Translate id="plan.asBuilt" values={{commit: <code>{newer.slice(0, 7)}</code>}}>
        {
          'What follows is read from the plan’s history when the site is built. The plan is at {commit} by now: the next build of the site adds it here.'
        }
      </Translate>
    </p>
  )
}
