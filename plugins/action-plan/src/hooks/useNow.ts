import {useEffect, useState} from 'react'
import {onReturn} from '../live/on-return.ts'

/** The reader's clock in milliseconds, every few seconds and at once when the reader comes back; null while the page is as it was built. */
export function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const update = (): void => setNow(Date.now())
    update()
    const timer = setInterval(update, 10_000)
    const end = onReturn(update)
    return () => {
      clearInterval(timer)
      end()
    }
  }, [])
  return now
}
