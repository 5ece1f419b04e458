import {useMemo, useSyncExternalStore} from 'react'
import {othersView} from '../live/others.ts'
import type {OtherAddress} from '../model/other-plans.ts'

/** Plans of other sites: as they were built, then the newest that the page knows. */
export function useOthers(built: readonly OtherAddress[], pollSeconds: number): readonly OtherAddress[] {
  const view = useMemo(() => othersView(built, pollSeconds), [built, pollSeconds])
  return useSyncExternalStore(view.subscribe, view.get, () => built)
}
