import type {Output} from './model/output.ts'
import type {Report} from './model/report.ts'
import {toJsonText, visible} from './model/text.ts'
import {axis} from './view/timeline/axis.ts'
import {badges, toEndpoint, toSvg} from './view/files/badge.ts'
import {cardHtml, cardOf, cardSvg} from './view/files/card.ts'
import {toIcs} from './view/files/ics.ts'
import {statusSchema} from './view/files/schema.ts'
import {toStatus} from './view/files/status.ts'
import {toSummary} from './view/files/summary.ts'
import {ENGLISH, type Wording} from './view/words/words.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Gives the hash of a text, in hexadecimal digits. */
type Hash = (text: string) => string

/** What names the numbers of a report: two that say the same have the same, wherever they are served. */
export const statusDigest = (report: Report, digest: Hash): string => statusTextDigest(toJsonText(toStatus(report, null)), digest)

/** The same of a status that no site stands in, as it is written. */
export const statusTextDigest = (text: string, digest: Hash): string => digest(text).slice(0, 32)

/** What an output is made of beside the report. */
export interface OutputContext {
  /** The hash of the site that the outputs stand in; null outside one. */
  readonly build: string | null
  readonly digest: Hash
  /** Of badges and card. */
  readonly words: Wording
  /** The address that the card leads to. */
  readonly page: string | null
}

/** Every output of a report. To add one: its view, and a row here. */
const OUTPUTS: readonly ((report: Report, served: OutputContext) => readonly Output[])[] = [
  (report, {build, digest}) => {
    const status = toStatus(report, build)
    return [
      {path: 'status.json', type: JSON_TYPE, body: toJsonText(status)},
      // Behind the status: who reads the new summary finds the new status.
      {path: 'summary.json', type: JSON_TYPE, body: toJsonText(toSummary(status, statusDigest(report, digest)))},
    ]
  },
  () => [{path: 'status.schema.json', type: 'application/schema+json; charset=utf-8', body: toJsonText(statusSchema)}],
  (report) => [{path: 'timeline.json', type: JSON_TYPE, body: toJsonText(axis(report))}],
  (report) => [{path: 'plan.ics', type: 'text/calendar; charset=utf-8', body: toIcs(report)}],
  (report, {words}) =>
    badges(report, words).flatMap((badge) => [
      {path: `badges/${badge.id}.svg`, type: 'image/svg+xml; charset=utf-8', body: toSvg(badge)},
      {path: `badges/${badge.id}.json`, type: JSON_TYPE, body: toJsonText(toEndpoint(badge))},
    ]),
  (report, {words, page}) => {
    const card = cardOf(report, words)
    return [
      {path: 'badges/card.svg', type: 'image/svg+xml; charset=utf-8', body: cardSvg(card)},
      // No page of the site: what goes through those, such as a search or a policy, looks for ".html".
      {path: 'badges/card.htm', type: 'text/html; charset=utf-8', body: cardHtml(card, page)},
    ]
  },
]

/** All files of a report, the same bytes for the same report. */
export function outputs(report: Report, served: Partial<OutputContext> & Pick<OutputContext, 'digest'>): readonly Output[] {
  const all: OutputContext = {build: null, words: ENGLISH, page: null, ...served}
  return OUTPUTS.flatMap((make) => make(report, all)).map((output) => ({...output, body: visible(output.body)}))
}
