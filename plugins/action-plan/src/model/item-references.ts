import {LETTERED_NUMBER, letteredRange, numberParts} from './item-number.ts'

/** A number with letters that a text names, alone or as the first and the last of a range. */
export interface LetteredName {
  readonly numbers: readonly string[]
  readonly index: number
  readonly length: number
}

const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}_.-])(${LETTERED_NUMBER})(?:\\s?(?:[–—~]|\\.\\.\\.?|\\sto\\s|-\\s)\\s?(${LETTERED_NUMBER}|\\d{1,6}))?(?![\\p{L}\\p{N}_])`,
  'gu',
)

/** The numbers with letters in a text, from the first to the last: "T-UI-1.1, T001-T003, AUTH-7". `isKnown` says which a plan has: "T001-T003" may be one number or three. */
export function letteredNames(text: string, isKnown: (number: string) => boolean): readonly LetteredName[] {
  return [...text.matchAll(NAME)].flatMap(({0: whole, 1: first = '', 2: last, index}) => {
    const numbers = last === undefined ? one(first, isKnown) : (letteredRange(first, last) ?? [first, ...one(last, isKnown)])
    return numbers.length === 0 ? [] : [{numbers, index, length: whole.length}]
  })
}

function one(number: string, isKnown: (number: string) => boolean): readonly string[] {
  if (isKnown(number)) return [number]
  const cut = number.lastIndexOf('-')
  const [first, last] = [number.slice(0, cut), number.slice(cut + 1)]
  const range = cut > 0 && isKnown(first) ? letteredRange(first, last) : null
  return range ?? (numberParts(number) === null ? [] : [number])
}
