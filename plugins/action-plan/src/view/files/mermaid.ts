import {addDays} from '../../model/date.ts'
import {label} from '../../model/label.ts'
import type {ItemReport, Report} from '../../model/report.ts'
import {visible} from '../../model/text.ts'

/** A gantt chart in Mermaid's text: each item under its phase with the first day and the day after the last, so that no reader of it computes a weekend again. */
export function toMermaid(report: Report): string {
  const dated = report.sections.some(({items}) => items.some(({start}) => start !== null))
  const items = report.sections.flatMap((section) => section.items)
  const groups = [
    ...report.phases.map(({phase}) => ({title: phase.title, own: items.filter((one) => one.phase?.id === phase.id)})),
    {title: 'In no phase', own: items.filter((one) => one.phase === null)},
  ]
  const lines = groups.flatMap(({title, own}) => {
    const tasks = own.flatMap((item) => task(item, dated))
    return tasks.length === 0 ? [] : [`  section ${escapeText(title, '')}`, ...tasks]
  })
  return [
    'gantt',
    `  title ${escapeText(report.title, '')}${dated ? '' : ' (working days)'}`,
    '  dateFormat YYYY-MM-DD',
    `  axisFormat ${dated ? '%Y-%m-%d' : 'day %-j'}`,
    ...lines,
    '',
  ].join('\n')
}

/** Without dates the chart counts working days from the first day of a year that has no other meaning. */
const EPOCH = '2001-01-01'
const countedFrom = (day: number): string => addDays(EPOCH, day)

function task({item, scheduled: slot, start, finish, progress, health}: ItemReport, dated: boolean): readonly string[] {
  if (slot === null) return []
  const milestone = slot.earlyFinish === slot.earlyStart
  const from = dated ? start : countedFrom(slot.earlyStart)
  const to = dated ? (milestone ? start : finish === null ? null : addDays(finish, 1)) : countedFrom(slot.earlyFinish)
  if (from === null || to === null) return []
  const tags = [
    milestone ? 'milestone' : null,
    slot.critical || health === 'late' ? 'crit' : null,
    progress.itemsDone > 0 ? 'done' : progress.done > 0 ? 'active' : null,
  ].filter((tag) => tag !== null)
  return [`  ${escapeText(label(item), 'item')} :${[...tags, from, milestone ? '0d' : to].join(', ')}`]
}

/** Words that open a statement of the chart, or a date, when a name begins with them. */
const OPENS =
  /^(?:gantt|dateFormat|inclusiveEndDates|topAxis|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|title|accTitle|accDescr|section|click|call|href|\d{4}-\d\d-\d\d)/i

/** Text as the chart shows it: what would end or steer a statement stands as a character's number. */
function escapeText(text: string, empty: string): string {
  const clean = visible(text)
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  const escaped = clean.replace(/[#:;%<>"'`{}[\]\\,&]/g, (character) => `#${character.codePointAt(0) ?? 32};`)
  if (escaped === '') return empty
  return OPENS.test(escaped) ? `#${escaped.codePointAt(0) ?? 32};${[...escaped].slice(1).join('')}` : escaped
}
