import {useEffect} from 'react'

/** How many frames a page may take to draw what the address names. */
const FRAMES = 20

/** Opens what the address names and brings it into view: on arrival, and when it changes; all sections for paper. An item that a filter hides is shown again. */
export function useOpenTarget(showAll: () => void): void {
  useEffect(() => {
    const open = (): void => {
      const id = decodeURIComponent(location.hash.slice(1))
      if (id.startsWith('item-') && document.getElementById(id) === null) showAll()
      if (/^(?:item|section)-/.test(id)) reveal(id, FRAMES)
    }
    const openAll = (): void => document.querySelectorAll('main details[data-section]').forEach((one) => one.setAttribute('open', ''))
    open()
    window.addEventListener('hashchange', open)
    window.addEventListener('beforeprint', openAll)
    return () => {
      window.removeEventListener('hashchange', open)
      window.removeEventListener('beforeprint', openAll)
    }
  }, [showAll])
}

function reveal(id: string, left: number): void {
  const found = document.getElementById(id)
  // An item of a folded section of a large plan is a name until the section is drawn.
  if (found === null || found.localName === 'li') {
    if (left > 0) requestAnimationFrame(() => reveal(id, left - 1))
    return
  }
  for (let details = found.closest('details'); details !== null; details = details.parentElement?.closest('details') ?? null)
    details.open = true
  found.scrollIntoView()
}
