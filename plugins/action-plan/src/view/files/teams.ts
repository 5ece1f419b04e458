import type {Digest} from './digest.ts'
import {escapeMarkdown} from './escape.ts'

interface TextBlock {
  readonly type: 'TextBlock'
  readonly text: string
  readonly wrap: true
  readonly size?: 'Large'
  readonly weight?: 'Bolder'
  readonly separator?: true
  readonly spacing?: 'Small'
}

/** What a workflow of Teams takes that "posts to a channel when a webhook request is received": one adaptive card. */
export interface TeamsMessage {
  readonly type: 'message'
  readonly attachments: readonly [
    {
      readonly contentType: 'application/vnd.microsoft.card.adaptive'
      readonly contentUrl: null
      readonly content: {
        readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
        readonly type: 'AdaptiveCard'
        readonly version: '1.4'
        readonly body: readonly TextBlock[]
      }
    },
  ]
}

/** Text of a card: Markdown is escaped, and no tag is left of which a mention could be made. */
const plain = (text: string): string => escapeMarkdown(text).replaceAll('<', '<\u200B')

/** The digest for Teams: text blocks know Markdown, so its texts are escaped; a mention needs an entity, and the card has none. */
export function teamsMessage({title, summary, parts}: Digest): TeamsMessage {
  const text = (line: string): TextBlock => ({type: 'TextBlock', text: plain(line), wrap: true, spacing: 'Small'})
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            {type: 'TextBlock', text: plain(title === '' ? 'Plan' : title), wrap: true, size: 'Large', weight: 'Bolder'},
            ...summary.map(text),
            ...parts.flatMap(({heading, lines}): readonly TextBlock[] => [
              {type: 'TextBlock', text: heading, wrap: true, weight: 'Bolder', separator: true},
              ...lines.map((line) => text(`• ${line}`)),
            ]),
          ],
        },
      },
    ],
  }
}
