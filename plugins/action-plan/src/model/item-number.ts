/** A number of an item that has letters: "AUTH-7", "T001", "T-UI-1.1", "FEAT_12". The source of a pattern; what it finds may still be a word such as "HTTP2". */
export const LETTERED_NUMBER = '[A-Z][A-Z\\d]{0,11}(?:[-_][A-Z\\d]{1,11}){0,4}(?:\\.\\d{1,6}){0,4}'

/** The letters and signs of such a number, and its digits. */
export interface NumberParts {
  readonly prefix: string
  readonly digits: string
}

const PARTS = /^([A-Z][A-Z\d_-]*?)(\d{1,9}(?:\.\d{1,6})*)$/
/** Letters that stand for something else with a number behind them: priorities, quarters, half years, weeks, milestones, versions. */
const ELSEWHERE = /^(?:P|Q|H|W|KW|CW|M|V|FY|CY)$/

/** The parts of a number with letters; null for any other text. */
export function numberParts(text: string): NumberParts | null {
  const [, prefix, digits] = PARTS.exec(text) ?? []
  return prefix === undefined || digits === undefined || ELSEWHERE.test(prefix) ? null : {prefix, digits}
}

/** "TLS 1.2", "update to Python 3.11", "jwt@10.1": a name or a sign before a number makes it a version. The first word of a text is no name unless it is in capitals. */
const BEFORE_VERSION =
  /(?:(?<![\p{L}\p{N}])\p{Lu}{2,8}|(?<=\s)(?!(?:[Ii]tems?|[Tt]asks?|[Ss]ections?|[Ss]teps?|[Nn]umbers?|No)\s)\p{Lu}[\p{L}\p{N}.]{1,20})\s+$|[@^~<>=]\s?$/u
export const isVersion = (text: string, index: number): boolean => BEFORE_VERSION.test(text.slice(Math.max(0, index - 24), index))

/** All numbers from one to another of the same letters: "T001" to "T003" are three. Null when they are no range. */
export function letteredRange(first: string, last: string): readonly string[] | null {
  const from = numberParts(first)
  const to = numberParts(last) ?? numberParts(`${from?.prefix ?? ''}${last}`)
  if (from === null || to === null || to.prefix !== from.prefix) return null
  const cut = from.digits.lastIndexOf('.') + 1
  const [stem, low, high] = [from.digits.slice(0, cut), Number(from.digits.slice(cut)), Number(to.digits.slice(cut))]
  if (!to.digits.startsWith(stem) || !(high >= low && high - low < 1000)) return null
  const width = from.digits.length - cut
  return Array.from({length: high - low + 1}, (_, at) => `${from.prefix}${stem}${String(low + at).padStart(width, '0')}`)
}
