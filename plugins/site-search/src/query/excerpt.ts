import {indexWords, wordsOf} from './words.ts'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** So many signs of a text are shown. */
const LENGTH = 160
/** And so many of them before the first word that was found. */
const LEAD = 40

/** The text cut at the words that were found. */
export function pieces(text: string, found: readonly string[]): readonly Piece[] {
  const cut: Piece[] = []
  let end = 0
  for (const word of wordsOf(text)) {
    if (!isFound(text.slice(word.start, word.end), found)) continue
    if (word.start > end) cut.push({text: text.slice(end, word.start), hit: false})
    cut.push({text: text.slice(word.start, word.end), hit: true})
    end = word.end
  }
  return end < text.length ? [...cut, {text: text.slice(end), hit: false}] : cut
}

/** The stretch of the text that holds most of the words, marked; its beginning when it holds none. */
export function excerpt(text: string, found: readonly string[]): readonly Piece[] {
  const marks = wordsOf(text).filter(({start, end}) => isFound(text.slice(start, end), found))
  let best = {start: 0, count: 0}
  marks.forEach(({start}, index) => {
    const near = new Set<string>()
    for (let at = index; at < marks.length && (marks[at]?.end ?? 0) <= start + LENGTH - LEAD; at++) near.add(marks[at]?.word ?? '')
    if (near.size > best.count) best = {start, count: near.size}
  })
  const from = best.start <= LEAD ? 0 : text.indexOf(' ', best.start - LEAD) + 1
  const to = from + LENGTH >= text.length ? text.length : text.lastIndexOf(' ', from + LENGTH)
  const shown = text.slice(from, to > from ? to : from + LENGTH)
  return pieces(`${from > 0 ? '… ' : ''}${shown}${to < text.length ? ' …' : ''}`, found)
}

const isFound = (word: string, found: readonly string[]): boolean => indexWords(word).some((one) => found.includes(one))
