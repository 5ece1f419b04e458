import {problem} from '../model/problem.ts'
import type {Place} from '../model/place.ts'
import type {Duration} from '../model/plan.ts'
import type {Context} from './context.ts'
import {readDate} from './date.ts'
import {readNumber} from './target.ts'

/** Hours in a day of work. */
export const HOURS_OF_WORK = 8

/** Working days in one of each unit: 8 hours a day, 5 days a week, 21 days a month. */
const UNITS: readonly {readonly days: number; readonly words: readonly string[]}[] = [
  {days: 1 / 480, words: ['min', 'mins', 'minute', 'minutes', 'minuten', 'minutos', '分', '分钟', '분']},
  {
    days: 1 / 8,
    words: [
      'h',
      'hr',
      'hrs',
      'hour',
      'hours',
      'stunde',
      'stunden',
      'std',
      'heure',
      'heures',
      'hora',
      'horas',
      '小时',
      '時間',
      '시간',
      'ساعة',
    ],
  },
  {
    days: 1,
    words: [
      'd',
      'day',
      'days',
      'workday',
      'workdays',
      'tag',
      'tage',
      'jour',
      'jours',
      'j',
      'día',
      'días',
      'dia',
      'dias',
      '天',
      '日',
      '日間',
      '일',
    ],
  },
  {
    days: 5,
    words: ['w', 'wk', 'wks', 'week', 'weeks', 'woche', 'wochen', 'semaine', 'semaines', 'semana', 'semanas', '周', '週', '週間', '주'],
  },
  {
    days: 21,
    words: ['mo', 'mos', 'month', 'months', 'monat', 'monate', 'mois', 'mes', 'meses', '个月', '個月', 'か月', 'ヶ月', '월', '개월'],
  },
  {days: 63, words: ['quarter', 'quarters', 'quartal', 'quartale', 'trimestre', 'trimestres']},
  {days: 252, words: ['y', 'yr', 'yrs', 'year', 'years', 'jahr', 'jahre', 'an', 'ans', 'año', 'años', '年']},
]
const DAYS = new Map(UNITS.flatMap(({days, words}) => words.map((word) => [word, days] as const)))

const WORDS: Readonly<Record<string, number>> = {a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, half: 0.5}
const APPROX = /^(?:~|≈|<|≤|\babout\b|\baround\b|\bapprox(?:imately|\.)?|\bca\.?|\bup to\b|\bwithin\b|约|約)\s*/i
const NUMBER = '\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*'
const UNTIL = '\\s*(?:-|–|—|to|bis|à|~|至)\\s*'
const AMOUNT = new RegExp(
  `^(${NUMBER}|half an?|an?\\b|one\\b|two\\b|three\\b|four\\b|five\\b|six\\b)(?:${UNTIL}(${NUMBER}))?\\s*(?:(working|business|person|calendar|full)[\\s-]\\s*)?(?:-\\s*)?(\\p{L}+)`,
  'iu',
)
const SPAN = new RegExp(`^${UNTIL}`, 'i')
const JOIN = /^\s*(?:\+|,|and|und|et|y)?\s*/i
/** Words that say there is no duration, which is not a mistake. */
const OPEN =
  /^(?:tbd|tba|n\/?a|ongoing|continuous(?:ly)?|none|unknown|open|-|–|—|\?+|laufend|permanent|as needed|as time permits|待定|small|medium|large|xs|s|m|l|xl|low|high|immediate(?:ly)?|asap|now|\d+\s*(?:sp|pts?|points?|story points?))$/i
const POSITION = /^(?:week|weeks|day|days|sprint|sprints|month|phase|milestone|q[1-4]|quarter|by|before|after|until|end of)\b/i
const number = (text: string): number | null => WORDS[text.toLowerCase()] ?? (/^half/i.test(text) ? 0.5 : readNumber(text, null))

