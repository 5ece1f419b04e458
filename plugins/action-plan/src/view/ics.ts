// The one door to ical-generator.
import ical, {ICalEventTransparency} from 'ical-generator'
import type {Cadence} from '../model/plan.ts'
import type {Report} from '../model/report.ts'
import {part} from './address.ts'
import {daysText, fraction, percentText} from './wording.ts'

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
  const calendar = ical({name: plain(report.title), prodId: '-//docusaurus-plugin-action-plan//EN'})
  const stamp = new Date(report.source.committedAt ?? `${report.statusDate}T00:00:00Z`)
  for (const {id, start, finish, summary, description, rule} of [...phases(report), ...deadlines(report), ...dueDates(report), ...reviews(report)]) {
    calendar.createEvent({
      id: `${id}.${part(report.source.path)}@action-plan`,
      stamp,
      allDay: true,
      start: midnight(start),
      end: new Date(midnight(finish).getTime() + DAY),
      summary: plain(summary),
      description: plain(description),
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(rule === null ? {} : {repeating: rule}),
    })
  }
  return `${calendar.toString()}\r\n`
}

const DAY = 86_400_000
const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`)
/** Control characters are no text in a calendar. */
const plain = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, ' ')

function phases({phases: all}: Report): readonly Event[] {
  return all.flatMap(({phase, start, finish, items, effortDays, because, progress}) =>
    start === null || finish === null
      ? []
      : [{id: `phase-${part(phase.id)}`, start, finish, summary: phase.title, description: `${items.length} items, ${daysText(effortDays)} of work, ${fraction(progress.done, progress.tasks)} tasks done; ${because}`, rule: null}],
  )
}

function deadlines({priorities}: Report): readonly Event[] {
  return priorities.flatMap(({id, level, deadlineDate, progress}) =>
    id === null || level === null || deadlineDate === null
      ? []
      : [{id: `deadline-${part(id)}`, start: deadlineDate, finish: deadlineDate, summary: `Deadline ${id}: ${level.deadline ?? ''}`, description: `${id} ${level.title}: ${progress.done} of ${progress.tasks} tasks done (${percentText(progress.percent, progress.done)})`, rule: null}],
  )
}

function dueDates({sections}: Report): readonly Event[] {
  return sections.flatMap(({items}) =>
    items.flatMap(({item, progress}) =>
      item.due === null ? [] : [{id: `due-${part(item.id)}`, start: item.due.date, finish: item.due.date, summary: `Due: ${item.number === null ? '' : `${item.number} `}${item.title}`, description: `${progress.done} of ${progress.tasks} tasks done`, rule: null}],
    ),
  )
}

/** A review recurs from the first one on; two with the same text are told apart by their place among them. */
function reviews({reviews: all}: Report): readonly Event[] {
  const seen = new Map<string, number>()
  return all.flatMap(({review, first}) => {
    const id = `review-${part(review.text)}`
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return first === null || review.cadence === null ? [] : [{id: count === 1 ? id : `${id}~${count}`, start: first, finish: first, summary: review.text, description: `${review.cadence}, from the plan's review process`, rule: rule(review.cadence, first)}]
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

/** Recurs from `first` on. A month without that day has its review on its last day, as the progress page counts them. */
function rule(cadence: Cadence, first: string): string {
  const day = Number(first.slice(8))
  const late = day > 28 && RULES[cadence].startsWith('FREQ=MONTHLY')
  const days = Array.from({length: day - 27}, (_, index) => 28 + index).join(',')
  return `RRULE:${RULES[cadence]}${late ? `;BYMONTHDAY=${days};BYSETPOS=-1` : ''}`
}
