import type {Change, ChangeKind} from '../../model/changes.ts'
import type {DayChanges, HistoryReport, ReportPeriod} from '../../model/history.ts'
import {label} from '../../model/label.ts'
import {changeHeading, changeText, countText, grouped, newNotesText, TOLD_KINDS, withoutNotes} from '../words/changes.ts'
import {dayNoteText, periodNoteText, sinceText} from '../words/forecast.ts'
import type {Wording} from '../words/words.ts'

// What pages tell of changes, in words that are made when the site is built: no grammar of changes reaches the browser.

/** A change in one line, which begins with what it is about. */
export interface ChangeLine {
  /** The id of its item, when the plan of today has it; null for a change of something else. */
  readonly item: string | null
  /** The name of that item; empty without one. */
  readonly name: string
  /** What the line says behind the name. */
  readonly rest: string
}

/** Changes of one kind under their heading. */
export interface ChangeGroup {
  readonly kind: ChangeKind
  readonly heading: string
  readonly lines: readonly ChangeLine[]
}

/** The ids of the items that the plan of today has: only these have a place on its pages. */
export type ItemIds = ReadonlySet<string>

function lineOf(words: Wording, change: Change, items: ItemIds): ChangeLine {
  const {of, after} = change
  const text = changeText(words, change)
  const id = of === 'item' || of === 'task' ? (after?.id ?? null) : null
  if (after === null || id === null || !items.has(id)) return {item: null, name: '', rest: text}
  const name = label(after)
  return {item: id, name, rest: text.slice(name.length)}
}

const groupsOf = (words: Wording, changes: readonly Change[], items: ItemIds): readonly ChangeGroup[] =>
  grouped(changes).map(([kind, own]) => ({
    kind,
    heading: changeHeading(words, kind),
    lines: own.map((change) => lineOf(words, change, items)),
  }))

/** What a day changed. */
export interface DayView {
  readonly day: string
  /** How many changes of which kind, or why none are told; without its full stop. Null when nothing changed that is told. */
  readonly summary: string | null
  readonly groups: readonly ChangeGroup[]
  readonly commits: DayChanges['commits']
}

export function dayView(words: Wording, {day, commits, changes, note}: DayChanges, items: ItemIds): DayView {
  const told = withoutNotes(changes)
  return {
    day,
    summary: note !== null ? dayNoteText(words, note) : told.length === 0 ? null : countText(words, told),
    groups: groupsOf(words, told, items),
    commits,
  }
}

/** What changed in a period of the report page. */
export interface PeriodView extends Pick<ReportPeriod, 'id' | 'base' | 'before' | 'slipped'> {
  /** "since 16 Nov 2026" */
  readonly title: string
  readonly note: string | null
  readonly summary: string
  readonly groups: readonly ChangeGroup[]
  /** How many changes there are of the kinds that are only counted; null when there are none. */
  readonly rest: string | null
  readonly newNotes: string | null
}

export function periodViews(words: Wording, {periods}: Pick<HistoryReport, 'periods'>, items: ItemIds): readonly PeriodView[] {
  return periods.map(({id, since, base, before, slipped, note, changes: all}) => {
    const changes = withoutNotes(all)
    const rest = changes.filter(({kind}) => !TOLD_KINDS.includes(kind))
    return {
      id,
      base,
      before,
      slipped,
      title: sinceText(words, since),
      note: note === null ? null : periodNoteText(words, note),
      summary: countText(words, changes),
      groups: groupsOf(
        words,
        changes.filter(({kind}) => TOLD_KINDS.includes(kind)),
        items,
      ),
      rest: rest.length === 0 ? null : countText(words, rest),
      newNotes: newNotesText(words, all),
    }
  })
}
