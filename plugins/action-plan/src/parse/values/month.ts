import {counted, fold, LANGUAGES, lookup, once} from '../../lexicon/lexicon.ts'

const anyMonth = once(() => lookup((language) => [...counted(language.months), ...counted(language.shortMonths)]))
const fullMonth = once(() =>
  lookup((language) => counted(language.tag === 'en' ? joined(language.months, language.shortMonths) : language.months)),
)

function joined(names: readonly (readonly string[])[], more: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return names.map((list, index) => [...list, ...(more[index] ?? [])])
}

/** The number of a month that has a year beside it; 0 for what is no month. */
export function monthNamed(word: string): number {
  return anyMonth().get(fold(word)) ?? 0
}

/** The same without a year: short names that are words elsewhere ("set", "out") are none then. */
export function monthAlone(word: string): number {
  return fullMonth().get(fold(word)) ?? 0
}

const english = once(() => new Set([...LANGUAGES[0].months, ...LANGUAGES[0].shortMonths].flat()))

/** Whether a name stands for a month in English: in small letters it may be another word. */
export function isEnglishMonth(word: string): boolean {
  return english().has(fold(word))
}

/** Whether a text names a day of a month and no year: "Oct 20 AM", "21 октября". */
export function namesDay(text: string): boolean {
  if (/(?<!\d)(?:19|20|21)\d{2}(?!\d)/.test(text)) return false
  if (/(?<!\d)\d{1,2}\s?[月월]\s?\d{1,2}\s?[日号號일]/u.test(text)) return true
  return [
    ...text.slice(0, 200).matchAll(/(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:de\s+)?(\p{L}{1,20})|(?<!\p{L})(\p{L}{1,20})\.?\s+(\d{1,2})(?!\d)/gu),
  ].some(
    ([, day, month, word, date]) =>
      (day !== undefined && month !== undefined && Number(day) <= 31 && monthAlone(month) > 0) ||
      (word !== undefined && date !== undefined && Number(date) <= 31 && monthAlone(word) > 0),
  )
}
