import type {Place} from '../model/place.ts'
import type {Period} from '../model/plan.ts'
import type {Context} from './context.ts'
import {readPeriod} from './period.ts'
import {takePriority, type PriorityScale} from './priority.ts'
import {readRole, type Role} from './role.ts'

/** What a heading says: its number, its words, its priority, its part in the plan. */
export interface HeadingText {
  readonly number: string | null
  readonly title: string
  readonly priority: string | null
  readonly role: Role | null
  readonly period: Period | null
}

const NUMBER =
  /^(?:(?:task|item|action|step|section)\s+)?(\d{1,6}(?:\.\d{1,6})+)[.):]?(?:\s*[-–—:])?\s+(?=\S)|^(?:(?:task|item|action|step|section)\s+)?(\d{1,6})[.):]\s+(?=\S)/i
const STATUS = /\s*(?:[([](?:completed?|done|fixed|resolved|in progress|ongoing|pending|todo|blocked|wip)[)\]]|[✅✓✔☑]️?)\s*$/iu

export function readHeading(raw: string, place: Place, scale: PriorityScale, context: Context): HeadingText {
  const text = context.plain(raw).replace(/^\[[ xX]\]\s+/, '')
  const numbered = NUMBER.exec(text)
  const words = text.slice(numbered?.[0].length ?? 0).replace(STATUS, '')
  const role = readRole(words)
  const period = numbered === null ? readPeriod(words) : null
  // The heading of a phase keeps its words; its priorities say which items it takes, not how urgent it is.
  if (role !== null || period !== null) return {number: null, title: text.replace(STATUS, ''), priority: null, role, period}
  const {id, rest} = takePriority(words, place, scale, context)
  return {number: numbered?.[1] ?? numbered?.[2] ?? null, title: rest === '' ? words : rest, priority: id, role, period}
}
