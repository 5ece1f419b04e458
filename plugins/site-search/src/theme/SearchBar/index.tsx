import {useCallback, useEffect, useState, type ComponentType, type MouseEvent, type ReactNode} from 'react'
import {useLocation} from '@docusaurus/router'
import {usePluginData} from '@docusaurus/useGlobalData'
import type {Props as DialogProps} from '@theme/SearchDialog'
import styles from './styles.module.css'

/** The door to the search: a link to the list of all pages, which opens the search instead where scripts run. Ctrl+K, Cmd+K and "/" open it too, and an address that asks: `/search?q=words`. */
export default function SearchBar(): ReactNode {
  const {page} = usePluginData('docusaurus-plugin-site-search') as {readonly page: string}
  const [Dialog, setDialog] = useState<ComponentType<DialogProps> | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  const location = useLocation()
  const open = useCallback(
    (words: string): void => {
      setAsked(words)
      import('@theme/SearchDialog').then(
        (loaded) => setDialog(() => loaded.default),
        // A newer site is deployed, or there is no network: the list is a page like any other.
        () => window.location.assign(page),
      )
    },
    [page],
  )
  const isComing = asked !== null && Dialog === null
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const typed = isComing ? typedOn(event) : null
      if (typed !== null) setAsked((words) => (words === null ? null : typed(words)))
      else if (isShortcut(event)) open('')
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open, isComing])
  useEffect(() => {
    const words = location.pathname.replace(/\/$/, '') === page.replace(/\/$/, '') ? new URLSearchParams(location.search).get('q') : null
    if (words !== null) open(words)
  }, [location, open, page])
  const onClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open('')
  }
  return (
    <>
      <a className={styles.door} href={page} onClick={onClick} aria-keyshortcuts="Control+K Meta+K /">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.75" />
          <path d="m10.5 10.5 4 4" />
        </svg>
        <span className={styles.word}>Search</span>
        <kbd className={styles.key} aria-hidden="true">
          /
        </kbd>
      </a>
      {asked !== null && Dialog !== null && <Dialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

/** What a key does to the words of a search whose field is not there yet: nobody who types at once loses a letter. */
function typedOn({key, ctrlKey, metaKey, altKey}: KeyboardEvent): ((words: string) => string | null) | null {
  if (key === 'Escape') return () => null
  if (ctrlKey || metaKey || altKey) return null
  if (key === 'Backspace') return (words) => words.slice(0, -1)
  return [...key].length === 1 ? (words) => words + key : null
}

function isShortcut({key, ctrlKey, metaKey, altKey, target}: KeyboardEvent): boolean {
  if (key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey) return true
  const isWriting = target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  return key === '/' && !ctrlKey && !metaKey && !altKey && !isWriting
}
