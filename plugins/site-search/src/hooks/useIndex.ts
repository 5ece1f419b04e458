import {useEffect, useState} from 'react'
import type {Addresses} from '../model/addresses.ts'
import type {Heads, Texts} from '../model/index-files.ts'
import {fetchPart, readEntries} from '../query/read.ts'
import {createSearcher, type Searcher} from '../query/searcher.ts'

export interface IndexState {
  readonly searches: 'nothing' | 'titles' | 'everything'
  /** Why it could not be loaded; null when it could, or is still being. */
  readonly failed: string | null
}

/** What is loaded stays for the next time, as long as the page is open. */
let kept: Searcher | null = null

/** Loads the index: titles first, then all text. A failure is said, and tried again when the search is opened again. */
export function useIndex({heads, texts}: Addresses): {readonly searcher: Searcher | null; readonly state: IndexState} {
  const [searcher, setSearcher] = useState(kept)
  const [state, setState] = useState<IndexState>({searches: kept === null ? 'nothing' : 'everything', failed: null})
  useEffect(() => {
    if (kept !== null) return
    let isHere = true
    const load = async (): Promise<void> => {
      const all = fetchPart<Texts>(texts)
      // Waited for below; until then a failure must not count as one that nobody looks at.
      all.catch(() => null)
      const titles = await fetchPart<Heads>(heads)
      const first = await createSearcher(readEntries(titles, null))
      if (isHere) {
        setSearcher(first)
        setState({searches: 'titles', failed: null})
      }
      kept = await createSearcher(readEntries(titles, await all))
      if (isHere) {
        setSearcher(kept)
        setState({searches: 'everything', failed: null})
      }
    }
    load().catch((error: unknown) => {
      if (isHere) setState((before) => ({...before, failed: error instanceof Error ? error.message : String(error)}))
    })
    return () => void (isHere = false)
  }, [heads, texts])
  return {searcher, state}
}
