import type {Digest} from './digest.ts'
import {firstPart} from '../../model/text.ts'

/** Texts are plain: Slack reads no mention, no link and no formatting in them. */
interface PlainText {
  readonly type: 'plain_text'
  readonly text: string
  readonly emoji: false
}

/** What an incoming webhook of Slack takes: https://docs.slack.dev/reference/block-kit/blocks. */
export interface SlackMessage {
  /** What a notification shows. */
  readonly text: string
  readonly blocks: readonly ({readonly type: 'header'; readonly text: PlainText} | {readonly type: 'section'; readonly text: PlainText})[]
  readonly unfurl_links: false
  readonly unfurl_media: false
}

/** Limits of Slack, in characters. */
const LONGEST_HEADER = 150
const LONGEST_SECTION = 3000

/** The digest for Slack. */
export function slackMessage({title, summary, parts}: Digest): SlackMessage {
  const section = (text: string): SlackMessage['blocks'][number] => ({type: 'section', text: plain(text, LONGEST_SECTION)})
  return {
    text: escapeMentions(summary[0] ?? title),
    blocks: [
      {type: 'header', text: plain(title === '' ? 'Plan' : title, LONGEST_HEADER)},
      section(summary.join('\n')),
      ...parts.map(({heading, lines}) => section([heading, ...lines.map((line) => `• ${line}`)].join('\n'))),
    ],
    unfurl_links: false,
    unfurl_media: false,
  }
}

const plain = (text: string, most: number): PlainText => ({
  type: 'plain_text',
  text: text.length <= most ? text : `${firstPart(text, most - 1)}…`,
  emoji: false,
})

/** The notification is formatted text: these three signs make mentions and links of it. */
const escapeMentions = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
