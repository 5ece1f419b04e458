import type {Place} from '../../model/place.ts'
import type {Period} from '../../model/plan.ts'
import {collect, type Context} from '../context.ts'
import {readPeriod} from '../values/period.ts'
import {takePriority, type PriorityScale} from '../values/priority.ts'
import {readHeadingKind, type HeadingKind} from './heading-kind.ts'

/** What a heading says: its number, its words, its priority, its part in the plan. */
export interface HeadingText {
  readonly number: string | null
  readonly title: string
  readonly priority: string | null
  readonly role: HeadingKind | null
  readonly period: Period | null
  /** How it reads as work, when it holds some although its words name a part or a period. */
  readonly work: {readonly number: string | null; readonly title: string; readonly priority: string | null} | null
}

const NUMBER =
  /^(?:(?:task|item|action|step|section)\s+)?(\d{1,6}(?:\.\d{1,6})+)[.):]?(?:\s*[-–—:])?\s+(?=\S)|^(?:(?:task|item|action|step|section)\s+)?(\d{1,6})[.):]\s+(?=\S)/i
const STATUS = /(?<!\s)\s*(?:[([](?:completed?|done|fixed|resolved|in progress|ongoing|pending|todo|blocked|wip)[)\]]|[✅✓✔☑]️?)\s*$/iu

export function readHeading(raw: string, place: Place, scale: PriorityScale, context: Context): HeadingText {
  const text = context.plain(raw).replace(/^\[[ xX]\]\s+/, '')
  const numbered = NUMBER.exec(text)
  const words = text.slice(numbered?.[0].length ?? 0).replace(STATUS, '')
  const role = readHeadingKind(words)
  const period = numbered === null ? readPeriod(words) : null
  const quiet = role === null && period === null ? context : {...context, report: () => undefined}
  const {id, rest} = collect(takePriority(words, place, scale), quiet)
  const work = {number: numbered?.[1] ?? numbered?.[2] ?? null, title: rest === '' ? words : rest, priority: id}
  // The heading of a phase keeps its words; its priorities say which items it takes, not how urgent it is.
  return role === null && period === null
    ? {...work, role, period, work: null}
    : {number: null, title: text.replace(STATUS, ''), priority: null, role, period, work}
}