/** A duration at the start of `text`, in working days (its upper end), and how many characters it takes; null when there is none, or a number with two meanings. */
export function durationAt(
  text: string,
  hoursInDay = HOURS_OF_WORK,
): {readonly days: number; readonly length: number; readonly unit: string} | null {
  let at = APPROX.exec(text)?.[0].length ?? 0
  let sum = 0
  let last = 0
  let unit = ''
  let end = 0
  let spans = false
  for (;;) {
    const found = AMOUNT.exec(text.slice(at))
    if (found === null) break
    const word = (found[4] as string).toLowerCase()
    const days = word === 'm' ? 1 / 480 : DAYS.get(word)
    if (days === undefined) break
    const amounts = [found[1] as string, found[2] ?? (found[1] as string)].map(number)
    if (amounts.includes(null)) return null
    // Seven calendar days are a week of five working days.
    const worked = days === 1 && found[3]?.toLowerCase() === 'calendar' ? 5 / 7 : 1
    const term = Math.max(...amounts.map(Number)) * (days < 1 ? (days * HOURS_OF_WORK) / hoursInDay : days * worked)
    if (!spans) sum += last
    last = spans ? Math.max(last, term) : term
    unit = word
    end = at + found[0].length
    const rest = text.slice(end)
    const span = SPAN.exec(rest)
    spans = span !== null
    at = end + ((span ?? JOIN.exec(rest))?.[0].length ?? 0)
  }
  return end === 0 ? null : {days: sum + last, length: end, unit}
}

/** Reads a `Timeline`: a duration, or null with a problem that says what was found instead. */
export function parseDuration(raw: string, place: Place, context: Context): Duration | null {
  const text = context.plain(raw)
  // "3 days (design) + 2 weeks (build)": what stands in brackets explains, and separates nothing.
  const bare = text.replace(/(?<=\S)\s*\([^()]*\)/g, '')
  const found = durationAt(bare)
  if (found !== null) {
    const tail = bare.slice(found.length)
    if (!/^\s*(?:$|[.;,]?$|\(|\/|per\b|each\b|of\b|for\b|total\b|max\b|,|;|-|–|—|:|\.)/iu.test(tail))
      return unreadable(text, place, context)
    if (found.unit === 'm')
      context.report(
        problem('timeline/ambiguous-unit', place, `"${text}": m was read as minutes`, 'write "min" for minutes or "mo" for months'),
      )
    return found.days > 0 && Number.isFinite(found.days)
      ? {text, days: found.days, line: place.line, column: place.column}
      : unreadable(text, place, context)
  }
  if (OPEN.test(text)) return null
  if (POSITION.test(text) || readDate(text) !== null) {
    context.report(
      problem(
        'timeline/is-position',
        place,
        `"${text}" says when, not how long`,
        'write a duration ("3 days"); say when in the Implementation Schedule',
      ),
    )
    return null
  }
  return unreadable(text, place, context)
}

function unreadable(text: string, place: Place, context: Context): null {
  if (text.split(/\s+/).length > 4) {
    context.report(
      problem(
        'timeline/prose',
        place,
        `"${text}" is prose; expected a number and a unit`,
        'write a duration such as "3 days" or "1-2 weeks" and keep the prose elsewhere',
      ),
    )
  } else {
    context.report(problem('timeline/unreadable', place, `unexpected "${text}", expected a number and a unit`, suggestion(text)))
  }
  return null
}

const ANY = 'write a number and a unit, such as "3 days" or "1 week"'
const STATED = new RegExp(`^\\D*(${NUMBER})(?!['’\\d])\\s*(\\p{L}*)`, 'u')

/** The nearest to what was meant: "3 dayz" → try "3 days". */
function suggestion(text: string): string {
  const [, amount, word] = STATED.exec(text) ?? []
  if (amount === undefined || word === undefined) return ANY
  const unit = ['minute', 'hour', 'day', 'week', 'month', 'year'].find(
    (name) => word !== '' && name[0] === word[0]?.toLowerCase() && (name[0] !== 'm' || name[1] === word[1]?.toLowerCase()),
  )
  const written = (value: number): string => `"${value} ${unit ?? 'day'}${value === 1 ? '' : 's'}"`
  const value = readNumber(amount, null)
  if (value === 0) return 'write a number above zero, or "TBD"'
  if (value !== null) return `try ${written(value)}`
  return /^\d+\.\d+$/.test(amount) ? `write ${written(Number(amount.replace('.', '')))} or ${written(Number(amount))}` : ANY
}
