import {FINDING_LEVELS, type FindingLevel} from '../../model/tool-report.ts'
import type {Bound, Target} from '../../model/target.ts'
import {unitNamed} from '../../model/unit.ts'

type Words = readonly (readonly [Bound, readonly string[]])[]

/** Words before a number, longest meaning first: "no more than" is no "more than". */
const BEFORE: Words = [
  [
    'at-most',
    [
      'no more than',
      'not more than',
      'not over',
      'not above',
      '(?:not|never) exceed(?:s|ing)?',
      'at most',
      'up to',
      'within',
      'max(?:imum)?(?: of)?',
      'maximal',
      'höchstens',
      'nicht mehr als',
      'au plus',
      'au maximum',
      'como máximo',
      'a lo sumo',
      '≤',
      '<=',
    ],
  ],
  [
    'at-least',
    [
      'no less than',
      'no fewer than',
      'not less than',
      'not fewer than',
      'not below',
      'not under',
      'at least',
      'min(?:imum)?(?: of)?',
      'mindestens',
      'minimal',
      'nicht weniger als',
      'au moins',
      'au minimum',
      'al menos',
      'por lo menos',
      'como mínimo',
      '≥',
      '>=',
    ],
  ],
  [
    'below',
    [
      'less than',
      'fewer than',
      'lower than',
      'under',
      'below',
      'weniger als',
      'unter',
      'moins de',
      'inférieur à',
      'menos de',
      'inferior a',
      '<',
    ],
  ],
  [
    'above',
    [
      'more than',
      'greater than',
      'higher than',
      'over',
      'above',
      'mehr als',
      'über',
      'plus de',
      'supérieur à',
      'más de',
      'superior a',
      '>',
    ],
  ],
]
const AFTER: Words = [
  ['at-least', ['\\+', 'or (?:more|better|higher|above|greater)', 'minimum', 'oder mehr', 'ou plus', 'o más']],
  ['at-most', ['or (?:less|fewer|lower|below)', 'maximum', 'oder weniger', 'ou moins', 'o menos']],
]
const NONE = /^(?:zero|no|none|keine?|null|aucune?|zéro|cero|ning[uú]n[ao]?|sin)(?=[\s-])/iu
const ALL = /^(?:all|every|each|alle|jede[rs]?|tous|toutes|todos|todas)\s/iu
const NEGATED = /\b(?:not|never|no|without|nicht|keine?|jamais|nunca)\s+(?:\S+\s+){0,3}$/iu
/** A share of these is a floor even when no word says so. */
const FLOORS = /coverage|covered|uptime|availab|success|pass(?:ed|es|ing)?\b|abdeckung|verfügbar|couverture|disponib|cobertura/iu

const NUMBER = /(?<![\p{L}\p{N}.,/-])(?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d+(?:[.,]\d+)*)/gu
const UNIT = /^(\+?)\s*(%|(?:per cent|pour cent|por ciento)\b|per\s+\p{L}+|\p{L}+(?:\/\p{L}+)?)?/u

