import {useMemo} from 'react'
import {statusOn} from '../live/status.ts'
import type {Status} from '../model/status.ts'
import {useToday} from './useToday.ts'

/** A page's numbers: those it was built with, judged on the reader's day. `today` is that day in the plan's time zone. */
export function useStatus(built: Status, _instance: string): {readonly status: Status; readonly today: string} {
  const today = useToday(built.statusDate, built.timeZone)
  return {status: useMemo(() => statusOn(built, today), [built, today]), today}
}
