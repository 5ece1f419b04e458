import type {HeadingKind} from '../lexicon/language.ts'
import {fold, lookup, once, rows} from '../lexicon/lexicon.ts'

/** Parts of a plan that are known by their heading. */
export type Role = HeadingKind

const byPhrase = once(() => lookup((language) => rows(language.headings)))

/** The role of a heading by its words alone (number, emoji and brackets left out), in any language of the lexicon; null for everything else. */
export function readRole(title: string): Role | null {
  const words = title.replace(/[([].*$/, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return byPhrase().get(fold(words)) ?? null
}
