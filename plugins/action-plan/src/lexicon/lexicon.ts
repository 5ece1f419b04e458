import {de} from './de.ts'
import {en} from './en.ts'
import {es} from './es.ts'
import {fr} from './fr.ts'
import {it} from './it.ts'
import {ja} from './ja.ts'
import {ko} from './ko.ts'
import type {Lexicon, PeriodWord} from './language.ts'
import {nl} from './nl.ts'
import {pl} from './pl.ts'
import {pt} from './pt.ts'
import {ru} from './ru.ts'
import {zh} from './zh.ts'

/** Every language that the reader knows, English first. */
export const LANGUAGES: readonly [Lexicon, ...Lexicon[]] = [en, de, fr, es, pt, it, nl, pl, ru, zh, ja, ko]

/** Languages whose words are also written without accents. */
const ACCENTED = new Set(['de', 'fr', 'es', 'pt', 'it', 'nl', 'pl'])
/** Words that mean something else without their accents. */
const ELSE_WITHOUT = new Set(['résumé', 'média'])
const IN_ASCII: Readonly<Record<string, string>> = {ß: 'ss', ł: 'l', œ: 'oe'}
const NOT_PLAIN = /[^\0-\x7F]/
const ACCENTS = /[\u0300-\u036F]/g
const UMLAUTS: Readonly<Record<string, string>> = {ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss'}

/** Characters of double width as they are elsewhere: "３～５日" → "3~5日". The length stays. */
export function halfWidth(text: string): string {
  return /[\uFF01-\uFF5E]/.test(text)
    ? text.replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    : text
}

/** A text as patterns read it: in small letters and half width. Each character stays where it is. */
export function lower(text: string): string {
  const half = halfWidth(text)
  const small = half.toLowerCase()
  return small.length === half.length
    ? small
    : half.replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
}

/** A text as words are looked up by: one case, one form of each accent, space and apostrophe. */
export function fold(text: string): string {
  return halfWidth(text).normalize('NFC').toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim()
}

const plain = new Map<string, readonly string[]>()

/** How a word of a language is written: as it is, and in plain letters where its language has accents. The tables are in small letters already. */
export function spellings(word: string, tag: string): readonly string[] {
  if (!ACCENTED.has(tag) || !NOT_PLAIN.test(word) || ELSE_WITHOUT.has(word)) return [word]
  const key = tag === 'de' ? `de ${word}` : word
  const known = plain.get(key)
  if (known !== undefined) return known
  const bare = word
    .replace(/[ßłœ]/g, (letter) => IN_ASCII[letter] as string)
    .normalize('NFD')
    .replace(ACCENTS, '')
  const found = [word, bare, ...(tag === 'de' ? [word.replace(/[äöüß]/g, (letter) => UMLAUTS[letter] as string)] : [])]
  plain.set(key, found)
  return found
}

/** The words of one cell, in every spelling of every language. */
export function words(cell: (language: Lexicon) => readonly string[]): readonly string[] {
  const found = new Set<string>()
  for (const language of LANGUAGES)
    for (const word of cell(language)) for (const written of spellings(word, language.tag)) found.add(written)
  return [...found]
}

/** What each word of a table stands for. A spelling without accents counts only where no other word is written so. */
export function lookup<Meaning extends string | number>(
  table: (language: Lexicon) => readonly (readonly [Meaning, readonly string[]])[],
): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>()
  const plain = new Map<string, Meaning | null>()
  for (const language of LANGUAGES)
    for (const [meaning, cell] of table(language))
      for (const word of cell) {
        const [written = '', ...others] = spellings(word, language.tag)
        found.set(written, found.get(written) ?? meaning)
        for (const other of others) plain.set(other, plain.has(other) && plain.get(other) !== meaning ? null : meaning)
      }
  for (const [word, meaning] of plain) if (meaning !== null && !found.has(word)) found.set(word, meaning)
  return found
}

/** The rows of a record, for `lookup`. */
export function rows<Key extends string>(record: Readonly<Record<Key, readonly string[]>>): readonly (readonly [Key, readonly string[]])[] {
  return Object.entries(record) as [Key, readonly string[]][]
}

/** The rows of a list that counts from one, for `lookup`: months, days of the week, numbers. */
export function counted(list: readonly (readonly string[])[]): readonly (readonly [number, readonly string[]])[] {
  return list.map((cell, index) => [index + 1, cell] as const)
}

/** The words before the number of a period: "week #" → "week". Words behind it, or on both sides, are left out. */
export function periodNames(...kinds: readonly PeriodWord[]): readonly string[] {
  return words(({periods}) =>
    kinds.flatMap((kind) => periods[kind].filter((name) => name.endsWith('#')).map((name) => name.slice(0, -1).trim())),
  )
    .filter((name) => !name.includes('#') && !name.endsWith('第'))
    .filter((name) => name !== '')
}

/** What stands around the number of a period where it does not end its name: "第#周" → ["第", "周"]. */
export function periodFrames(...kinds: readonly PeriodWord[]): readonly (readonly [string, string])[] {
  return words(({periods}) => kinds.flatMap((kind) => periods[kind])).flatMap((name) => {
    const [before = '', behind = ''] = name.split('#')
    return name.includes('#') && behind !== '' ? [[before.trim(), behind.trim()] as const] : []
  })
}

/** Made at first use: a command that reads no plan builds nothing. */
export function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | null = null
  return () => (made ??= {value: make()}).value
}

/** A longer text is one of its kind. */
const LONGEST_KEPT = 300
const MOST_KEPT = 5000

/**
 * A function of a text alone that keeps what it gave: the revisions of a plan have most of their words in common. What it gives is never
 * changed by anybody. The words are copied first: those of a file would keep the whole of it.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, {readonly value: T}>()
  return (text) => {
    if (text.length > LONGEST_KEPT) return read(text)
    const found = known.get(text)
    if (found !== undefined) return found.value
    if (known.size === MOST_KEPT) known.clear()
    const copy = ` ${text}`.slice(1)
    const made = {value: read(copy)}
    known.set(copy, made)
    return made.value
  }
}
