import type {Change, ChangeKind, ChangeSide} from '../../model/changes.ts'
import {label} from '../../model/label.ts'
import {escapeMarkdown} from '../files/escape.ts'

/** How each change is said: its heading, in the order of a reader's interest. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  ticked: 'Done',
  unticked: 'Not done after all',
  added: 'Added',
  removed: 'Removed',
  dropped: 'Dropped (out of scope)',
  restored: 'Back in scope',
  're-timed': 'Time changed',
  moved: 'Moved',
  're-prioritised': 'Priority changed',
  'owner-changed': 'Owner changed',
  'dependency-changed': 'Dependencies changed',
  'field-changed': 'Field changed',
  reworded: 'Reworded',
  renumbered: 'Renumbered',
  remarked: 'Mark changed',
  'new-problem': 'New problems',
  'mended-problem': 'Problems fixed',
}
const ORDER = Object.keys(CHANGE_WORDS) as readonly ChangeKind[]
/** Kinds whose two values say nothing that the heading does not. */
const BARE: readonly ChangeKind[] = ['ticked', 'unticked', 'added', 'removed', 'dropped', 'restored', 'new-problem', 'mended-problem']

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
export function newNotesText(changes: readonly Change[]): string | null {
  const count = changes.filter((change) => change.kind === 'new-problem' && isNote(change)).length
  return count === 0 ? null : `${count} new note${plural(count)} for the plan's author`
}

/** What a change is about: `2.1 Credential Management: Remove all hardcoded credentials`. */
function subjectText({of, before, after}: Pick<Change, 'of' | 'before' | 'after'>): string {
  const side = (after ?? before) as ChangeSide
  const name = label(side)
  if (of === 'task') return `${name}: ${side.task ?? ''}`
  if (of === 'item') return name
  if (of === 'problem') return `${side.id ?? ''}: ${side.title}`
  return `${of.replace('-', ' ')} ${name}`
}

/** A change in one line, without its heading. */
export function changeText(change: Change): string {
  const {kind, of, from, to, tasks, doubt} = change
  const values = BARE.includes(kind) ? '' : ` (${from ?? 'none'} → ${to ?? 'none'})`
  const count = of === 'item' && (kind === 'added' || kind === 'removed') ? ` (${tasks} task${tasks === 1 ? '' : 's'})` : ''
  return `${subjectText(change)}${values}${count}${doubt === null ? '' : ` [uncertain: ${doubt}]`}`
}

/** "3 done, 2 added, 1 moved"; "no changes". */
export function countText(changes: readonly Change[]): string {
  const parts = grouped(changes).map(([kind, own]) => `${own.length} ${SHORT[kind]?.(own.length) ?? kind.replace('-changed', ' changed')}`)
  return parts.length === 0 ? 'no changes' : parts.join(', ')
}
const plural = (count: number): string => (count === 1 ? '' : 's')
const SHORT: Partial<Readonly<Record<ChangeKind, (count: number) => string>>> = {
  ticked: () => 'done',
  unticked: () => 'not done after all',
  'new-problem': (count) => `new problem${plural(count)}`,
  'mended-problem': (count) => `problem${plural(count)} fixed`,
}

/** What was compared, as shown to people. */
export interface Compared {
  readonly from: string
  readonly to: string
  readonly changes: readonly Change[]
}

export function changesText({from, to, changes}: Compared): string {
  const lines = grouped(changes).flatMap(([kind, own]) => ['', CHANGE_WORDS[kind], ...own.map((change) => `  ${changeText(change)}`)])
  return [`${from} → ${to}: ${countText(changes)}`, ...lines, ''].join('\n')
}

/** For the comment of a pull request. */
export function changesMarkdown({from, to, changes}: Compared): string {
  const blocks = grouped(changes).flatMap(([kind, own]) => [
    `### ${CHANGE_WORDS[kind]} (${own.length})`,
    '',
    ...own.map((change) => `- ${escapeMarkdown(changeText(change))}`),
    '',
  ])
  return [`## Changes of the plan`, '', `${escapeMarkdown(from)} → ${escapeMarkdown(to)}: **${countText(changes)}**`, '', ...blocks].join(
    '\n',
  )
}
