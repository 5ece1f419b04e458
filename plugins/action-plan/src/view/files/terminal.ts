import {largest} from '../../model/list.ts'
import type {Health} from '../../model/health.ts'
import {priorityLabel} from '../../model/label.ts'
import type {Status} from '../../model/status.ts'
import {visible} from '../../model/text.ts'
import {baselineText} from '../words/baseline.ts'
import {endLines} from '../words/forecast.ts'
import {urgentItems, urgentText} from '../pages/urgent.ts'
import {daysText, filledOf} from '../../model/number.ts'
import {verdictTerm} from '../words/verdict.ts'
import {columnsOf, cutToColumns} from './columns.ts'
import {fraction, HEALTH_WORDS, percentText, prioritised} from '../words/wording.ts'
import {ENGLISH} from '../words/words.ts'

const BAR = 20
const CODES: Readonly<Record<Health, number>> = {done: 32, 'on-track': 34, 'at-risk': 33, late: 31, 'not-started': 2, unknown: 2}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columnsOf(text)))
const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - columnsOf(text))) + text

/** Text of a column's width: long text is cut. */
function cell(text: string, width: number): string {
  const clean = visible(text).replace(/[\p{Cc}\p{Cf}]/gu, ' ')
  return pad(cutToColumns(clean, width), width)
}

/** A bar of the done share; never full before all is done, never empty when something is. */
function bar(done: number, tasks: number, width: number): string {
  const filled = filledOf(done, tasks, width)
  return '█'.repeat(filled) + '░'.repeat(width - filled)
}

interface TerminalRow {
  readonly name: string
  readonly done: number
  readonly tasks: number
  readonly percent: number | null
  readonly health: Health
  readonly because: string
}

/** `status.json` as a table for a terminal of any width; colour only beside words. Its texts are made visible here: what is painted keeps its control characters. */
export function toTerminal(status: Status, color: boolean): string {
  const paint = (health: Health, text: string = HEALTH_WORDS[health]): string => (color ? `\u001B[${CODES[health]}m${text}\u001B[0m` : text)
  const {totals, source, verdict} = status
  const groups: readonly (readonly [string, readonly TerminalRow[]])[] = [
    ['By priority', status.priorities.map((priority) => ({...priority, name: priorityLabel(priority)}))],
    [
      'By section',
      status.sections.flatMap((section) => [
        {...section, name: section.label},
        ...section.items.filter(({id}) => id !== section.id).map((item) => ({...item, tasks: item.tasksTotal, name: `  ${item.label}`})),
      ]),
    ],
  ]
  const width = Math.min(
    48,
    largest(
      groups.flatMap(([, rows]) => rows.map(({name}) => columnsOf(name))),
      12,
    ),
  )
  const line = ({name, done, tasks, percent, health, because}: TerminalRow): string =>
    `${cell(name, width)}  ${bar(done, tasks, BAR)} ${padStart(fraction(done, tasks), 9)} ${padStart(tasks === 0 ? '' : percentText(percent, done), 5)}  ${paint(health)}${health === 'late' || health === 'at-risk' ? `: ${visible(because)}` : ''}`.trimEnd()
  const from =
    source.commit === null
      ? visible(source.path)
      : `${visible(source.path)} at ${source.commit.slice(0, 7)}${source.dirty ? ' with changes that are not committed' : ''}`
  const counted =
    totals.tasks === 0
      ? 'no tasks'
      : `${totals.done} of ${totals.tasks} tasks done (${percentText(totals.percent, totals.done)}), ${totals.itemsDone} of ${totals.items} items`
  const effort =
    totals.effort.percent === null
      ? []
      : [
          `effort: ${totals.effort.doneDays} of ${daysText(totals.effort.days)} (${percentText(totals.effort.percent, totals.effort.doneDays)})`,
        ]
  return [
    visible(status.title),
    `${from}, status date ${status.statusDate}`,
    '',
    `${bar(totals.done, totals.tasks, BAR)} ${counted}`,
    ...effort,
    `${paint(verdict.health, verdictTerm(ENGLISH, verdict.health))}: ${visible(verdict.because)}`,
    ...endLines(status).map(visible),
    ...[baselineText(ENGLISH, status) ?? []].flat().map(visible),
    ...attention(status, paint),
    ...groups.flatMap(([title, rows]) =>
      rows.length === 0 || (title === 'By priority' && status.priorities.every(({id}) => id === null))
        ? []
        : ['', title, ...rows.map(line)],
    ),
    ...(totals.dropped === 0 ? [] : ['', `${totals.dropped} dropped task${totals.dropped === 1 ? '' : 's'} not counted`]),
    '',
  ].join('\n')
}

/** What is late or at risk, the most urgent first, with how long and whose it is; nothing where nothing is. */
function attention(status: Status, paint: (health: Health, text: string) => string): readonly string[] {
  const found = urgentItems(status)
  const width = Math.min(
    56,
    largest(
      found.map((item) => columnsOf(prioritised(item))),
      0,
    ),
  )
  return found.length === 0
    ? []
    : ['', 'Needs attention', ...found.map((item) => `${cell(prioritised(item), width)}  ${paint(item.health, visible(urgentText(item)))}`)]
}
