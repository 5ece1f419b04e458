import {useCallback, useEffect, useState} from 'react'

/** What the reader chose, kept in the address without a visit to the router: a link shows the same. `read` and `write` must keep their identity. */
export function useAddress<T>(
  read: (query: URLSearchParams) => T,
  write: (choice: T) => string,
): readonly [choice: T, choose: (choice: T) => void] {
  const [choice, setChoice] = useState<T>(() => read(new URLSearchParams()))
  useEffect(() => {
    const update = (): void => {
      const next = read(new URLSearchParams(window.location.search))
      setChoice((now) => (write(now) === write(next) ? now : next))
    }
    update()
    window.addEventListener('popstate', update)
    return () => window.removeEventListener('popstate', update)
  }, [read, write])
  const choose = useCallback(
    (next: T): void => {
      setChoice(next)
      window.history.replaceState(window.history.state, '', `${window.location.pathname}${write(next)}${window.location.hash}`)
    },
    [write],
  )
  return [choice, choose]
}
