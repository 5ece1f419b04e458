import type {BaselineNote, UnavailableCause} from '../../model/cause.ts'
import {dateIn} from '../../model/date.ts'
import {label} from '../../model/label.ts'
import type {Baseline, BaselineDates, Report} from '../../model/report.ts'
import type {PageStatus} from '../../model/page.ts'
import {workingDaysText, workingDayText} from './numbers.ts'
import {unavailableText} from './unavailable.ts'
import {noPlace, uncertain, varianceText} from './variance.ts'
import type {Wording} from './words.ts'

type PageBaseline = NonNullable<PageStatus['baseline']>

/** "v1.0 (a1b2c3d of 2026-11-02)". */
function nameOf({say, day}: Wording, {revision, commit, committedAt}: PageBaseline, timeZone: string): string {
  const facts = [
    commit?.slice(0, 7) ?? '',
    committedAt === null ? '' : say('plan.baseline.of', 'of {day}', {day: day(dateIn(timeZone, committedAt))}),
  ].filter((fact) => fact !== '')
  return `${revision} (${facts.join(' ')})`
}

/** When something ends: on a day, or after so many working days. */
interface End {
  readonly date: string | null
  readonly days: number | null
}

/** When the plan ends. */
function endOf({sections}: Pick<PageStatus, 'sections'>): End {
  const items = sections.flatMap((section) => section.items)
  return {
    date: items.reduce<string | null>(
      (latest, {finish}) => (finish !== null && (latest === null || finish > latest) ? finish : latest),
      null,
    ),
    days: items.reduce<number | null>(
      (most, {earlyFinish}) => (earlyFinish !== null && (most === null || earlyFinish > most) ? earlyFinish : most),
      null,
    ),
  }
}

/** "on 2026-11-30", "after 12 working days"; null without either. */
function onText(words: Wording, {date, days}: End): string | null {
  const {say, day} = words
  if (date !== null) return say('plan.baseline.on', 'on {day}', {day: day(date)})
  return days === null ? null : say('plan.baseline.after', 'after {days}', {days: workingDaysText(words, days)})
}

/** Why a baseline tells less than it might: English in `status.json`, in the reader's language on a page. */
export function baselineNoteText({say}: Wording, {code}: BaselineNote): string {
  return code === 'baseline-without-dates'
    ? say('plan.baseline.undated', "the baseline has no dates of its own: its days are counted from this plan's start")
    : say('plan.baseline.planUndated', "this plan has no dates: days are counted from each plan's own start")
}

/** What the plan's end is held against the baseline's. */
function endsText(words: Wording, end: End, baseline: PageBaseline): string {
  const {say, day, number} = words
  const now = onText(words, end)
  const planned = baseline.finish === null ? baseline.earlyFinish : day(baseline.finish)
  if (now === null || planned === null || baseline.variance === null) return say('plan.baseline.noEnd', 'the plan’s end cannot be compared')
  if (baseline.variance === 0 || (end.date !== null && end.date === baseline.finish))
    return say('plan.baseline.ends', 'the plan ends {on}, as planned', {on: now})
  return say('plan.baseline.endsOther', 'the plan ends {on}, {variance} than planned ({planned})', {
    on: now,
    variance: varianceText(words, baseline.variance),
    planned: typeof planned === 'string' ? planned : say('plan.baseline.after', 'after {days}', {days: number(planned)}),
  })
}

