import {useCallback, useEffect, useState} from 'react'
import {useHistory} from '@docusaurus/router'
import {queryWith} from '../model/query.ts'

/** How a choice gets into the address: in the place of the one before it, or as a step that the back button takes back. */
export type AddressChange = 'replace' | 'step'

/**
 * What the reader chose, kept in the address: a link shows the same. `read` and `write` must keep their identity.
 * Each part of a page changes its own keys of the query, and keeps those of the others.
 */
export function useAddress<T>(
  read: (query: URLSearchParams) => T,
  write: (choice: T) => string,
): readonly [choice: T, choose: (choice: T, change?: AddressChange) => void] {
  const {replace} = useHistory()
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
    (next: T, change: AddressChange = 'replace'): void => {
      setChoice(next)
      const {pathname, search, hash} = window.location
      const address = `${pathname}${queryWith(search, write(read(new URLSearchParams(search))), write(next))}${hash}`
      const {history} = window
      history[change === 'step' ? 'pushState' : 'replaceState'](history.state, '', address)
      // The router has to know a step: on the way back it would take it for another page, and scroll to the top. Its own `push` takes the focus away.
      if (change === 'step') replace(address)
    },
    [replace, read, write],
  )
  return [choice, choose]
}
