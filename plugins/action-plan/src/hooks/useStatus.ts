import {useEffect, useMemo, useRef} from 'react'
import {replaceEqualDeep} from '../live/structural-sharing.ts'
import {statusOn} from '../live/status.ts'
import type {PageStatus} from '../model/page.ts'
import {useLivePart} from './usePlan.ts'
import {useToday} from './useToday.ts'

/** A page's numbers: the newest that it knows, else those it was built with; judged on the reader's day; parts that a change leaves as they were keep their identity. `today` is that day in the plan's time zone. */
export function useStatus(built: PageStatus, instance: string): {readonly status: PageStatus; readonly today: string} {
  const newest = useLivePart('status', instance) ?? built
  const today = useToday(newest.statusDate, newest.timeZone)
  const shown = useRef(built)
  const status = useMemo(() => replaceEqualDeep(shown.current, statusOn(newest, today)), [newest, today])
  useEffect(() => void (shown.current = status), [status])
  return {status, today}
}
