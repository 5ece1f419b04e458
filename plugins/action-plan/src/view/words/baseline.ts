import {dateIn} from '../../model/date.ts'
import {label} from '../../model/label.ts'
import type {Baseline, BaselineDates, Report} from '../../model/report.ts'
import type {Status, StatusBaseline, StatusPlanned} from '../../model/status.ts'

/** "3 working days later", "as planned", "unknown". */
export function varianceText(variance: number | null): string {
  if (variance === null) return 'unknown'
  if (variance === 0) return 'as planned'
  const days = Math.abs(variance)
  return `${days} working day${days === 1 ? '' : 's'} ${variance > 0 ? 'later' : 'earlier'}`
}

/** The same beside a date: "+3 days". */
export function varianceShort(variance: number | null): string {
  if (variance === null || variance === 0) return varianceText(variance)
  return `${variance > 0 ? '+' : '−'}${Math.abs(variance)} day${Math.abs(variance) === 1 ? '' : 's'}`
}

/** "v1.0 (a1b2c3d of 2026-11-02)". */
function nameOf({revision, commit, committedAt}: StatusBaseline, timeZone: string): string {
  const facts = [commit?.slice(0, 7) ?? '', committedAt === null ? '' : `of ${dateIn(timeZone, committedAt)}`].filter((fact) => fact !== '')
  return `${revision} (${facts.join(' ')})`
}

/** When the plan ends: its last working day, or how many days it takes. */
function endOf({sections}: Pick<Status, 'sections'>): string | null {
  const items = sections.flatMap((section) => section.items)
  const last = items.reduce<string | null>(
    (latest, {finish}) => (finish !== null && (latest === null || finish > latest) ? finish : latest),
    null,
  )
  const days = items.reduce<number | null>(
    (most, {earlyFinish}) => (earlyFinish !== null && (most === null || earlyFinish > most) ? earlyFinish : most),
    null,
  )
  return last ?? (days === null ? null : `after ${days} working day${days === 1 ? '' : 's'}`)
}

/** The plan held against its baseline, in two sentences; null without one. */
export function baselineText(status: Pick<Status, 'baseline' | 'sections' | 'totals' | 'timeZone'>): string | null {
  const {baseline, totals} = status
  if (baseline === null) return null
  if (baseline.state === 'unavailable')
    return `The baseline ${baseline.revision} cannot be compared with: ${baseline.reason ?? ''} (${baseline.mend ?? ''}).`
  const items = status.sections.flatMap((section) => section.items)
  const of = (fits: (variance: number | null) => boolean): number =>
    items.filter((item) => item.baseline !== null && fits(item.baseline.variance)).length
  const fresh = items.filter((item) => item.baseline === null).length
  const [end, planned] = [endOf(status), baseline.finish ?? (baseline.earlyFinish === null ? null : `after ${baseline.earlyFinish}`)]
  const ends =
    end === null || planned === null || baseline.variance === null
      ? 'the plan’s end cannot be compared'
      : `the plan ends ${end === planned || baseline.variance === 0 ? `${on(end)}, as planned` : `${on(end)}, ${varianceText(baseline.variance)} than planned (${planned})`}`
  const counts = [
    [of((variance) => variance !== null && variance > 0), 'later'],
    [of((variance) => variance !== null && variance < 0), 'earlier'],
    [of((variance) => variance === 0), 'as planned'],
    [of((variance) => variance === null), 'without a place in time'],
    [fresh, 'new'],
    [baseline.removed.length, 'gone'],
  ].flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]))
  const scope =
    baseline.tasks === totals.tasks
      ? `Scope is ${totals.tasks} tasks as then`
      : `Scope went from ${baseline.tasks ?? 0} to ${totals.tasks} tasks`
  const note = baseline.note === null ? '' : ` Mind: ${baseline.note}.`
  return `Against the baseline ${nameOf(baseline, status.timeZone)}: ${ends}. Items: ${counts.length === 0 ? 'none' : counts.join(', ')}. ${scope}.${note}`
}

const on = (end: string): string => (end.startsWith('after') ? end : `on ${end}`)

/** Whether it can be compared with. */
export const hasBaseline = ({baseline}: Pick<Status, 'baseline'>): boolean => baseline?.state === 'available'

/** When something was planned to end and how much later it does, for a table: "2026-11-27, +3 days". */
export function plannedText(planned: StatusPlanned | null): string {
  if (planned === null) return 'not in it'
  const end = planned.finish ?? planned.start ?? (planned.earlyFinish === null ? 'no place in time' : `working day ${planned.earlyFinish}`)
  return `${end}, ${varianceShort(planned.variance)}${planned.doubt === null ? '' : ` (uncertain: ${planned.doubt})`}`
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
export function baselineView(report: Report, status: Status): BaselineView | null {
  const text = baselineText(status)
  const {baseline} = report
  if (baseline === null || text === null) return null
  if (baseline.state === 'unavailable') return {text, rows: [], added: [], removed: [], planned: []}
  const items = report.sections.flatMap((section) => section.items)
  return {
    text,
    rows: [
      ...rows(report.phases.map(({phase, finish, window, planned}) => ({name: phase.title, finish, day: window?.to ?? null, planned}))),
      ...rows(
        items.map(({item, start, finish, scheduled: slot, planned}) => ({
          name: label(item),
          finish: finish ?? start,
          day: slot?.earlyFinish ?? null,
          planned,
        })),
      ),
    ],
    added: items.filter(({planned}) => planned === null).map(({item}) => label(item)),
    removed: baseline.removed.map((item) => `${label(item)} (${item.tasks} task${item.tasks === 1 ? '' : 's'})`),
    planned: baseline.planned,
  }
}

interface Ending {
  readonly name: string
  readonly finish: string | null
  readonly day: number | null
  readonly planned: BaselineDates | null
}

function rows(all: readonly Ending[]): readonly BaselineRow[] {
  const day = (date: string | null, number: number | null): string =>
    date ?? (number === null ? 'no place in time' : `working day ${number}`)
  return all
    .flatMap(({planned, ...one}) => (planned === null || planned.variance === 0 ? [] : [{...one, planned}]))
    .sort((a, b) => (b.planned.variance ?? 0) - (a.planned.variance ?? 0))
    .map(({name, finish, day: number, planned}) => ({
      name: planned.doubt === null ? name : `${name} (uncertain: ${planned.doubt})`,
      planned: day(planned.finish ?? planned.start, planned.earlyFinish),
      now: day(finish, number),
      variance: varianceText(planned.variance),
      late: (planned.variance ?? 0) > 0,
    }))
}
