import {useEffect} from 'react'

/** Opens the item that the address names: on arrival, and when it changes; all of them for paper. An item that a filter hides is shown again. */
export function useOpenTarget(showAll: () => void): void {
  useEffect(() => {
    const open = (): void => {
      const id = decodeURIComponent(location.hash.slice(1))
      if (id.startsWith('item-') && document.getElementById(id) === null) {
        showAll()
        requestAnimationFrame(() => reveal(id))
      } else reveal(id)
    }
    const openAll = (): void => document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', ''))
    open()
    window.addEventListener('hashchange', open)
    window.addEventListener('beforeprint', openAll)
    return () => {
      window.removeEventListener('hashchange', open)
      window.removeEventListener('beforeprint', openAll)
    }
  }, [showAll])
}

function reveal(id: string): void {
  const details = document.getElementById(id)?.closest('details')
  if (details == null) return
  details.open = true
  details.scrollIntoView()
}
