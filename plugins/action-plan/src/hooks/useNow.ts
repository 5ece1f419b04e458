import {useEffect, useState} from 'react'

/** The reader's clock in milliseconds, every few seconds; null while the page is as it was built. */
export function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const update = (): void => setNow(Date.now())
    update()
    const timer = setInterval(update, 10_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
