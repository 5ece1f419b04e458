// The one door to ical-generator.
import ical, {ICalEventTransparency} from 'ical-generator'
import {addDays, dateOf, dayOf, midnight} from '../../model/date.ts'
import {label, priorityLabel} from '../../model/label.ts'
import type {Cadence} from '../../model/plan.ts'
import type {Report} from '../../model/report.ts'
import {visible} from '../../model/text.ts'
import {part} from '../address.ts'
import {daysText} from '../../model/number.ts'
import {fraction, percentText} from '../words/wording.ts'
import {healthText} from '../words/health.ts'
import {ENGLISH} from '../words/words.ts'

interface Event {
  /** Stable while the thing keeps its id: a changed date moves the event in subscribed calendars. */
  readonly id: string
  readonly start: string
  /** Last day. */
  readonly finish: string
  readonly summary: string
  readonly description: string
  readonly rule: string | null
}

/** The plan as a calendar: phases, deadlines, due dates and reviews as all-day events. Without dates it holds none. */
export function toIcs(report: Report): string {
  const calendar = ical({name: plain(report.title), prodId: '//docusaurus-plugin-action-plan//EN'})
  const stamp = stampOf(report)
  for (const {id, start, finish, summary, description, rule} of [
    ...phases(report),
    ...deadlines(report),
    ...dueDates(report),
    ...reviews(report),
  ]) {
    calendar.createEvent({
      id: `${id}.${part(report.source.path)}@action-plan`,
      stamp,
      allDay: true,
      start: midnight(start),
      end: midnight(addDays(finish, 1)),
      summary: plain(summary),
      description: plain(description),
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(rule === null ? {} : {repeating: rule}),
    })
  }
  return `${calendar.toString()}\r\n`
}

/** When the calendar was last another one: at its commit, or as its day began, for that may judge otherwise. */
function stampOf({source, statusDate}: Report): Date {
  const day = midnight(statusDate)
  const commit = source.committedAt === null ? day : new Date(source.committedAt)
  return commit > day ? commit : day
}

/** Control characters are no text in a calendar. */
const plain = (text: string): string => visible(text).replace(/\t|\r(?=\n)/g, ' ')

function phases({phases: all}: Report): readonly Event[] {
  return all.flatMap(({phase, start, finish, items, effortDays, cause, progress}) =>
    start === null || finish === null
      ? []
      : [
          {
            id: `phase-${part(phase.id)}`,
            start,
            finish,
            summary: phase.title,
            description: `${items.length} items, ${daysText(effortDays)} of work, ${fraction(progress.done, progress.tasks)} tasks done; ${healthText(ENGLISH, cause)}`,
            rule: null,
          },
        ],
  )
}

function deadlines({priorities}: Report): readonly Event[] {
  return priorities.flatMap(({id, level, deadlineDate, progress}) =>
    id === null || level === null || deadlineDate === null
      ? []
      : [
          {
            id: `deadline-${part(id)}`,
            start: deadlineDate,
            finish: deadlineDate,
            summary: `Deadline ${id}: ${level.deadline ?? ''}`,
            description: `${priorityLabel({id, title: level.title})}: ${progress.done} of ${progress.tasks} tasks done (${percentText(progress.percent, progress.done)})`,
            rule: null,
          },
        ],
  )
}

function dueDates({sections}: Report): readonly Event[] {
  return sections.flatMap(({items}) =>
    items.flatMap(({item, progress}) =>
      item.due === null
        ? []
        : [
            {
              id: `due-${part(item.id)}`,
              start: item.due.date,
              finish: item.due.date,
              summary: `Due: ${label(item)}`,
              description: `${progress.done} of ${progress.tasks} tasks done`,
              rule: null,
            },
          ],
    ),
  )
}

/** A review recurs from the first one on; two with the same text are told apart by their place among them. */
function reviews({reviews: all, settings}: Report): readonly Event[] {
  const seen = new Map<string, number>()
  return all.flatMap(({review, first}) => {
    const name = `review-${part(review.text)}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    const {cadence, text} = review
    if (first === null || cadence === null || settings.start === null) return []
    const id = count === 1 ? name : `${name}~${count}`
    return series(cadence, settings.start, first).map(({suffix, on, rule}) => ({
      id: `${id}${suffix}`,
      start: on,
      finish: on,
      summary: text,
      description: `${cadence}, from the plan's review process`,
      rule,
    }))
  })
}

const RULES: Readonly<Record<Cadence, string>> = {
  daily: 'FREQ=DAILY',
  weekly: 'FREQ=WEEKLY',
  'bi-weekly': 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
  quarterly: 'FREQ=MONTHLY;INTERVAL=3',
  yearly: 'FREQ=YEARLY',
}
const MONTHS: {readonly [Of in Cadence]?: number} = {monthly: 1, quarterly: 3}

interface Series {
  readonly suffix: string
  readonly on: string
  readonly rule: string
}

/** The rules of a review. A month without the day of the start has it on its last day, as the progress page counts; programs disagree about BYSETPOS, so February has a rule of its own. */
function series(cadence: Cadence, start: string, first: string): readonly Series[] {
  const day = Number(start.slice(8))
  const step = MONTHS[cadence]
  if (cadence === 'yearly' && start.endsWith('-02-29')) return [{suffix: '', on: first, rule: 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'}]
  if (step === undefined || day <= 28) return [{suffix: '', on: first, rule: `RRULE:${RULES[cadence]}`}]
  if (day === 31) return [{suffix: '', on: first, rule: `RRULE:${RULES[cadence]};BYMONTHDAY=-1`}]
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]
  const months = Array.from({length: 12}, (_, index) => index + 1).filter((one) => (one - month) % step === 0)
  const others = months.filter((one) => one !== 2)
  const next = month === 2 ? dateOf(dayOf(year, month + step, day)) : first
  const main = {suffix: '', on: next, rule: `RRULE:FREQ=YEARLY;BYMONTH=${others.join(',')};BYMONTHDAY=${day}`}
  const february = {
    suffix: '-february',
    on: dateOf(dayOf(month <= 2 ? year : year + 1, 3, 0)),
    rule: 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
  }
  return others.length === months.length ? [main] : [main, february]
}
