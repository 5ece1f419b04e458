import {useEffect, useMemo, useState} from 'react'
import type {PageStatus} from '../../model/page.ts'
import type {ProjectionSettings} from '../../model/projection.ts'
import {asksWhatIf, whatIfChange, type WhatIfQuery} from '../../view/timeline/what-if.ts'

type Parts = typeof import('./what-if-parts.tsx')

/** What computes projections; null until it is there, and when it cannot be loaded. */
export function useParts(needed: boolean): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null)
  useEffect(() => {
    if (needed) import(/* webpackChunkName: "plan-what-if" */ './what-if-parts.tsx').then(setParts, () => undefined)
  }, [needed])
  return parts
}

/** The status with the projection of the reader's day, and of what the address supposes. The one it was written with holds for its own day, `day`: another is computed here, and until then there is none. */
export function useProjected(status: PageStatus, day: string, settings: ProjectionSettings | null, query: WhatIfQuery): PageStatus {
  const other = settings !== null && (asksWhatIf(query) || status.statusDate !== day)
  const parts = useParts(other)
  return useMemo(
    () =>
      !other
        ? status
        : parts === null
          ? withProjected(status, new Map())
          : withProjected(status, parts.projectWith(parts.workOfPage(status), {...settings, ...whatIfChange(query).change})),
    [status, other, parts, settings, query],
  )
}

function withProjected(status: PageStatus, projected: ReturnType<Parts['projectWith']>): PageStatus {
  return {
    ...status,
    sections: status.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({...item, projected: projected.get(item.id) ?? null})),
    })),
  }
}
