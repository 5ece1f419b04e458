// The one door to csv-stringify.
import {stringify} from 'csv-stringify/sync'
import {OWN_FIELDS, stated} from '../../fields/fields.ts'
import {label} from '../../model/label.ts'
import type {Task} from '../../model/plan.ts'
import type {ItemReport, Report} from '../../model/report.ts'
import {visible} from '../../model/text.ts'
import {HEALTH_WORDS, MARK_WORDS} from '../words/wording.ts'
import {healthText} from '../words/health.ts'
import {ENGLISH} from '../words/words.ts'

export type Cell = string | number | null

/** Rows as a table that spreadsheets open as it is: CRLF, formulas neutralised, and a byte-order mark where Excel must see UTF-8. */
export function toTable(header: readonly string[], rows: readonly (readonly Cell[])[], bom: boolean): string {
  return stringify([[...header], ...rows.map((row) => row.map(plain))], {
    bom,
    record_delimiter: '\r\n',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  })
}

/** Text that a spreadsheet would take for a number, a date or a truth value ("1.10" → 1.1) keeps its characters behind an apostrophe. */
function plain(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  const text = visible(cell).replace(/\t|\r(?=\n)/g, ' ')
  return !ISO.test(text) && CONVERTED.test(text) ? `'${text}` : text
}
const ISO = /^\d{4}-\d{2}-\d{2}$/
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const CONVERTED = new RegExp(
  [
    '^[\\s($€£]*\\d[\\d\\s.,:/%)-]*(?:(?:e\\d+|[ap]m)\\s*)?$',
    '^(?:true|false)$',
    `^(?:\\d{1,2}[\\s-]+)?${MONTH}[\\s-]+\\d{1,4}(?:,?\\s+\\d{4})?$`,
    `^\\d{1,2}[\\s-]+${MONTH}$`,
  ].join('|'),
  'i',
)

interface CsvRow {
  readonly section: string
  readonly report: ItemReport
  /** Null for an item without tasks, which is a row too. */
  readonly task: Task | null
}

/** Every column: its head, and what stands in it. Numbers of items stand with their titles, because alone they would become numbers or dates. */
const COLUMNS: readonly (readonly [head: string, cell: (row: CsvRow, report: Report) => Cell])[] = [
  ['Section', ({section}) => section],
  ['Item', ({report}) => label(report.item)],
  ['Task', ({task}) => task?.text ?? null],
  ['State', ({task}) => (task === null ? null : MARK_WORDS[task.mark])],
  ['Priority', ({task, report}) => task?.priority ?? report.item.priority],
  ['Owners', ({report}) => report.item.owners.join(', ')],
  ['Item timeline', ({report}) => report.item.duration?.text ?? null],
  ['Item working days', ({report}) => report.item.duration?.days ?? null],
  ['Phase', ({report}, {phases}) => phases.find(({phase}) => phase.id === report.phase?.id)?.phase.title ?? null],
  ['Item start', ({report}) => report.start],
  ['Item finish', ({report}) => report.finish],
  ['Item due', ({report}) => report.item.due?.date ?? null],
  ['Item depends on', ({report}, whole) => report.item.dependsOn.map(({id}) => referenceText(whole, id)).join('; ')],
  ...OWN_FIELDS.map(({name, label: title}): (typeof COLUMNS)[number] => [
    `Item ${title.toLowerCase()}`,
    ({report}) => stated(report.item, name)?.text ?? null,
  ]),
  ['Item health', ({report}) => HEALTH_WORDS[report.health]],
  ['Item health because', ({report}) => healthText(ENGLISH, report.cause)],
  ['File', (_, {source}) => source.path],
  ['Line', ({task, report}) => task?.line ?? report.item.line],
]

/** One row for each task, in the order of the plan. */
export function toCsv(report: Report): string {
  const rows = report.sections.flatMap(({section, items}) =>
    items.flatMap((one): readonly CsvRow[] => {
      const name = label(section)
      return one.item.tasks.length === 0
        ? [{section: name, report: one, task: null}]
        : one.item.tasks.map((task) => ({section: name, report: one, task}))
    }),
  )
  return toTable(
    COLUMNS.map(([head]) => head),
    rows.map((row) => COLUMNS.map(([, cell]) => cell(row, report))),
    true,
  )
}

/** "item 2.1 Credential Management": the word keeps a number from becoming a date. A title stands alone. */
export function referenceText({sections}: Report, id: string): string {
  const found = sections.flatMap(({items}) => items).find(({item}) => item.id === id)?.item ?? {number: id, title: ''}
  return found.number === null ? found.title : `item ${label(found)}`.trim()
}
