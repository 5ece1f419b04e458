import {useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode} from 'react'
import {useHistory, useLocation} from '@docusaurus/router'
import {usePluginData} from '@docusaurus/useGlobalData'
import clsx from 'clsx'
import type {Props} from '@theme/SearchDialog'
import {excerpt, pieces, type Piece} from '../../query/excerpt.ts'
import {groups, type Group} from '../../query/group.ts'
import type {Addresses} from '../../model/addresses.ts'
import {useIndex} from '../../hooks/useIndex.ts'
import styles from './styles.module.css'

/** A combobox over a list of links: the focus stays in the field, arrows choose, Enter goes, Escape closes. */
export default function SearchDialog({asked, onClose}: Props): ReactNode {
  const addresses = usePluginData('docusaurus-plugin-site-search') as Addresses
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const history = useHistory()
  const {pathname} = useLocation()
  const [query, setQuery] = useState(asked)
  const [chosen, setChosen] = useState(0)
  const {searcher, state} = useIndex(addresses)

  useEffect(() => {
    const own = dialog.current
    // The browser keeps the focus inside, makes the page behind it inert, and gives the focus back.
    if (own === null) return
    if (!own.open) own.showModal()
    // What is around the box belongs to the dialog: a click there is a click beside the search.
    const onBeside = (event: Event): void => void (event.target === own && own.close())
    own.addEventListener('click', onBeside)
    return () => own.removeEventListener('click', onBeside)
  }, [])

  const answer = searcher?.search(query) ?? {hits: [], all: true}
  const found = groups(answer.hits)
  const hits = found.flatMap((group) => group.hits)
  const current = Math.min(chosen, hits.length - 1)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'})
  }, [current, query])

  const close = (): void => dialog.current?.close()
  const go = (url: string): void => {
    close()
    const [path, anchor] = url.split('#')
    // On the page where the reader is, the browser itself goes to the anchor, and tells the page.
    if (path === pathname && anchor !== undefined) location.hash = anchor
    else history.push(url)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {ArrowDown: current + 1, ArrowUp: current - 1}[event.key]
    if (to !== undefined && hits.length > 0) {
      event.preventDefault()
      setChosen((to + hits.length) % hits.length)
    } else if (event.key === 'Escape') {
      // The browser would empty the field first.
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const url = hits[current]?.entry.url
      if (url !== undefined) go(url)
    }
  }
  const onClick = (event: MouseEvent, url: string): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(url)
  }

  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Search" onClose={onClose}>
      <div className={styles.box}>
        <div className={styles.head}>
          <input
            className={styles.field}
            type="search"
            role="combobox"
            aria-label="Search plan, guides, messages and API"
            aria-expanded={hits.length > 0}
            aria-controls={`${id}list`}
            aria-autocomplete="list"
            aria-activedescendant={hits.length > 0 ? `${id}${current}` : undefined}
            placeholder="2.1, rotate credentials, or an error message"
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value)
              setChosen(0)
            }}
            onKeyDown={onKeyDown}
          />
          <button type="button" className={styles.close} onClick={close}>
            Close
          </button>
        </div>
        <p className={styles.state} role="status">
          {wording(query, hits.length, answer.hits.length, answer.all, state)}
        </p>
        <div ref={list} id={`${id}list`} role="listbox" aria-label="Results" className={styles.results} tabIndex={-1}>
          {found.map((group, index) => (
            <Results
              key={group.kind}
              id={id}
              group={group}
              from={found.slice(0, index).reduce((sum, one) => sum + one.hits.length, 0)}
              current={current}
              onClick={onClick}
              onChoose={setChosen}
            />
          ))}
        </div>
        <p className={styles.foot}>
          <span className={styles.keys}>
            <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> open, <kbd>Esc</kbd> close
          </span>
          <a href={addresses.page}>All pages</a>
        </p>
      </div>
    </dialog>
  )
}

function Results({
  id,
  group,
  from,
  current,
  onClick,
  onChoose,
}: {
  readonly id: string
  readonly group: Group
  /** The number of its first hit among all. */
  readonly from: number
  readonly current: number
  readonly onClick: (event: MouseEvent, url: string) => void
  readonly onChoose: (index: number) => void
}): ReactNode {
  return (
    <div role="group" aria-labelledby={`${id}${group.kind}`}>
      <div id={`${id}${group.kind}`} role="presentation" className={styles.kind}>
        {group.label}
        {group.more > 0 && <span className={styles.more}> and {group.more} more</span>}
      </div>
      {group.hits.map(({entry, words}, index) => (
        <a
          key={entry.url}
          id={`${id}${from + index}`}
          role="option"
          tabIndex={-1}
          aria-selected={from + index === current}
          href={entry.url}
          className={clsx(styles.hit, from + index === current && styles.current)}
          onClick={(event) => onClick(event, entry.url)}
          onMouseMove={() => onChoose(from + index)}
        >
          <span className={styles.title}>
            <Marked parts={pieces(entry.title, words)} />
          </span>
          {entry.page !== entry.title && <span className={styles.page}>{entry.page}</span>}
          {entry.text !== '' && (
            <span className={styles.text}>
              <Marked parts={excerpt(entry.text, words)} />
            </span>
          )}
        </a>
      ))}
    </div>
  )
}

function Marked({parts}: {readonly parts: readonly Piece[]}): ReactNode {
  return parts.map(({text, hit}, index) => (hit ? <mark key={index}>{text}</mark> : text))
}

/** A development server knows the sources of pages, not what is drawn on them. */
const WRITING =
  process.env.NODE_ENV === 'development'
    ? ' While writing, badges and parts of the progress pages are not found: they are in the built site.'
    : ''

/** What a screen reader hears, and everybody sees, of where the search stands. */
function wording(query: string, shown: number, found: number, all: boolean, state: ReturnType<typeof useIndex>['state']): string {
  if (state.failed !== null) return `The search index could not be loaded: ${state.failed}. “All pages” below works without it.`
  if (query.trim() === '')
    return state.searches === 'nothing' ? 'Loading the index …' : `Type a number, words, or a message as it was printed.${WRITING}`
  if (state.searches === 'nothing') return 'Loading the index …'
  const rest = state.searches === 'titles' ? ' in titles; the text is still loading' : ''
  if (found === 0) return `Nothing found${rest}. ${/\S\s+\S/.test(query) ? 'Fewer words find more' : 'Try another word'}.`
  const count = shown === found ? `${found} ${found === 1 ? 'result' : 'results'}` : `${shown} of ${found} results`
  if (all || rest !== '') return `${count}${rest}`
  return `No place has all of these words; ${count} with some of them`
}
