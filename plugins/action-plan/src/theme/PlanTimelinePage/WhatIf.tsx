import {useState, type ReactNode} from 'react'
import Translate from '@docusaurus/Translate'
import type {PageStatus} from '../../model/page.ts'
import type {ProjectionSettings} from '../../model/projection.ts'
import {asksWhatIf} from '../../view/timeline/what-if.ts'
import {useParts} from './projection.ts'
import type {WhatIfFormProps} from './what-if-parts.tsx'
import styles from './styles.module.css'

/** What another team or another start would change. What computes it is loaded when somebody asks. */
export default function WhatIf(props: WhatIfFormProps & {readonly status: PageStatus; readonly settings: ProjectionSettings}): ReactNode {
  const {query} = props
  const [open, setOpen] = useState(false)
  const asked = asksWhatIf(query)
  const parts = useParts(open || asked)
  return (
    <div className={styles.whatIf} data-asked={asked}>
      <details onToggle={({currentTarget}) => setOpen(currentTarget.open)}>
        <summary>
          <Translate id="plan.whatIf.title">What if: team size, start date</Translate>
        </summary>
        {open && parts !== null && <parts.WhatIfForm {...props} />}
      </details>
      <div role="status">{(open || asked) && parts !== null && <parts.WhatIfResult {...props} />}</div>
    </div>
  )
}
