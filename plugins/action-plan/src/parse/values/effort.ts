import {lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {durationAt, goesOnAsDuration, type Length} from './length.ts'
import {readNumber} from './number.ts'

// Durations that are more than a number and a unit: totals, rates, sums, sizes.

/** A longer value is prose. */
const LONGEST = 300
const BRACKETS = /\(([^()]*)\)/g

const patterns = once(() => ({
  total: new RegExp(`${anyOf(words((language) => language.total))}\\s*(?:[:：]\\s*)?(?:(?:of|de)\\s+)?(?=[\\d~≈])`, 'gu'),
  within: new RegExp(`^${anyOf(words((language) => language.within))}\\s`, 'u'),
  work: new RegExp(`${anyOf(words((language) => language.working))}`, 'u'),
  /** "Low (30 minutes)", "Medium - 3 days": a size with what it means. */
  size: new RegExp(`^${anyOf(words(({sizes, priorities}) => [...sizes, ...Object.values(priorities).flat()]))}\\s*[:：,–—-]\\s*`, 'u'),
  /** A rate: what one of them takes. */
  each: new RegExp(`^\\s*(?:/|${anyOf(words((language) => language.each))})`, 'u'),
  people: new RegExp(`^${anyOf(words((language) => language.people))}$`, 'u'),
}))
/** Between a rate and a count. */
const TIMES = /[×✕*]|(?<=[\d\s])x(?=[\d\s])/

/** A total behind "=", a rate times a count, a sum, a size with its meaning, a deadline in hours; null for anything else. `text` is the value without markup. */
export function readEffort(text: string): Length | null {
  if (text.length > LONGEST) return null
  const small = lower(text)
  const bare = small.replace(/(?<=\S)\s*\([^()]*\)/g, '')
  return totalOf(small) ?? productOf(bare, small) ?? elapsed(small) ?? sumOf(bare) ?? sized(small)
}

/** The duration that a heading states in brackets: "Set up (0.5 days)", "Core (2-3 weeks)"; null where brackets say anything else, or two of them do. */
export function lengthInBrackets(heading: string): {readonly text: string; readonly days: number} | null {
  if (heading.length > LONGEST) return null
  const stated = [...heading.matchAll(BRACKETS)].flatMap(([, inner = '']) => {
    const text = inner.trim()
    const found = /^[~≈<≤]?\s*\d/.test(text) ? durationAt(text) : null
    return found !== null && found.length >= text.length && found.days > 0 && Number.isFinite(found.days) ? [{text, days: found.days}] : []
  })
  return stated.length === 1 ? (stated[0] ?? null) : null
}

/** The length that a text begins with, when nothing behind it says otherwise. */
function lengthOf(text: string): Length | null {
  const found = durationAt(text)
  return found !== null && goesOnAsDuration(text.slice(found.length)) ? found : null
}

function totalOf(text: string): Length | null {
  const equals = Math.max(text.lastIndexOf('='), text.lastIndexOf('≈', text.length - 1))
  const behind = equals <= 0 ? null : lengthOf(text.slice(equals + 1).replace(/^[\s*_]+/, ''))
  if (behind !== null) return behind
  for (const {index, 0: found} of text.matchAll(patterns().total)) {
    const total = lengthOf(text.slice(index + found.length))
    if (total !== null) return total
  }
  return null
}

/** "30 min × 10", "20 endpoints * 1.5h", "2h per file (5 files)". The work of several people at once has two readings. */
function productOf(bare: string, whole: string): Length | null {
  const parts = bare.split(TIMES).map((part) => part.trim())
  if (parts.length === 1) return rated(bare, whole)
  let found: Length | null = null
  let count = 1
  for (const part of parts) {
    const length = lengthOf(part)
    const number = length === null ? countOf(part) : null
    if (length === null ? number === null : found !== null) return null
    if (length === null) count *= number as number
    else found = length
  }
  return found === null || !Number.isFinite(count) ? null : {...found, days: found.days * count}
}

function rated(bare: string, whole: string): Length | null {
  const rate = durationAt(bare)
  if (rate === null || !patterns().each.test(bare.slice(rate.length))) return null
  const of = /^\s*(?:\/|\p{L}+\s)\s*(\p{L}{3})/u.exec(bare.slice(rate.length))?.[1]
  for (const [, inner = ''] of whole.slice(rate.length).matchAll(BRACKETS)) {
    const count = /^\s*\d+\s+\p{L}+\s*$/u.test(inner) ? countOf(inner.trim()) : null
    const names = /\p{L}+/u.exec(inner)?.[0] ?? ''
    if (count !== null && durationAt(inner) === null && (of === undefined || names.startsWith(of)))
      return {...rate, days: rate.days * count}
  }
  return null
}

/** How many: "10", "10 rules", "4 services". */
function countOf(part: string): number | null {
  const [, amount, name = ''] = /^(\d[\d.,]*)(?:\s*(\p{L}+)(?:\s+\p{L}+)?)?\s*[.;]?$/u.exec(part) ?? []
  return amount === undefined || patterns().people.test(name) ? null : readNumber(amount, null)
}

/** "2-3h coding + 3-4h testing". */
function sumOf(bare: string): Length | null {
  const parts = bare.split(/\s\+\s/)
  if (parts.length === 1) return null
  const lengths = parts.map((part) => lengthOf(part.trim()))
  const [first] = lengths
  if (first == null || lengths.includes(null)) return null
  return {...first, days: lengths.reduce((sum, length) => sum + (length?.days ?? 0), 0)}
}

/** Whole days that pass at night too: "within 24 hours" is one day, "within 4 hours" is half a day of work. */
function elapsed(text: string): Length | null {
  const within = patterns().within.exec(text)
  if (within === null || patterns().work.test(text)) return null
  const rest = text.slice(within[0].length)
  const [found, hours] = [durationAt(rest, 24), durationAt(rest)]
  if (found === null || hours === null || !goesOnAsDuration(rest.slice(found.length))) return null
  return found.days >= 1 && hours.days !== found.days ? found : null
}

/** Words without a number, and what they mean in brackets or behind a sign. */
function sized(text: string): Length | null {
  const size = patterns().size.exec(text)
  const behind = size === null ? null : lengthOf(text.slice(size[0].length))
  if (behind !== null) return behind
  const inner = [...text.matchAll(BRACKETS)]
  const outside = text.replace(BRACKETS, '')
  const [only] = inner
  if (only === undefined || inner.length > 1 || /\d/.test(outside) || outside.trim().split(/\s+/).length > 4) return null
  return lengthOf((only[1] as string).trim())
}
