import type {ChangeValue} from '../../model/cause.ts'
import type {Change, ChangeKind, ChangeSide, ChangeSubject} from '../../model/changes.ts'
import {label} from '../../model/label.ts'
import type {Mark} from '../../model/mark.ts'
import {escapeMarkdown} from '../files/escape.ts'
import {doubtText} from './variance.ts'
import {ENGLISH, type Wording} from './words.ts'

/** The heading of each kind of change, in the order of a reader's interest. */
const HEADINGS: Readonly<Record<ChangeKind, (words: Wording) => string>> = {
  ticked: ({say}) => say('build.change.ticked', 'Done'),
  unticked: ({say}) => say('build.change.unticked', 'Reopened'),
  added: ({say}) => say('build.change.added', 'Added'),
  removed: ({say}) => say('build.change.removed', 'Removed'),
  dropped: ({say}) => say('build.change.dropped', 'Dropped (out of scope)'),
  restored: ({say}) => say('build.change.restored', 'Back in scope'),
  're-timed': ({say}) => say('build.change.timed', 'Dates changed'),
  moved: ({say}) => say('build.change.moved', 'Moved'),
  're-prioritised': ({say}) => say('build.change.priority', 'Priority changed'),
  'owner-changed': ({say}) => say('build.change.owner', 'Owner changed'),
  'dependency-changed': ({say}) => say('build.change.dependency', 'Dependencies changed'),
  'field-changed': ({say}) => say('build.change.field', 'Field changed'),
  reworded: ({say}) => say('build.change.reworded', 'Reworded'),
  renumbered: ({say}) => say('build.change.renumbered', 'Renumbered'),
  remarked: ({say}) => say('build.change.mark', 'Mark changed'),
  'new-problem': ({say}) => say('build.change.newProblem', 'New problems'),
  'fixed-problem': ({say}) => say('build.change.fixedProblem', 'Problems fixed'),
}

/** How a change is called as a heading. */
export const changeHeading = (words: Wording, kind: ChangeKind): string => HEADINGS[kind](words)

const ORDER = Object.keys(HEADINGS) as readonly ChangeKind[]
/** Kinds whose two values say nothing that the heading does not. */
const BARE: readonly ChangeKind[] = ['ticked', 'unticked', 'added', 'removed', 'dropped', 'restored', 'new-problem', 'fixed-problem']

/** Kinds that the report tells one by one; the rest is counted. */
export const TOLD_KINDS: readonly ChangeKind[] = [
  'ticked',
  'unticked',
  'added',
  'removed',
  'dropped',
  'restored',
  're-timed',
  'moved',
  're-prioritised',
  'owner-changed',
  'field-changed',
  'new-problem',
  'fixed-problem',
]

/** Changes by kind, in the order of interest. */
export function grouped(changes: readonly Change[]): readonly (readonly [ChangeKind, readonly Change[]])[] {
  return ORDER.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind)
    return own.length === 0 ? [] : [[kind, own] as const]
  })
}

/** A change of a note: worth knowing for the plan's author, and for nobody else. */
const isNote = ({of, from, to}: Change): boolean => of === 'problem' && (to ?? from) === 'info'

/** Changes for those who read reports: without those of notes. */
export function withoutNotes(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => !isNote(change))
}

/** "2 new notes for the plan's author"; null when there are none. */
export function newNotesText({plural}: Wording, changes: readonly Change[]): string | null {
  const count = changes.filter((change) => change.kind === 'new-problem' && isNote(change)).length
  return count === 0
    ? null
    : plural('build.change.newNotes', "{count} new note for the plan's author|{count} new notes for the plan's author", count)
}

/** What is named by its kind: an item and a task are named by themselves. */
const SUBJECTS: Readonly<Record<Exclude<ChangeSubject, 'item' | 'task' | 'problem'>, (words: Wording, name: string) => string>> = {
  plan: ({say}, name) => say('build.subject.plan', 'plan {name}', {name}),
  section: ({say}, name) => say('build.subject.section', 'section {name}', {name}),
  phase: ({say}, name) => say('build.subject.phase', 'phase {name}', {name}),
  metric: ({say}, name) => say('build.subject.metric', 'metric {name}', {name}),
  review: ({say}, name) => say('build.subject.review', 'review {name}', {name}),
  'next-step': ({say}, name) => say('build.subject.step', 'next step {name}', {name}),
}

