import {lower, LANGUAGES, once, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import {FINDING_LEVELS, type FindingLevel} from '../../model/tool-report.ts'
import type {Bound, Target} from '../../model/target.ts'
import {readNumber} from './number.ts'
import {unitOf} from './unit.ts'

/** Signs before a number; the longest meaning first: "no more than" is no "more than", and "<=" no "<". */
const SIGNS: Readonly<Record<Bound, readonly string[]>> = {
  'at-most': ['≤', '<='],
  'at-least': ['≥', '>='],
  below: ['<'],
  above: ['>'],
}
const BOUNDS = Object.keys(SIGNS) as Bound[]
/** Signs behind a number: "90%+". */
const BEHIND = {'at-least': ['+'], 'at-most': []} as const
/** A number in a sentence of change. */
const VALUE = String.raw`([\d.,]+)(?:\s*%)?`
const LAST_VALUE = String.raw`([\d.,]+)\s*(%?)`

/** Words that others follow, which some languages write without a space. */
function followed(list: readonly string[], space: string): string {
  const [joined, spaced] = [list.filter((word) => isUnspaced(word)), list.filter((word) => !isUnspaced(word))]
  return `(?:${anyOf(spaced)}${space}|${anyOf(joined)})`
}

const patterns = once(() => ({
  before: BOUNDS.map(
    (bound) => [bound, new RegExp(`${anyOf([...SIGNS[bound], ...words(({bounds}) => bounds[bound])])}\\s*$`, 'u')] as const,
  ),
  behind: (['at-least', 'at-most'] as const).map(
    (bound) => [bound, new RegExp(`^\\s*${anyOf([...BEHIND[bound], ...words(({boundsBehind}) => boundsBehind[bound])])}`, 'u')] as const,
  ),
  during: new RegExp(`${anyOf(words(({during}) => during))}\\s*$`, 'u'),
  changes: LANGUAGES.flatMap(({changes}) =>
    changes.map((change) => {
      const [before = '', between = '', after = ''] = change.split(/[AB]/)
      const spaced = (part: string): string => (part.trim() === '' ? '' : anyOf([part.trim()]))
      return new RegExp(`${spaced(before)}\\s*${VALUE}\\s*${spaced(between)}\\s*${LAST_VALUE}\\s*${spaced(after)}`, 'u')
    }),
  ),
  none: new RegExp(
    `^${followed(
      words(({zero}) => zero),
      '(?=[\\s-])',
    )}`,
    'u',
  ),
  all: new RegExp(
    `^${followed(
      words(({all}) => all),
      '\\s',
    )}`,
    'u',
  ),
  negated: new RegExp(
    `${followed(
      words(({not}) => not),
      '\\s+',
    )}(?:\\S+\\s+){0,3}$`,
    'u',
  ),
  floors: new RegExp(
    anyOf(
      words(({floors}) => floors),
      'start',
    ),
    'u',
  ),
  unit: new RegExp(
    `^(\\+?)\\s*(%|${anyOf(words(({units}) => units.percent))}|${followed(
      words(({each}) => each),
      '\\s+',
    )}\\p{L}+|\\p{L}+(?:/\\p{L}+)?)?`,
    'u',
  ),
}))

const NUMBER = /(?<![\p{L}\p{N}.,/-])(?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d+(?:[.,]\d+)*)/gu

/** A longer text is prose. */
const LONGEST = 400

interface Candidate {
  readonly value: number
  readonly unit: string | null
  readonly bound: Bound | null
  /** What stands before the words of the bound. */
  readonly lead: string
}

/** The target that a text states: "80%+ test coverage", "p95 under 1 s", "Zero …", "All …". Null when it states none, or more than one, or one that can be read in two ways. */
export function readTarget(text: string): Target | null {
  if (text.length > LONGEST) return null
  const small = lower(text)
  const candidates = [...text.matchAll(NUMBER)].flatMap((found) => candidate(text, found[0], found.index) ?? [])
  const change = changeOf(small)
  if (change !== null) return change.target
  const bounded = candidates.filter(({bound}) => bound !== null)
  const [only] = bounded
  if (bounded.length > 1) return null
  if (only !== undefined)
    return patterns().none.test(only.lead) || patterns().negated.test(only.lead)
      ? null
      : {kind: 'bound', bound: only.bound as Bound, value: only.value, unit: only.unit}
  if (patterns().none.test(small)) return {kind: 'bound', bound: 'at-most', value: 0, unit: null}
  const [first] = candidates
  if (first !== undefined && candidates.length === 1) {
    if (first.value === 0 && /^\W*0/.test(text)) return {kind: 'bound', bound: 'at-most', value: 0, unit: first.unit}
    if (first.unit === '%' && (first.value === 100 || patterns().floors.test(small)))
      return {kind: 'bound', bound: 'at-least', value: first.value, unit: '%'}
  }
  return patterns().all.test(small) ? {kind: 'all'} : null
}

/** "from 40% to 80%": the end of a change is its target; null without one, or with none that can be read. */
function changeOf(small: string): {readonly target: Target | null} | null {
  for (const pattern of patterns().changes) {
    const [, first, last, share = ''] = pattern.exec(small) ?? []
    if (first === undefined || last === undefined) continue
    const [from, to] = [readNumber(first, share), readNumber(last, share)]
    return {
      target:
        from === null || to === null || from === to
          ? null
          : {kind: 'bound', bound: from < to ? 'at-least' : 'at-most', value: to, unit: share === '' ? null : '%'},
    }
  }
  return null
}

function candidate(text: string, digits: string, at: number): Candidate | null {
  const small = lower(text)
  const rest = small.slice(at + digits.length)
  const [whole = '', plus = '', word] = patterns().unit.exec(rest) ?? []
  const behind = (from: number): Bound | null => patterns().behind.find(([, pattern]) => pattern.test(rest.slice(from)))?.[0] ?? null
  const isWord = word !== undefined && behind(plus.length) === null
  // A unit keeps its capitals: "MB".
  const wordAt = at + digits.length + whole.length - (word?.length ?? 0)
  const unit = isWord ? unitOf(text.slice(wordAt, wordAt + word.length)) : null
  const value = readNumber(digits, unit)
  if (value === null) return null
  const before = small.slice(0, at)
  const leading = patterns().before.find(([, pattern]) => pattern.test(before))
  const trailing = plus === '+' ? 'at-least' : behind(isWord ? whole.length : plus.length)
  const isSpan = patterns().during.test(before) && unit !== null && SPANS.has(unit)
  const bound = isSpan ? null : (leading?.[0] ?? trailing)
  return {value, unit, bound, lead: leading === undefined ? before : before.replace(leading[1], '')}
}
const SPANS: ReadonlySet<string> = new Set(['days', 'weeks', 'months', 'years'])

const levels = once(() => {
  const [severity, low] = [anyOf(words((language) => language.severity)), anyOf(words(({severities}) => severities.low))]
  return {
    critical: new RegExp(anyOf(words(({severities}) => severities.critical)), 'u'),
    high: new RegExp(anyOf(words(({severities}) => severities.high)), 'u'),
    medium: new RegExp(anyOf(words(({severities}) => severities.medium)), 'u'),
    // "Low coverage" is about no finding.
    low: new RegExp(`${low}[\\s-]?${severity}|${severity}\\s?${low}`, 'u'),
  }
})

/** The least level of findings that a text is about: "All critical security vulnerabilities". Null when it names none. */
export function readLevel(text: string): FindingLevel | null {
  if (text.length > LONGEST) return null
  const small = lower(text)
  const named = FINDING_LEVELS.filter((level) => level !== 'note' && level !== 'unknown' && levels()[level].test(small))
  return named.at(-1) ?? null
}
