import type {ReportPeriod} from '../../model/history.ts'
import {label} from '../../model/label.ts'
import type {Status} from '../../model/status.ts'
import {visible} from '../../model/text.ts'
import {nextTask, nextUp} from '../pages/next-up.ts'
import {urgentItems, urgentText} from '../pages/urgent.ts'
import {changeText, countText, withoutNotes} from '../words/changes.ts'
import {endLines, periodNoteText, sinceText} from '../words/forecast.ts'
import {verdictTerm} from '../words/verdict.ts'
import {fraction, percentText, prioritised} from '../words/wording.ts'
import {ENGLISH} from '../words/words.ts'

/** A weekly report that is short enough for a message. Its texts have no control character and no line end. */
export interface Digest {
  readonly title: string
  /** How the plan stands, in sentences. */
  readonly summary: readonly string[]
  /** Lists with a heading; empty ones are left out. */
  readonly parts: readonly {readonly heading: string; readonly lines: readonly string[]}[]
}

/** Lines of a list; the rest is counted. */
const MOST = 5
const LONGEST_LINE = 200

/** The digest of a plan and of what changed in it. */
export function digestOf(status: Status, period: ReportPeriod): Digest {
  const {totals, title, statusDate, verdict} = status
  const changes = withoutNotes(period.changes)
  const counted =
    totals.tasks === 0 ? 'No tasks' : `${fraction(totals.done, totals.tasks)} tasks (${percentText(totals.percent, totals.done)})`
  const parts: Digest['parts'] = [
    {heading: 'Needs attention', lines: urgentItems(status).map((item) => `${prioritised(item)}: ${urgentText(item)}`)},
    {heading: 'Done', lines: changes.filter(({kind}) => kind === 'ticked').map((change) => changeText(ENGLISH, change))},
    {heading: 'Later than before', lines: period.slipped.map((slip) => `${label(slip)}: ${slip.from} → ${slip.to}`)},
    {heading: 'Next tasks', lines: nextUp(status).map((item) => `${item.label}: ${nextTask(item)}`)},
  ]
  return {
    title: line(title),
    summary: [
      ...(status.weeklyNote === null ? [] : [status.weeklyNote]),
      `${verdictTerm(ENGLISH, verdict.health)}: ${verdict.because}. ${counted}. Status date ${statusDate}.`,
      ...endLines(status),
      `Changes ${sinceText(ENGLISH, period.since)}: ${period.base === null ? 'unknown' : countText(ENGLISH, changes)}.`,
      ...(period.note === null ? [] : [periodNoteText(ENGLISH, period.note)]),
    ].map(line),
    parts: parts.filter(({lines}) => lines.length > 0).map(({heading, lines}) => ({heading, lines: shortened(lines.map(line))})),
  }
}

/** One line of text that steers nothing. */
function line(text: string): string {
  const clean = visible(text)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim()
  const characters = [...clean]
  return characters.length <= LONGEST_LINE ? clean : `${characters.slice(0, LONGEST_LINE - 1).join('')}…`
}

const shortened = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `and ${lines.length - MOST} more`]