/** What a change is about: `2.1 Credential Management: Remove all hardcoded credentials`. */
function subjectText(words: Wording, {of, before, after}: Pick<Change, 'of' | 'before' | 'after'>): string {
  const side = (after ?? before) as ChangeSide
  const name = label(side)
  if (of === 'task') return `${name}: ${side.task ?? ''}`
  if (of === 'item') return name
  if (of === 'problem') return `${side.id ?? ''}: ${side.title}`
  return SUBJECTS[of](words, name)
}

/** Of a period that has no end. */
const OPEN_PERIODS: Readonly<Record<'week' | 'day' | 'month', (words: Wording, facts: {from: number}) => string>> = {
  day: ({say}, facts) => say('build.value.fromDay', 'from day {from}', facts),
  week: ({say}, facts) => say('build.value.fromWeek', 'from week {from}', facts),
  month: ({say}, facts) => say('build.value.fromMonth', 'from month {from}', facts),
}
const PERIODS: Readonly<Record<'week' | 'day' | 'month', (words: Wording, facts: {from: number; to: number}) => string>> = {
  day: ({say}, facts) => say('build.value.days', 'day {from} to {to}', facts),
  week: ({say}, facts) => say('build.value.weeks', 'week {from} to {to}', facts),
  month: ({say}, facts) => say('build.value.months', 'month {from} to {to}', facts),
}

/** A value of a change; "none" for one that is absent. */
export function valueText(words: Wording, value: ChangeValue | null): string {
  const {say, day} = words
  if (value === null) return say('plan.item.none', 'none')
  if (typeof value === 'string') return value
  const {code, facts} = value
  switch (code) {
    case 'due':
      return say('build.value.due', 'due {day}', {day: day(facts.date)})
    case 'start':
      return say('build.value.start', 'start {day}', {day: day(facts.date)})
    case 'field': {
      const id = `plan.field.${facts.name}`
      return `${say(id, facts.label)}: ${facts.text}`
    }
    case 'section':
      return say('build.subject.section', 'section {name}', {name: facts.title})
    case 'working-days':
      return say('build.value.workingDays', 'working days {days}', {days: facts.days.join(', ')})
    case 'holidays':
      return say('build.value.holidays', 'holidays {days}', {days: facts.days.map((date) => day(date)).join(', ')})
    case 'time-zone':
      return say('build.value.timeZone', 'time zone {timeZone}', {timeZone: facts.timeZone})
    case 'dates':
      return facts.finish === null
        ? say('build.value.fromDate', 'from {start}', {start: day(facts.start)})
        : say('plan.item.between', '{start} to {finish}', {start: day(facts.start), finish: day(facts.finish)})
    case 'period':
      return facts.to === null
        ? OPEN_PERIODS[facts.unit](words, {from: facts.from})
        : PERIODS[facts.unit](words, {from: facts.from, to: facts.to})
  }
}

const MARKS: Readonly<Record<Mark, (words: Wording) => string>> = {
  open: ({say}) => say('build.mark.open', 'open'),
  done: ({say}) => say('build.mark.done', 'done'),
  dropped: ({say}) => say('build.mark.dropped', 'dropped'),
  unknown: ({say}) => say('build.mark.unknown', 'unknown'),
}

/** A change in one line, without its heading. */
export function changeText(words: Wording, change: Change): string {
  const {kind, of, from, to, tasks, doubt} = change
  const {say, plural} = words
  const value = (one: ChangeValue | null): string =>
    kind === 'remarked' && one !== null ? MARKS[one as Mark](words) : valueText(words, one)
  const values = BARE.includes(kind) ? '' : ` (${value(from)} → ${value(to)})`
  const count =
    of === 'item' && (kind === 'added' || kind === 'removed')
      ? ` (${plural('plan.number.tasks', '{count} task|{count} tasks', tasks)})`
      : ''
  const sure = doubt === null ? '' : ` [${say('plan.doubt.uncertain', 'uncertain: {doubt}', {doubt: doubtText(words, doubt)})}]`
  return `${subjectText(words, change)}${values}${count}${sure}`
}

