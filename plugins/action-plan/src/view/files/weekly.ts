import type {ReportPeriod} from '../../model/history.ts'
import {label} from '../../model/label.ts'
import type {Status, StatusItem} from '../../model/status.ts'
import {changeHeading, changeText, countText, grouped, newNotesText, TOLD_KINDS, withoutNotes} from '../words/changes.ts'
import {paragraphs} from '../words/paragraphs.ts'
import {escapeMarkdown} from './escape.ts'
import {baselineText} from '../words/baseline.ts'
import {urgentText, withHealth} from '../pages/urgent.ts'
import {verdictTerm} from '../words/verdict.ts'
import {fraction, percentText, prioritised} from '../words/wording.ts'
import {ENGLISH} from '../words/words.ts'
import {nextTask, nextUp} from '../pages/next-up.ts'
import {statedLists} from '../pages/stated-lists.ts'
import {endLines, periodNoteText, sinceText} from '../words/forecast.ts'

/** A list with its heading; what stands where it is empty. */
const list = (title: string, lines: readonly string[], empty: string): readonly string[] => [
  `## ${title}`,
  '',
  ...(lines.length === 0 ? [empty] : lines.map((line) => `- ${escapeMarkdown(line)}`)),
  '',
]

/** The review's text: what changed, what slipped, what is next, what is late. */
export function weeklyMarkdown(status: Status, period: ReportPeriod): string {
  const {totals, verdict} = status
  const changes = withoutNotes(period.changes)
  const told = grouped(changes.filter(({kind}) => TOLD_KINDS.includes(kind)))
  const rest = changes.filter(({kind}) => !TOLD_KINDS.includes(kind))
  const notes = newNotesText(ENGLISH, period.changes)
  const health = (item: StatusItem): string => `${prioritised(item)}: ${urgentText(item)}`
  const against = baselineText(ENGLISH, status)
  const open = status.problems.filter(({severity}) => severity !== 'info')
  return [
    `# ${escapeMarkdown(status.title)}: report ${escapeMarkdown(sinceText(ENGLISH, period.since))}`,
    '',
    ...paragraphs(status.weeklyNote).flatMap((text) => [`> ${escapeMarkdown(text)}`, '']),
    `Status date ${status.statusDate}${status.source.commit === null ? '' : `, commit ${status.source.commit.slice(0, 7)}`}. **${verdictTerm(ENGLISH, verdict.health)}**: ${escapeMarkdown(verdict.because)}. **${fraction(totals.done, totals.tasks)}${totals.tasks === 0 ? '' : ` (${percentText(totals.percent, totals.done)})`}**.${period.before === null ? '' : ` It was ${fraction(period.before.done, period.before.tasks)} then.`}`,
    '',
    ...(period.note === null ? [] : [`${escapeMarkdown(periodNoteText(ENGLISH, period.note))}`, '']),
    ...endLines(status).flatMap((line) => [escapeMarkdown(line), '']),
    ...(against === null ? [] : [escapeMarkdown(against), '']),
    `Changes: ${period.base === null ? 'unknown' : countText(ENGLISH, changes)}.`,
    '',
    ...told.flatMap(([kind, own]) =>
      list(
        changeHeading(ENGLISH, kind),
        own.map((change) => changeText(ENGLISH, change)),
        '',
      ),
    ),
    ...(rest.length === 0 ? [] : [`Also ${countText(ENGLISH, rest)}.`, '']),
    ...(notes === null ? [] : [`${notes}.`, '']),
    ...list(
      'Slipped',
      period.slipped.map((slip) => `${label(slip)}: ${slip.from} → ${slip.to}`),
      period.base === null ? 'Unknown.' : 'Nothing.',
    ),
    ...list(
      'Next tasks',
      nextUp(status).map((item) => `${item.label}${item.start === null ? '' : ` (from ${item.start})`}: ${nextTask(item)}`),
      status.verdict.health === 'done' ? 'Nothing: all tasks are done.' : 'No task is ready to start.',
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
