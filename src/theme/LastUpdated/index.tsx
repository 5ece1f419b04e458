import type {ReactNode} from 'react'
import {ThemeClassNames} from '@docusaurus/theme-common'
import type {Props} from '@theme/LastUpdated'

/** The day in the form of every other day of this site; to write it in words a phone would load the rules of a language first. */
export default function LastUpdated({lastUpdatedAt}: Props): ReactNode {
  if (lastUpdatedAt == null) return null
  const day = new Date(lastUpdatedAt).toISOString().slice(0, 10)
  return (
    <span className={ThemeClassNames.common.lastUpdated}>
      Last updated on{' '}
      <b>
        <time dateTime={day} itemProp="dateModified">
          {day}
        </time>
      </b>
    </span>
  )
}