const COUNTS: Readonly<Record<ChangeKind, (words: Wording, count: number) => string>> = {
  ticked: ({plural}, count) => plural('build.changed.ticked', '{count} done|{count} done', count),
  unticked: ({plural}, count) => plural('build.changed.unticked', '{count} reopened|{count} reopened', count),
  added: ({plural}, count) => plural('build.changed.added', '{count} added|{count} added', count),
  removed: ({plural}, count) => plural('build.changed.removed', '{count} removed|{count} removed', count),
  dropped: ({plural}, count) => plural('build.changed.dropped', '{count} dropped|{count} dropped', count),
  restored: ({plural}, count) => plural('build.changed.restored', '{count} restored|{count} restored', count),
  're-timed': ({say}, count) => say('build.changed.timed', '{count} rescheduled', {count}),
  moved: ({plural}, count) => plural('build.changed.moved', '{count} moved|{count} moved', count),
  're-prioritised': ({say}, count) => say('build.changed.priority', '{count} re-prioritised', {count}),
  'owner-changed': ({say}, count) => say('build.changed.owner', '{count} with another owner', {count}),
  'dependency-changed': ({say}, count) => say('build.changed.dependency', '{count} with other dependencies', {count}),
  'field-changed': ({say}, count) => say('build.changed.field', '{count} with a changed field', {count}),
  reworded: ({plural}, count) => plural('build.changed.reworded', '{count} reworded|{count} reworded', count),
  renumbered: ({plural}, count) => plural('build.changed.renumbered', '{count} renumbered|{count} renumbered', count),
  remarked: ({say}, count) => say('build.changed.mark', '{count} with another mark', {count}),
  'new-problem': ({plural}, count) => plural('build.changed.newProblem', '{count} new problem|{count} new problems', count),
  'fixed-problem': ({plural}, count) => plural('build.changed.fixedProblem', '{count} problem fixed|{count} problems fixed', count),
}

/** "3 done, 2 added, 1 moved"; "no changes". */
export function countText(words: Wording, changes: readonly Change[]): string {
  const parts = grouped(changes).map(([kind, own]) => COUNTS[kind](words, own.length))
  return parts.length === 0 ? words.say('build.changed.none', 'no changes') : parts.join(', ')
}

/** A change as JSON has it: its codes as English text. */
export function changeJson(change: Change): object {
  const text = (value: ChangeValue | null): string | null => (value === null ? null : valueText(ENGLISH, value))
  const {from, to, doubt} = change
  return {...change, from: text(from), to: text(to), doubt: doubt === null ? null : doubtText(ENGLISH, doubt)}
}

/** What was compared, as shown to people. */
export interface Compared {
  readonly from: string
  readonly to: string
  readonly changes: readonly Change[]
}

export function changesText({from, to, changes}: Compared): string {
  const lines = grouped(changes).flatMap(([kind, own]) => [
    '',
    changeHeading(ENGLISH, kind),
    ...own.map((change) => `  ${changeText(ENGLISH, change)}`),
  ])
  return [`${from} → ${to}: ${countText(ENGLISH, changes)}`, ...lines, ''].join('\n')
}

/** For the comment of a pull request. */
export function changesMarkdown({from, to, changes}: Compared): string {
  const blocks = grouped(changes).flatMap(([kind, own]) => [
    `### ${changeHeading(ENGLISH, kind)} (${own.length})`,
    '',
    ...own.map((change) => `- ${escapeMarkdown(changeText(ENGLISH, change))}`),
    '',
  ])
  return [
    `## Changes of the plan`,
    '',
    `${escapeMarkdown(from)} → ${escapeMarkdown(to)}: **${countText(ENGLISH, changes)}**`,
    '',
    ...blocks,
  ].join('\n')
}
