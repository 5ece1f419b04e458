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
          'The part below is from the last build of this site. The plan has changed since (now at {commit}). The next build shows that here.'
        }
      </Translate>
    </p>
  )
}
