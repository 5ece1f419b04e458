import {MarkupKind, type Hover, type Position} from 'vscode-languageserver'
import type {ItemReport} from '../model/report.ts'
import {escapeMarkdown} from '../view/files/escape.ts'
import {healthText} from '../view/words/health.ts'
import {HEALTH_WORDS, lateText, percentText} from '../view/words/wording.ts'
import {ENGLISH} from '../view/words/words.ts'
import {itemOn, namedAt, type PlanDocument} from './plan-document.ts'

/** Progress, dates and health of the item that stands at a position, or that is named there. */
export function hover(document: PlanDocument, position: Position): Hover | null {
  const reference = namedAt(document, position)
  const found = reference?.named ?? itemOn(document, position.line + 1)
  if (found === null) return null
  return {contents: {kind: MarkupKind.Markdown, value: summary(found)}, ...(reference === null ? {} : {range: reference.range})}
}

function summary(one: ItemReport): string {
  const {item, progress, start, finish, health, cause, scheduled} = one
  const name = [item.number, item.title].filter((part) => part !== null && part !== '').join(' ')
  const facts = [
    `${percentText(progress.percent, progress.done)} · ${progress.done} of ${progress.tasks} tasks done`,
    `**${HEALTH_WORDS[health]}**: ${escapeMarkdown(healthText(ENGLISH, cause))}`,
    dates(start, finish),
    item.due === null ? null : `Due ${ENGLISH.day(item.due.date)}`,
    item.priority === null ? null : `Priority ${escapeMarkdown(item.priority)}`,
    item.owners.length === 0 ? 'No owner' : `Owner: ${item.owners.map(escapeMarkdown).join(', ')}`,
    item.dependsOn.length === 0 ? null : `Depends on ${item.dependsOn.map(({id}) => escapeMarkdown(id)).join(', ')}`,
    scheduled?.critical === true ? 'On the critical path' : null,
  ]
  return [`**${escapeMarkdown(name)}**`, ...facts.flatMap((fact) => (fact === null ? [] : [`- ${fact}`]))].join('\n')
}

function dates(start: string | null, finish: string | null): string | null {
  return start === null || finish === null ? null : `Planned ${ENGLISH.day(start)} to ${ENGLISH.day(finish)}`
}

/** The same in a few words, for the end of the item's heading. */
export function brief({progress, start, finish, health, lateDays}: ItemReport): string {
  const planned = start === null || finish === null ? [] : [`${ENGLISH.day(start)} – ${ENGLISH.day(finish)}`]
  const state = lateDays === null ? HEALTH_WORDS[health] : lateText(lateDays)
  return [`${progress.done} of ${progress.tasks}`, ...planned, state].join(' · ')
}
