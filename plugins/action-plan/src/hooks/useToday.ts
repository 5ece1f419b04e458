import {startTransition, useEffect, useState} from 'react'
import {onReturn} from '../live/on-return.ts'
import {dateIn} from '../model/date.ts'

/** Whether React has taken the page over from what the server wrote: what is drawn from then on, such as the next page, begins with the reader's own day. */
export function isTakenOver(): boolean {
  return typeof document !== 'undefined' && document.documentElement.dataset['hasHydrated'] === 'true'
}

/** The status date while the page is as it was built; the reader's today, in the plan's time zone, from then on. A new day judges the whole page again: that gives way to what the reader does. */
export function useToday(statusDate: string, timeZone: string): string {
  const [today, setToday] = useState(() => (isTakenOver() ? dateIn(timeZone, new Date()) : statusDate))
  useEffect(() => {
    const update = (): void => startTransition(() => setToday(dateIn(timeZone, new Date())))
    update()
    const timer = setInterval(update, 60_000)
    const end = onReturn(update)
    return () => {
      clearInterval(timer)
      end()
    }
  }, [timeZone])
  return today
}
