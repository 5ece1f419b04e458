import {useEffect} from 'react'
import {useNavbarMobileSidebar} from '@docusaurus/theme-common/internal'

/** While the menu of a phone is open, the keyboard stays in it: the page behind cannot be reached, Escape closes, and the focus goes back to what opened it. */
export function useMenuFocus(made: boolean): void {
  const {shown, toggle} = useNavbarMobileSidebar()
  useEffect(() => {
    const menu = document.querySelector<HTMLElement>('.navbar-sidebar')
    const bar = menu?.closest<HTMLElement>('.navbar')
    if (!made || !shown || menu === null || bar == null) return undefined
    const behind = [...(bar.parentElement?.children ?? []), ...bar.children].filter(
      (one): one is HTMLElement =>
        one instanceof HTMLElement && !one.inert && one !== bar && one !== menu && !one.matches('.navbar-sidebar__backdrop'),
    )
    for (const one of behind) one.inert = true
    menu.querySelector<HTMLElement>('.navbar-sidebar__close')?.focus()
    const onKeyDown = (event: KeyboardEvent): void => void (event.key === 'Escape' && toggle())
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      for (const one of behind) one.inert = false
      // Who followed a link is on another page, where the focus is looked after.
      if (document.activeElement === document.body || menu.contains(document.activeElement))
        bar.querySelector<HTMLElement>('.navbar__toggle')?.focus()
    }
  }, [made, shown, toggle])
}
