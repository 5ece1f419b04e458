import type {HeadingKind} from '../../lexicon/language.ts'
import {fold, lookup, once, remembered, rows} from '../../lexicon/lexicon.ts'

export type {HeadingKind}

/** A longer heading is none of these. */
const LONGEST = 200

/** Starts and ends with a letter or a digit. */
const ENDS_PLAIN = /^[A-Za-z\d](?:.*[A-Za-z\d])?$/

const byPhrase = once(() => lookup((language) => rows(language.headings)))

/** The role of a heading by its words alone (number, emoji and brackets left out), in any language of the lexicon; null for everything else. */
export const readHeadingKind = remembered((title): HeadingKind | null => {
  if (title.length > LONGEST) return null
  // Of no more than LONGEST characters: what stands at its end is found in time.
  const bracket = title.search(/[([（［]/)
  const before = bracket === -1 ? title : title.slice(0, bracket)
  // Most headings start and end with a letter.
  const words = ENDS_PLAIN.test(before) ? before : before.replace(/^[^\p{L}\p{N}]+/u, '').replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '')
  return byPhrase().get(fold(words)) ?? null
})
