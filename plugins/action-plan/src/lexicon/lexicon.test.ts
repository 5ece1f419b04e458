import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {FIELD_NAMES} from '../fields/fields.ts'
import {FIELD_WORDS} from '../fields/words.ts'
import type {Lexicon} from './language.ts'
import {counted, fold, halfWidth, LANGUAGES, lookup, lower, rows, spellings} from './lexicon.ts'
import {anyOf} from './pattern.ts'

/** Every list of words in a table, with the way to it. */
function cells(value: unknown, path: string): readonly (readonly [string, readonly string[]])[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [[path, value as string[]]]
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => cells(inner, `${path}.${key}`)) : []
}

/** Tables in which one word must not have two meanings, in whatever language it is. */
const KINDS: Readonly<Record<string, (language: Lexicon) => readonly (readonly [string | number, readonly string[]])[]>> = {
  labels: (language) => rows(language.labels),
  headings: (language) => rows(language.headings),
  priorities: (language) => rows(language.priorities),
  states: (language) => rows(language.states),
  units: (language) => rows(language.units),
  numbers: (language) => counted(language.numbers),
  months: (language) => [...counted(language.months), ...counted(language.shortMonths)],
  bounds: (language) => rows(language.bounds),
  boundsBehind: (language) => rows(language.boundsBehind),
  cadences: (language) => rows(language.cadences),
  severities: (language) => rows(language.severities),
  shortColumns: (language) => rows(language.shortColumns),
}

describe.each(LANGUAGES.map((language) => [language.tag, language] as const))('%s', (_, language) => {
  test('fills every cell of the table', () => {
    const found = cells(language, language.tag)
    expect(found.length).toBeGreaterThan(130)
    expect(found.filter(([, list]) => list.length === 0 || list.some((word) => word.trim() === '')).map(([path]) => path)).toEqual([])
  })
  test('is written in lower case, without spaces around', () => {
    const odd = cells({...language, dates: [], monthsOfYear: [], changes: []}, language.tag).flatMap(([path, list]) =>
      list.filter((word) => word !== word.toLowerCase().trim().normalize('NFC')).map((word) => `${path}: ${word}`),
    )
    expect(odd).toEqual([])
  })
  test('has the cells of English', () => {
    const [first] = LANGUAGES
    // The labels of a field stand in the field's row or in the table of the language.
    const elsewhere = FIELD_NAMES.filter((name) => FIELD_WORDS[name].labels !== undefined).map((name) => `.labels.${name}`)
    const paths = (one: Lexicon): readonly string[] => cells(one, '').flatMap(([path]) => (elsewhere.includes(path) ? [] : [path]))
    expect(paths(language)).toEqual(paths(first))
  })
})

test.each(Object.entries(KINDS))('no word has two meanings: %s', (_, table) => {
  const meanings = new Map<string, Set<string | number>>()
  for (const language of LANGUAGES)
    for (const [meaning, list] of table(language))
      for (const word of list) meanings.set(fold(word), (meanings.get(fold(word)) ?? new Set()).add(meaning))
  expect([...meanings].filter(([, all]) => all.size > 1).map(([word, all]) => `${word}: ${[...all].join(', ')}`)).toEqual([])
})

test('every cell is read: a table that nobody asks is words in vain', () => {
  const root = new URL('..', import.meta.url)
  const sources = ['fields', 'lexicon', 'parse', 'derive'].flatMap((room) =>
    (readdirSync(new URL(room, root), {recursive: true}) as string[])
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(new URL(`${room}/${name}`, root), 'utf8')),
  )
  const isRead = (cell: string): boolean => {
    const asked = new RegExp(`\\b(?:language|one)\\.${cell}\\b|\\{[^{}]*\\b${cell}\\b[^{}]*\\}(?:\\}[^{}]*)?\\) =>`)
    return sources.some((text) => asked.test(text))
  }
  expect(Object.keys(LANGUAGES[0]).filter((cell) => cell !== 'name' && !isRead(cell))).toEqual([])
})

test('words are found in any case, form of accents and width, and without accents where that is no other word', () => {
  const months = lookup((language) => counted(language.months))
  for (const [word, month] of [
    ['DEZEMBER', 12],
    ['fe\u0301vrier', 2],
    ['fevrier', 2],
    ['maerz', 3],
    ['marz', 3],
    ['grudnia', 12],
    ['декабря', 12],
  ] as const)
    expect(months.get(fold(word)), word).toBe(month)
  expect(lookup((language) => rows(language.headings)).get('resume')).toBeUndefined()
  expect(halfWidth('３～５日')).toBe('3~5日')
  expect(lower('İSTANBUL Ｐ１ ÀÉ')).toBe('İstanbul p1 àé')
  expect(spellings('größe', 'de')).toEqual(['größe', 'grosse', 'groesse'])
  expect(spellings('дней', 'ru')).toEqual(['дней'])
})

test('a pattern takes the longest word, and no part of a word where words have edges', () => {
  const pattern = new RegExp(`^${anyOf(['do', 'do końca', '到'])}`, 'u')
  expect(['do 3', 'DO  KOŃCA', 'domain', '到3', 'doé'].map((text) => pattern.exec(lower(text))?.[0] ?? null)).toEqual([
    'do',
    'do  końca',
    null,
    '到',
    null,
  ])
})
