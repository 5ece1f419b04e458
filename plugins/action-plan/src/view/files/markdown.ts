import {priorityLabel} from '../../model/label.ts'
import type {Status} from '../../model/status.ts'
import {baselineText} from '../words/baseline.ts'
import {escapeMarkdown} from './escape.ts'
import {endLines} from '../words/forecast.ts'
import {urgentItems, urgentText} from '../pages/urgent.ts'
import {verdictTerm} from '../words/verdict.ts'
import {fraction, HEALTH_WORDS, percentText, prioritised} from '../words/wording.ts'
import {ENGLISH} from '../words/words.ts'

/** The numbers as a Markdown document with tables. */
export function toMarkdown(status: Status): string {
  const {totals, verdict} = status
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const table = (
    head: string,
    rows: readonly {
      name: string
      done: number
      tasks: number
      percent: number | null
      health: keyof typeof HEALTH_WORDS
      because: string
    }[],
  ): string[] => [
    row([head, 'Done', '%', 'Health', 'Because']),
    row(['---', '--:', '--:', '---', '---']),
    ...rows.map(({name, done, tasks, percent, health, because}) =>
      row([
        escapeMarkdown(name),
        fraction(done, tasks),
        tasks === 0 ? '' : percentText(percent, done),
        HEALTH_WORDS[health],
        escapeMarkdown(because),
      ]),
    ),
    '',
  ]
  const against = baselineText(ENGLISH, status)
  return [
    `# ${escapeMarkdown(status.title)}`,
    '',
    `**${verdictTerm(ENGLISH, verdict.health)}**: ${escapeMarkdown(verdict.because)}. **${totals.tasks === 0 ? 'No tasks' : `${totals.done} of ${totals.tasks} tasks done (${percentText(totals.percent, totals.done)})`}**. Status date ${status.statusDate}${status.source.commit === null ? '' : `, commit ${status.source.commit.slice(0, 7)}`}.`,
    '',
    ...endLines(status).flatMap((line) => [escapeMarkdown(line), '']),
    ...(against === null ? [] : [escapeMarkdown(against), '']),
    ...attention(status),
    ...(status.priorities.some(({id}) => id !== null)
      ? table(
          'Priority',
          status.priorities.map((one) => ({...one, name: priorityLabel(one)})),
        )
      : []),
    ...(status.sections.length === 0
      ? []
      : table(
          'Section',
          status.sections.map((one) => ({...one, name: one.label})),
        )),
  ].join('\n')
}

/** What is late or at risk, the most urgent first; nothing where nothing is. */
function attention(status: Status): readonly string[] {
  const found = urgentItems(status)
  return found.length === 0
    ? []
    : ['## Needs attention', '', ...found.map((item) => `- ${escapeMarkdown(`${prioritised(item)}: ${urgentText(item)}`)}`), '']
}
