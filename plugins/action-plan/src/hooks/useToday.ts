import {startTransition, useEffect, useState} from 'react'
import {todayIn} from '../live/today.ts'

/** Whether React has taken the page over from what the server wrote: what is drawn from then on, such as the next page, begins with the reader's own day. */
export function isTakenOver(): boolean {
  return typeof document !== 'undefined' && document.documentElement.dataset['hasHydrated'] === 'true'
}

/** The status date while the page is as it was built; the reader's today, in the plan's time zone, from then on. A new day judges the whole page again: that gives way to what the reader does. */
export function useToday(statusDate: string, timeZone: string): string {
  const [today, setToday] = useState(() => (isTakenOver() ? todayIn(timeZone, new Date()) : statusDate))
  useEffect(() => {
    const update = (): void => startTransition(() => setToday(todayIn(timeZone, new Date())))
    update()
    const timer = setInterval(update, 60_000)
    return () => clearInterval(timer)
  }, [timeZone])
  return today
}