/** The plan held against its baseline, in two sentences; null without one. */
export function baselineText(words: Wording, status: Pick<PageStatus, 'baseline' | 'sections' | 'totals' | 'timeZone'>): string | null {
  const {say} = words
  const {baseline, totals} = status
  if (baseline === null) return null
  if (baseline.state === 'unavailable') {
    const {reason, fix} = unavailableText(words, baseline.cause as UnavailableCause)
    return say('plan.baseline.unavailable', 'The baseline {revision} cannot be compared with: {reason} ({fix}).', {
      revision: baseline.revision,
      reason,
      fix,
    })
  }
  const items = status.sections.flatMap((section) => section.items)
  const of = (fits: (variance: number | null) => boolean): number =>
    items.filter((item) => item.baseline !== null && fits(item.baseline.variance)).length
  const fresh = items.filter((item) => item.baseline === null).length
  const counts = (
    [
      [of((variance) => variance !== null && variance > 0), (count) => say('plan.baseline.countLater', '{count} later', {count})],
      [of((variance) => variance !== null && variance < 0), (count) => say('plan.baseline.countEarlier', '{count} earlier', {count})],
      [of((variance) => variance === 0), (count) => say('plan.baseline.countPlanned', '{count} as planned', {count})],
      [of((variance) => variance === null), (count) => say('plan.baseline.countUnplaced', '{count} without dates', {count})],
      [fresh, (count) => say('plan.baseline.countNew', '{count} new', {count})],
      [baseline.removed.length, (count) => say('plan.baseline.countGone', '{count} gone', {count})],
    ] as readonly (readonly [number, (count: number) => string])[]
  ).flatMap(([count, text]) => (count === 0 ? [] : [text(count)]))
  return [
    say('plan.baseline.against', 'Compared with the baseline {name}: {ends}. Items: {counts}.', {
      name: nameOf(words, baseline, status.timeZone),
      ends: endsText(words, endOf(status), baseline),
      counts: counts.length === 0 ? say('plan.item.none', 'none') : counts.join(', '),
    }),
    baseline.tasks === totals.tasks
      ? say('plan.baseline.sameScope', 'The scope is still {tasks} tasks.', {tasks: totals.tasks})
      : say('plan.baseline.scope', 'Scope went from {from} to {to} tasks.', {from: baseline.tasks ?? 0, to: totals.tasks}),
    ...(baseline.cause === null
      ? []
      : [say('plan.baseline.mind', 'Note: {note}.', {note: baselineNoteText(words, baseline.cause as BaselineNote)})]),
  ].join(' ')
}

/** A line of the comparison. */
export interface BaselineRow {
  readonly name: string
  readonly planned: string
  readonly now: string
  readonly variance: string
  readonly late: boolean
}

/** What the history page tells of the baseline. */
export interface BaselineView {
  readonly text: string
  /** Phases, then items, that do not end as planned; those most late first. */
  readonly rows: readonly BaselineRow[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly planned: Extract<Baseline, {state: 'available'}>['planned']
}

/** The comparison in full; null without a baseline. */
export function baselineView(words: Wording, report: Report, status: PageStatus): BaselineView | null {
  const text = baselineText(words, status)
  const {baseline} = report
  if (baseline === null || text === null) return null
  if (baseline.state === 'unavailable') return {text, rows: [], added: [], removed: [], planned: []}
  const items = report.sections.flatMap((section) => section.items)
  return {
    text,
    rows: [
      ...rows(
        words,
        report.phases.map(({phase, finish, window, planned}) => ({name: phase.title, finish, day: window?.to ?? null, planned})),
      ),
      ...rows(
        words,
        items.map(({item, start, finish, scheduled: slot, planned}) => ({
          name: label(item),
          finish: finish ?? start,
          day: slot?.earlyFinish ?? null,
          planned,
        })),
      ),
    ],
    added: items.filter(({planned}) => planned === null).map(({item}) => label(item)),
    removed: baseline.removed.map((item) => `${label(item)} (${tasksText(words, item.tasks)})`),
    planned: baseline.planned,
  }
}

interface Ending {
  readonly name: string
  readonly finish: string | null
  readonly day: number | null
  readonly planned: BaselineDates | null
}

const tasksText = ({plural}: Wording, tasks: number): string => plural('plan.number.tasks', '{count} task|{count} tasks', tasks)

function rows(words: Wording, all: readonly Ending[]): readonly BaselineRow[] {
  const day = (date: string | null, number: number | null): string =>
    date ?? (number === null ? noPlace(words) : workingDayText(words, number))
  return all
    .flatMap(({planned, ...one}) => (planned === null || planned.variance === 0 ? [] : [{...one, planned}]))
    .sort((a, b) => (b.planned.variance ?? 0) - (a.planned.variance ?? 0))
    .map(({name, finish, day: number, planned}) => ({
      name: `${name}${uncertain(words, planned.doubt)}`,
      planned: day(planned.finish ?? planned.start, planned.earlyFinish),
      now: day(finish, number),
      variance: varianceText(words, planned.variance),
      late: (planned.variance ?? 0) > 0,
    }))
}
