import {AdaptiveCard, SerializationContext, Version} from 'adaptivecards'

// What Slack and Teams take of a message. Neither has a schema that a machine can ask without an account: the limits are those of their documentation.

/** https://docs.slack.dev/reference/block-kit/blocks: blocks in a message, and characters of a header and of a section. */
const SLACK = {blocks: 50, header: 150, section: 3000} as const
/** https://docs.slack.dev/changelog/2018-truncating-really-long-messages: a message is cut behind so many characters. */
const SLACK_TEXT = 40_000
/** https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook: bytes of a message, as it is sent. */
const TEAMS_BYTES = 28 * 1024

interface SlackBlock {
  readonly type?: unknown
  readonly text?: {readonly type?: unknown; readonly text?: unknown}
}

/** What Slack would refuse, or read as a mention. */
export function slackFaults(body: string): readonly string[] {
  const {text, blocks} = JSON.parse(body) as {readonly text?: unknown; readonly blocks?: readonly SlackBlock[]}
  if (!Array.isArray(blocks)) return ['no blocks']
  const all = blocks.reduce((sum: number, {text: own}: SlackBlock) => sum + String(own?.text).length, 0)
  return [
    ...controlCharacters(body),
    ...(typeof text === 'string' && text !== '' && !/[<>]/.test(text) ? [] : [`text: unexpected ${JSON.stringify(text)?.slice(0, 80)}`]),
    ...(blocks.length <= SLACK.blocks ? [] : [`${blocks.length} blocks, of which Slack takes ${SLACK.blocks}`]),
    ...(all <= SLACK_TEXT ? [] : [`${all} characters`]),
    ...blocks.flatMap(({type, text: own}: SlackBlock) => {
      const most = type === 'header' ? SLACK.header : type === 'section' ? SLACK.section : 0
      const length = typeof own?.text === 'string' ? own.text.length : 0
      return own?.type === 'plain_text' && length >= 1 && length <= most ? [] : [`a ${String(type)} of ${length} characters`]
    }),
  ]
}

/** What Teams would refuse, or the library of its cards does not know. */
export function teamsFaults(body: string): readonly string[] {
  const {type, attachments} = JSON.parse(body) as {
    readonly type?: unknown
    readonly attachments?: readonly {
      readonly contentType?: unknown
      readonly content?: {readonly version?: string; readonly body?: readonly {readonly text?: string}[]}
    }[]
  }
  const content = attachments?.[0]?.content
  const [major = 0, minor = 0] = (content?.version ?? '').split('.').map(Number)
  const context = new SerializationContext(new Version(major, minor))
  const card = new AdaptiveCard()
  card.parse(content, context)
  const events = Array.from({length: context.eventCount}, (_, index) => context.getEventAt(index).message)
  return [
    ...controlCharacters(body),
    ...(type === 'message' && attachments?.length === 1 ? [] : ['no message with one card']),
    ...(attachments?.[0]?.contentType === 'application/vnd.microsoft.card.adaptive' ? [] : ['no adaptive card']),
    ...[...events, ...card.validateProperties().validationEvents.map(({message}) => message)],
    ...(Buffer.byteLength(body) <= TEAMS_BYTES ? [] : [`${Buffer.byteLength(body)} bytes, of which Teams takes ${TEAMS_BYTES}`]),
    ...(content?.body ?? []).flatMap(({text = ''}) => (/@[A-Za-z0-9_]|<at>/.test(text) ? [`a mention: ${text.slice(0, 60)}`] : [])),
  ]
}

const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

function textsWith(pattern: RegExp, what: string, body: string): readonly string[] {
  const found: string[] = []
  JSON.parse(body, (key, value: unknown) => {
    if (typeof value === 'string' && pattern.test(value)) found.push(`${key}: ${what}: ${JSON.stringify(value.slice(-80))}`)
    return value
  })
  return found
}

/** JSON may name half a character, which many readers refuse. */
export const halfCharacters = (body: string): readonly string[] => textsWith(HALF, 'half a character', body)

/** What steers a terminal or turns text around is no text. */
const controlCharacters = (body: string): readonly string[] => textsWith(CONTROL, 'a control character', body)
