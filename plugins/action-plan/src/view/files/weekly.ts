import {OWN_FIELDS, stated, type FieldName} from '../../fields/fields.ts'
import type {Change} from '../../model/changes.ts'
import type {ReportPeriod} from '../../model/history.ts'
import {label} from '../../model/label.ts'
import {planEnd} from '../../model/plan-end.ts'
import {priorityOrder} from '../../model/priority.ts'
import type {Status, StatusItem} from '../../model/status.ts'
import {CHANGE_WORDS, changeText, countText, grouped, newNotesText, withoutNotes} from '../words/changes.ts'
import {escapeMarkdown} from './escape.ts'
import {baselineText} from '../words/baseline.ts'
import {urgentText, withHealth} from '../pages/urgent.ts'
import {fraction, HEALTH_WORDS, percentText, prioritised} from '../words/wording.ts'

const UP_NEXT = 5

/** Open items whose dependencies are done, earliest start first, then as the plan lists them. */
export function nextUp(status: Status, count = UP_NEXT): readonly StatusItem[] {
  const items = status.sections.flatMap((section) => section.items)
  const done = new Set(items.filter(({health}) => health === 'done').map(({id}) => id))
  const order = priorityOrder(status.priorities.map(({id}) => id))
  const last = '9999'
  return items
    .filter((item) => item.tasksTotal > item.done && item.dependsOn.every((id) => done.has(id)))
    .map((item, order) => ({item, order}))
    .sort((a, b) =>
      (a.item.start ?? last) < (b.item.start ?? last)
        ? -1
        : (a.item.start ?? last) > (b.item.start ?? last)
          ? 1
          : order(a.item.priority, b.item.priority) || a.order - b.order,
    )
    .slice(0, count)
    .map(({item}) => item)
}

/** The first task of an item that is not done. A mark that nobody defined counts as open. */
export const nextTask = ({tasks}: Pick<StatusItem, 'tasks'>): string =>
  tasks.find(({mark}) => mark === 'open' || mark === 'unknown')?.text ?? ''

/** Lists of open items that state a field which the report must tell: its title, and each item with what it says. */
export function statedLists({sections}: Pick<Status, 'sections'>): readonly {
  readonly name: FieldName
  readonly title: string
  readonly items: readonly (readonly [item: StatusItem, text: string])[]
}[] {
  const open = sections.flatMap(({items}) => items).filter(({health}) => health !== 'done')
  return OWN_FIELDS.flatMap(({name, report}) => {
    const items = open.flatMap((item) => {
      const text = stated(item, name)?.text
      return text === undefined ? [] : [[item, text] as const]
    })
    return report === undefined || items.length === 0 ? [] : [{name, title: report, items}]
  })
}

/** Kinds that the report tells one by one; the rest is counted. */
export const TOLD_KINDS: readonly Change['kind'][] = [
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
  'mended-problem',
]

/** The review's text: what changed, what slipped, what is next, what is late. */
export function weeklyMarkdown(status: Status, period: ReportPeriod): string {
  const {totals} = status
  const list = (title: string, lines: readonly string[], empty: string): readonly string[] => [
    `## ${title}`,
    '',
    ...(lines.length === 0 ? [empty] : lines.map((line) => `- ${escapeMarkdown(line)}`)),
    '',
  ]
  const changes = withoutNotes(period.changes)
  const told = grouped(changes.filter(({kind}) => TOLD_KINDS.includes(kind)))
  const rest = changes.filter(({kind}) => !TOLD_KINDS.includes(kind))
  const notes = newNotesText(period.changes)
  const health = (item: StatusItem): string => `${prioritised(item)}: ${urgentText(item)}`
  const against = baselineText(status)
  const end = totals.health === 'done' ? null : planEnd(status.sections.flatMap(({items}) => items))
  const open = status.problems.filter(({severity}) => severity !== 'info')
  return [
    `# ${escapeMarkdown(status.title)}: report ${escapeMarkdown(period.title)}`,
    '',
    `Status date ${status.statusDate}${status.source.commit === null ? '' : `, commit ${status.source.commit.slice(0, 7)}`}. **${fraction(totals.done, totals.tasks)}${totals.tasks === 0 ? '' : ` (${percentText(totals.percent, totals.done)})`}**, ${HEALTH_WORDS[totals.health]}: ${escapeMarkdown(totals.because)}.${period.before === null ? '' : ` It was ${fraction(period.before.done, period.before.tasks)} then.`}`,
    '',
    ...(period.note === null ? [] : [`${escapeMarkdown(period.note)}`, '']),
    ...(end === null ? [] : [`As planned, the last item ends on ${end}.`, '']),
    ...(against === null ? [] : [escapeMarkdown(against), '']),
    `Changes: ${period.base === null ? 'unknown' : countText(changes)}.`,
    '',
    ...told.flatMap(([kind, own]) => list(CHANGE_WORDS[kind], own.map(changeText), '')),
    ...(rest.length === 0 ? [] : [`Also ${countText(rest)}.`, '']),
    ...(notes === null ? [] : [`${notes}.`, '']),
    ...list(
      'Slipped',
      period.slipped.map((slip) => `${label(slip)}: ${slip.from} → ${slip.to}`),
      period.base === null ? 'Unknown.' : 'Nothing.',
    ),
    ...list(
      'Next tasks',
      nextUp(status).map((item) => `${item.label}${item.start === null ? '' : ` (from ${item.start})`}: ${nextTask(item)}`),
      'Nothing is open and free to start.',
    ),
    ...list('Late', withHealth(status, 'late').map(health), 'Nothing.'),
    ...list('At risk', withHealth(status, 'at-risk').map(health), 'Nothing.'),
    ...statedLists(status).flatMap(({title, items}) =>
      list(
        title,
        items.map(([item, text]) => `${prioritised(item)}: ${text}`),
        '',
      ),
    ),
    ...list(
      'Problems in the plan',
      open.map(({line, reason, fix}) => `${status.source.path}:${line}: ${reason} (${fix})`),
      'None.',
    ),
  ].join('\n')
}
