import {useEffect, useRef, type RefObject} from 'react'

/** For a page whose sections are laid out when they come near (`css/later.module.css`): once it has come to life, all of them are, one at a time while nothing else is to do. Then nothing is left out of a picture of the whole page, and nothing above the reader grows. */
export function useLater(): RefObject<HTMLElement | null> {
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    // A browser without it lays out what comes near, and the rest when it does.
    if (typeof requestIdleCallback !== 'function') return undefined
    const waiting = Array.from(page.current?.querySelectorAll<HTMLElement>(':scope > section') ?? [])
    let handle = 0
    const next = (): void => {
      const section = waiting.shift()
      if (section === undefined) return
      section.style.contentVisibility = 'visible'
      handle = requestIdleCallback(next)
    }
    handle = requestIdleCallback(next)
    return () => cancelIdleCallback(handle)
  }, [])
  return page
}