const starts = (words: Words): readonly (readonly [Bound, RegExp])[] =>
  words.map(([bound, list]) => [bound, new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.join('|')})\\s*$`, 'iu')])
const BEFORE_NUMBER = starts(BEFORE)
const AFTER_NUMBER = AFTER.map(([bound, list]) => [bound, new RegExp(`^\\s*(?:${list.join('|')})(?![\\p{L}])`, 'iu')] as const)

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
  const candidates = [...text.matchAll(NUMBER)].flatMap((found) => candidate(text, found[0], found.index) ?? [])
  const change = /\bfrom\s+([\d.,]+)(?:\s*%)?\s+to\s+([\d.,]+)\s*(%?)/iu.exec(text)
  if (change !== null) {
    const [from, to] = [readNumber(change[1] as string, change[3] as string), readNumber(change[2] as string, change[3] as string)]
    return from === null || to === null || from === to
      ? null
      : {kind: 'bound', bound: from < to ? 'at-least' : 'at-most', value: to, unit: change[3] === '' ? null : '%'}
  }
  const bounded = candidates.filter(({bound}) => bound !== null)
  const [only] = bounded
  if (bounded.length > 1) return null
  if (only !== undefined)
    return NONE.test(only.lead) || NEGATED.test(only.lead)
      ? null
      : {kind: 'bound', bound: only.bound as Bound, value: only.value, unit: only.unit}
  if (NONE.test(text)) return {kind: 'bound', bound: 'at-most', value: 0, unit: null}
  const [first] = candidates
  if (first !== undefined && candidates.length === 1) {
    if (first.value === 0 && /^\W*0/.test(text)) return {kind: 'bound', bound: 'at-most', value: 0, unit: first.unit}
    if (first.unit === '%' && (first.value === 100 || FLOORS.test(text)))
      return {kind: 'bound', bound: 'at-least', value: first.value, unit: '%'}
  }
  return ALL.test(text) ? {kind: 'all'} : null
}

function candidate(text: string, digits: string, at: number): Candidate | null {
  const rest = text.slice(at + digits.length)
  const [whole, plus, word] = UNIT.exec(rest) as unknown as [string, string, string | undefined]
  const isWord = word !== undefined && !AFTER_NUMBER.some(([, pattern]) => pattern.test(rest.slice(plus.length)))
  const unit = isWord ? unitNamed(word) : null
  const value = readNumber(digits, unit)
  if (value === null) return null
  const before = text.slice(0, at)
  const leading = BEFORE_NUMBER.find(([, pattern]) => pattern.test(before))
  const tail = isWord ? rest.slice(whole.length) : rest.slice(plus.length)
  const trailing = plus === '+' ? 'at-least' : (AFTER_NUMBER.find(([, pattern]) => pattern.test(tail))?.[0] ?? null)
  // "over 3 months" is a span, not a bound.
  const span = /\bover\s*$/iu.test(before) && unit !== null && ['days', 'weeks', 'months', 'years'].includes(unit)
  const bound = span ? null : (leading?.[0] ?? trailing)
  return {value, unit, bound, lead: leading === undefined ? before : before.replace(leading[1], '')}
}

/** A number as people write it: "1,234.5", "99,9", "10 000". Null for what is one number here and another elsewhere ("1.000"). */
export function readNumber(text: string, unit: string | null): number | null {
  const plain = text.replace(/[ \u00A0\u202F]/g, '')
  const marks = [...plain.matchAll(/[.,]/g)].map(([mark]) => mark)
  const last = marks.at(-1)
  if (last === undefined) return Number(plain)
  if (new Set(marks).size === 2) {
    const thousands = last === '.' ? ',' : '.'
    return marks.filter((mark) => mark === last).length > 1 ? null : Number(plain.replaceAll(thousands, '').replace(last, '.'))
  }
  if (marks.length > 1) return /^\d{1,3}(?:[.,]\d{3})+$/.test(plain) ? Number(plain.replaceAll(last, '')) : null
  const decimal = Number(plain.replace(',', '.'))
  const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain)
  if (!grouped || unit === '%') return decimal
  return last === ',' ? Number(plain.replace(',', '')) : null
}

const LEVEL_WORDS: Readonly<Record<Exclude<FindingLevel, 'note' | 'unknown'>, RegExp>> = {
  critical: /\b(?:critical|kritische[nrs]?|critiques?|crític[oa]s?)\b/iu,
  high: /\b(?:high|hohe[nrs]?|élevée?s?|alt[oa]s?)(?:[- ](?:severity|risk))?\b/iu,
  medium: /\b(?:medium|moderate|mittlere[nrs]?)(?:[- ](?:severity|risk))?\b/iu,
  low: /\b(?:low|niedrige[nrs]?)(?:[- ](?:severity|risk))\b/iu,
}

/** The least level of findings that a text is about: "All critical security vulnerabilities". Null when it names none. */
export function readLevel(text: string): FindingLevel | null {
  if (text.length > LONGEST) return null
  const named = FINDING_LEVELS.filter((level) => level !== 'note' && level !== 'unknown' && LEVEL_WORDS[level].test(text))
  return named.at(-1) ?? null
}
