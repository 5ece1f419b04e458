import {OWN_FIELDS, stated} from '../../fields/fields.ts'
import {label} from '../../model/label.ts'
import type {Task} from '../../model/plan.ts'
import type {ItemReport, Report} from '../../model/report.ts'
import {referenceText, toTable, type Cell} from './csv.ts'

/** Jira's own names, most urgent first: the plan's priorities take them in the order of its legend. */
const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'] as const
const HEAD = [
  'Issue Id',
  'Parent Id',
  'Issue Type',
  'Summary',
  'Description',
  'Status',
  'Resolution',
  'Priority',
  'Due Date',
  'Labels',
  'Labels',
  'Labels',
]
/** Longer summaries are refused. */
const SUMMARY = 255

/** A file for Jira's CSV importer: an item is a task, its tasks are its sub-tasks, below it. Without a byte-order mark, which would be read as part of the first column's name. */
export function toJira(report: Report): string {
  const rank = new Map(report.priorities.map(({id}, at) => [id, PRIORITIES[Math.min(at, PRIORITIES.length - 1)] as string]))
  const priority = (id: string | null): Cell => (id === null ? null : (rank.get(id) ?? null))
  const rows: (readonly Cell[])[] = []
  for (const {section, items} of report.sections) {
    for (const one of items) {
      const {item} = one
      const id = rows.length + 1
      const labels = [
        tag(label(section)),
        item.priority === null ? null : tag(item.priority),
        one.phase === null ? null : tag(one.phase.id),
      ]
      rows.push([
        id,
        null,
        'Task',
        summary(label(item)),
        description(report, one),
        ...state(one.progress.itemsDone > 0 ? 'done' : 'open'),
        priority(item.priority),
        item.due?.date ?? one.finish,
        ...labels,
      ])
      for (const task of item.tasks)
        rows.push([
          rows.length + 1,
          id,
          'Sub-task',
          summary(task.text),
          `${report.source.path}:${task.line}`,
          ...state(task.mark),
          priority(task.priority ?? item.priority),
          null,
          ...labels,
        ])
    }
  }
  return toTable(HEAD, rows, false)
}

/** Status and resolution. */
function state(mark: Task['mark']): readonly [string, string | null] {
  if (mark === 'done') return ['Done', 'Done']
  return mark === 'dropped' ? ['Done', "Won't Do"] : ['To Do', null]
}

function description(report: Report, {item, phase}: ItemReport): string {
  const lines = [
    item.issue === null ? null : `Issue: ${item.issue}`,
    item.duration === null ? null : `Timeline: ${item.duration.text}`,
    item.owners.length === 0 ? null : `Owner: ${item.owners.join(', ')}`,
    item.dependsOn.length === 0 ? null : `Depends on: ${item.dependsOn.map(({id}) => referenceText(report, id)).join(', ')}`,
    ...OWN_FIELDS.flatMap(({name, label: title}) => stated(item, name)?.text.replace(/^/, `${title}: `) ?? []),
    phase === null ? null : `Phase: ${phase.id}`,
    `Source: ${report.source.path}:${item.line}`,
  ]
  return lines.filter((line) => line !== null).join('\n')
}

function summary(text: string): string {
  const characters = [...text]
  return text === '' ? '(no text)' : characters.length <= SUMMARY ? text : `${characters.slice(0, SUMMARY - 1).join('')}…`
}

/** A label has no spaces. */
function tag(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, '')
}
