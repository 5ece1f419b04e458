import MiniSearch from 'minisearch'
import {KIND_WORDS, KINDS, type Entry, type Kind} from '../model/entry.ts'
import {phrasesOf, rank, RANKS, type Phrases} from './rank.ts'
import {indexWords, telling, words} from './words.ts'

export interface Hit {
  readonly entry: Entry
  /** The words of the index that were found here. */
  readonly words: readonly string[]
}

export interface Answer {
  readonly hits: readonly Hit[]
  /** Whether all the words were found; else these have some of them. */
  readonly all: boolean
}

export interface Searcher {
  search(query: string): Answer
}

/** So many signs of a question are read: a pasted line of a log is shorter. */
const LONGEST = 500
/** A title of more places than these is a heading of its kind of page. */
const COMMON = 4
/** So many are looked at closely. */
const CANDIDATES = 400

/** An API page is for those who name what they look for: its title then decides. */
function boost(entry: Entry | undefined): number {
  return (entry?.url.includes('#') === true ? 1 : 2) * (entry?.kind === 'api' ? 0.4 : 1)
}

/** What may be said beside the words of an entry to mean one of its kind. */
const calls = (kind: Kind): string => [...(KIND_WORDS[kind]?.named ?? []), ...(KIND_WORDS[kind]?.more ?? [])].join(' ')

/** The one door to MiniSearch, which finds words, their beginnings and their misspellings; what comes first is decided in `rank`. Works in slices, so that typing goes on. */
export async function createSearcher(entries: readonly Entry[]): Promise<Searcher> {
  const mini = new MiniSearch<
    {readonly id: number; readonly asked: string; readonly calls: string} & Pick<Entry, 'title' | 'page' | 'text'>
  >({
    fields: ['title', 'asked', 'page', 'text', 'calls'],
    tokenize: (text) => [...indexWords(text)],
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => [...words(text)],
      boost: {title: 4, asked: 2, page: 1.5, calls: 0.2},
      // While the last word is being typed it is a beginning, however short.
      prefix: (term, index, terms) => term.length > 2 || index === terms.length - 1,
      // A number that is nearly right is wrong.
      fuzzy: (term) => (/\d/.test(term) || term.length < 4 ? false : term.length < 7 ? 1 : 2),
      weights: {prefix: 0.5, fuzzy: 0.2},
      // Who asks in a word or two wants the page, not a paragraph in it.
      boostDocument: (id) => boost(entries[id as number]),
    },
  })
  await mini.addAllAsync(
    entries.map(({kind, title, page, text, asked}, id) => ({id, title, page, text, asked: asked.join(' '), calls: calls(kind)})),
    {chunkSize: 50},
  )
  const titles = new Map<string, number>()
  for (const {title} of entries) titles.set(title, (titles.get(title) ?? 0) + 1)
  const phrases = new Map<number, Phrases>()
  const known = (id: number, entry: Entry): Phrases => {
    const found = phrases.get(id) ?? phrasesOf(entry, (titles.get(entry.title) ?? 0) > COMMON)
    phrases.set(id, found)
    return found
  }

  return {
    search(query) {
      const asked = words(query.slice(0, LONGEST))
      if (asked.length === 0) return {hits: [], all: true}
      const distinct = [...new Set(telling(asked))].join(' ')
      const every = mini.search(distinct, {combineWith: 'AND'})
      const some = every.length > 0 ? every : mini.search(distinct, {combineWith: 'OR'})
      const hits = some.slice(0, CANDIDATES).map(({id, score, terms}) => {
        const entry = entries[id as number] as Entry
        return {entry, words: terms, rank: rank(entry, known(id as number, entry), asked), score, kind: KINDS.indexOf(entry.kind)}
      })
      hits.sort((a, b) => b.rank - a.rank || (a.rank >= RANKS.title ? a.kind - b.kind : 0) || b.score - a.score)
      return {hits: hits.map(({entry, words: found}) => ({entry, words: found})), all: every.length > 0 || hits.length === 0}
    },
  }
}
