import type {Output} from './model/output.ts'
import type {Report} from './model/report.ts'
import {toJsonText, visible} from './model/text.ts'
import {axis} from './view/timeline/axis.ts'
import {badges, toEndpoint, toSvg} from './view/files/badge.ts'
import {cardHtml, cardOf, cardSvg} from './view/files/card.ts'
import {toIcs} from './view/files/ics.ts'
import {statusSchema} from './view/files/schema.ts'
import {toStatus} from './view/files/status.ts'
import {ENGLISH, type Wording} from './view/words/words.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Every output of a report. To add one: its view, and a row here. */
const OUTPUTS: readonly ((report: Report, build: string | null, words: Wording, page: string | null) => readonly Output[])[] = [
  (report, build) => [{path: 'status.json', type: JSON_TYPE, body: toJsonText(toStatus(report, build))}],
  () => [{path: 'status.schema.json', type: 'application/schema+json; charset=utf-8', body: toJsonText(statusSchema)}],
  (report) => [{path: 'timeline.json', type: JSON_TYPE, body: toJsonText(axis(report))}],
  (report) => [{path: 'plan.ics', type: 'text/calendar; charset=utf-8', body: toIcs(report)}],
  (report, _, words) =>
    badges(report, words).flatMap((badge) => [
      {path: `badges/${badge.id}.svg`, type: 'image/svg+xml; charset=utf-8', body: toSvg(badge)},
      {path: `badges/${badge.id}.json`, type: JSON_TYPE, body: toJsonText(toEndpoint(badge))},
    ]),
  (report, _, words, page) => {
    const card = cardOf(report, words)
    return [
      {path: 'badges/card.svg', type: 'image/svg+xml; charset=utf-8', body: cardSvg(card)},
      // No page of the site: what goes through those, such as a search or a policy, looks for ".html".
      {path: 'badges/card.htm', type: 'text/html; charset=utf-8', body: cardHtml(card, page)},
    ]
  },
]

/** All files of a report, the same bytes for the same report. `build` is the hash of the site they stand in; null outside one. `words` are those of badges and card, `page` is the address that the card leads to. */
export function outputs(report: Report, build: string | null, words: Wording = ENGLISH, page: string | null = null): readonly Output[] {
  return OUTPUTS.flatMap((make) => make(report, build, words, page)).map((output) => ({...output, body: visible(output.body)}))
}
