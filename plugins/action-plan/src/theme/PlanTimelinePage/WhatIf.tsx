import {useEffect, useState, type ReactNode} from 'react'
import Translate from '@docusaurus/Translate'
import {useAddress} from '../../hooks/useAddress.ts'
import type {PageStatus} from '../../model/page.ts'
import type {ProjectionSettings} from '../../model/projection.ts'
import {asksWhatIf, readWhatIf, writeWhatIf} from '../../view/timeline/what-if.ts'
import styles from './styles.module.css'

/** What another team or another start would change. What computes it is loaded when somebody asks. */
export default function WhatIf(props: {readonly status: PageStatus; readonly settings: ProjectionSettings}): ReactNode {
  const [query, choose] = useAddress(readWhatIf, writeWhatIf)
  const [open, setOpen] = useState(false)
  const asked = asksWhatIf(query)
  const parts = useParts(open || asked)
  return (
    <div className={styles.whatIf} data-asked={asked}>
      <details onToggle={({currentTarget}) => setOpen(currentTarget.open)}>
        <summary>
          <Translate id="plan.whatIf.title">What if: team size, start date</Translate>
        </summary>
        {open && parts !== null && <parts.WhatIfForm settings={props.settings} query={query} choose={choose} />}
      </details>
      <div role="status">{(open || asked) && parts !== null && <parts.WhatIfResult {...props} query={query} />}</div>
    </div>
  )
}

type Parts = typeof import('./what-if-parts.tsx')

/** Null until they are there, and when they cannot be loaded. */
function useParts(needed: boolean): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null)
  useEffect(() => {
    if (needed) import(/* webpackChunkName: "plan-what-if" */ './what-if-parts.tsx').then(setParts, () => undefined)
  }, [needed])
  return parts
}
