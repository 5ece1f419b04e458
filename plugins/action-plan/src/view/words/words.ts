import {midnight} from '../../model/date.ts'

/** What a message has in its braces. Numbers are written as the language does; what is no amount (a line, a code) is given as text. */
export type Facts = Readonly<Record<string, string | number>>

/** How a language says things. English stands in the code where it is said; other languages have their texts by id, in `locales/`. */
export interface Wording {
  /** A message with its facts. */
  say(id: string, english: string, facts?: Facts): string
  /** The form for a count, which the message knows as `{count}`: "1 task|{count} tasks", in the order of the language's plural categories. */
  plural(id: string, english: string, count: number, facts?: Facts): string
  /** An ISO date as people read it. */
  day(date: string, style?: DayStyle): string
  number(value: number): string
  /** "2 hours ago". */
  ago(count: number, unit: 'second' | 'minute' | 'hour' | 'day'): string
}

/** How much of a date is written. */
const STYLES = {
  full: {day: 'numeric', month: 'short', year: 'numeric'},
  dayMonth: {day: 'numeric', month: 'short'},
  monthYear: {month: 'short', year: 'numeric'},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type DayStyle = keyof typeof STYLES

interface Formats {
  day(date: string, style: DayStyle): string
  number(value: number): string
  ago(count: number, unit: Intl.RelativeTimeFormatUnit): string
  /** Which form a count takes. */
  formOf(count: number): number
}

/** The words of a language whose texts are looked up. The language of its numbers and days is itself a text: they always fit the sentence. */
export function wordsIn(textOf: (id: string, english: string) => string): Wording {
  // Made when it is first needed: that costs a phone some time.
  let formats: Formats | null = null
  return wordsOf(textOf, () => (formats ??= formatsOf(textOf('plan.locale', 'en-GB'))))
}

function wordsOf(textOf: (id: string, english: string) => string, formats: () => Formats): Wording {
  const number = (value: number): string => formats().number(value)
  return {
    say: (id, english, facts = {}) => fill(textOf(id, english), facts, number),
    plural: (id, english, count, facts = {}) => {
      const forms = textOf(id, english).split('|')
      return fill(forms[Math.min(formats().formOf(count), forms.length - 1)] as string, {count, ...facts}, number)
    },
    day: (date, style = 'full') => formats().day(date, style),
    number,
    ago: (count, unit) => formats().ago(count, unit),
  }
}

/** The categories of `Intl.PluralRules`, in the order in which a message has its forms. */
const FORMS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other']

function formatsOf(locale: string): Formats {
  const days = new Map<DayStyle, Intl.DateTimeFormat>()
  const formatOf = (style: DayStyle): Intl.DateTimeFormat => {
    const format = days.get(style) ?? new Intl.DateTimeFormat(locale, {...STYLES[style], timeZone: 'UTC'})
    days.set(style, format)
    return format
  }
  const number = new Intl.NumberFormat(locale, {maximumFractionDigits: 12})
  const rules = new Intl.PluralRules(locale)
  const own = FORMS.filter((form) => rules.resolvedOptions().pluralCategories.includes(form))
  return {
    day: (date, style) => {
      const time = midnight(date)
      return Number.isNaN(time.getTime()) ? date : formatOf(style).format(time)
    },
    number: (value) => number.format(value),
    ago: (count, unit) => new Intl.RelativeTimeFormat(locale).format(-count, unit),
    formOf: (count) => own.indexOf(rules.select(count)),
  }
}

function fill(text: string, facts: Facts, number: (value: number) => string): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const fact = facts[name]
    return fact === undefined ? hole : typeof fact === 'number' ? number(fact) : fact
  })
}

/** English with ISO dates and plain numbers: for the command line and for files that programs read. */
export const ENGLISH: Wording = wordsOf(
  (_, english) => english,
  () => ({
    day: (date) => date,
    number: String,
    ago: (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'} ago`,
    formOf: (count) => (count === 1 ? 0 : 1),
  }),
)
