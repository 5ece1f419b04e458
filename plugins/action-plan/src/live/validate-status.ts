import {DAY} from '../model/date.ts'
import {HEALTHS} from '../model/health.ts'
import {MARKS} from '../model/mark.ts'
import {SEVERITIES} from '../model/problem.ts'
import {BASELINE_STATES, METRIC_STATES} from '../model/report.ts'
import type {Status} from '../model/status.ts'

/** What a value must be: a kind, one of some words, a list, an object with these keys; `null` where it may be absent. */
type Shape = 'number' | 'string' | 'boolean' | Words | List | Keys | Maybe
interface Words {
  readonly words: readonly string[]
}
interface List {
  readonly list: Shape
}
interface Maybe {
  readonly maybe: Shape
}
interface Keys {
  readonly keys: Readonly<Record<string, Shape>>
}
const maybe = (shape: Shape): Maybe => ({maybe: shape})
const list = (shape: Shape): List => ({list: shape})
const keys = (shapes: Readonly<Record<string, Shape>>): Keys => ({keys: shapes})
/** The same shape for several keys; one with a question mark may be null. */
const each = (names: string, shape: Shape): Record<string, Shape> =>
  Object.fromEntries(names.split(' ').map((name) => (name.endsWith('?') ? [name.slice(0, -1), {maybe: shape}] : [name, shape])))

/** A code with its facts. */
const CAUSE = keys({code: 'string', facts: keys({})})
const VERDICT = {health: {words: HEALTHS}, because: 'string', cause: CAUSE} as const
const COUNTS = each('tasks done percent?', 'number')

/** When something was planned at the baseline. */
const PLANNED = maybe(
  keys({...each('id start? finish? doubt?', 'string'), ...each('earlyStart? earlyFinish? variance?', 'number'), cause: maybe(CAUSE)}),
)

const ITEM = keys({
  ...VERDICT,
  ...each('id title label number? priority? issue? start? finish? due? addedOn? riskFrom? anchor?', 'string'),
  ...each('tasksTotal done line evidenced percent? lateDays? earlyStart? earlyFinish? totalFloat?', 'number'),
  evidence: maybe(keys({state: {words: METRIC_STATES}, because: 'string', cause: CAUSE})),
  critical: 'boolean',
  duration: maybe(keys({text: 'string', days: 'number'})),
  phase: maybe(keys({id: 'string', because: 'string', cause: CAUSE})),
  ...each('owners dependsOn', list('string')),
  baseline: PLANNED,
  tasks: list(keys({text: 'string', mark: {words: MARKS}, ...each('line column', 'number')})),
})

/** What pages read of `status.json`. */
export const STATUS: Keys = keys({
  ...each('statusDate timeZone title', 'string'),
  source: keys({...each('path commit? committedAt? changedAt?', 'string'), dirty: 'boolean'}),
  site: keys(each('build?', 'string')),
  totals: keys({
    ...VERDICT,
    ...COUNTS,
    ...each('items itemsDone dropped', 'number'),
    effort: keys(each('days doneDays percent?', 'number')),
  }),
  priorities: list(
    keys({
      ...VERDICT,
      ...COUNTS,
      ...each('title description id? deadline? deadlineDate?', 'string'),
      ...each('items itemsDone deadlineDays?', 'number'),
    }),
  ),
  sections: list(
    keys({
      ...VERDICT,
      ...COUNTS,
      ...each('id title label number? priority? anchor?', 'string'),
      ...each('line evidenced', 'number'),
      items: list(ITEM),
    }),
  ),
  phases: list(
    keys({
      ...VERDICT,
      ...each('id title start? finish?', 'string'),
      ...each('effortDays workingDays? peopleNeeded?', 'number'),
      window: maybe(keys(each('from to', 'number'))),
      items: list('string'),
      baseline: PLANNED,
    }),
  ),
  metrics: list(
    keys({
      ...each('text because', 'string'),
      cause: CAUSE,
      state: {words: METRIC_STATES},
      evidence: maybe(
        keys({
          ...each('source kind unit? target? tool? commit? at? goodUntil?', 'string'),
          ...each('value? line?', 'number'),
          goal: maybe(CAUSE),
        }),
      ),
    }),
  ),
  reviews: list(keys(each('text next?', 'string'))),
  baseline: maybe(
    keys({
      state: {words: BASELINE_STATES},
      ...each('revision reason? mend? commit? committedAt? note? finish?', 'string'),
      ...each('earlyFinish? variance? tasks? effortDays?', 'number'),
      cause: maybe(CAUSE),
      removed: list(keys({...each('id title number?', 'string'), tasks: 'number'})),
    }),
  ),
  nextSteps: list(keys({text: 'string'})),
  problems: list(keys({...each('rule reason fix', 'string'), severity: {words: SEVERITIES}, ...each('line column', 'number')})),
})

/** The first place where a value is not of a shape, with what was found and expected; null when there is none. */
function fault(value: unknown, shape: Shape, at: string): string | null {
  if (typeof shape === 'string') {
    const right =
      shape === 'number'
        ? Number.isFinite(value) && ((value as number) >= 0 || /(?:totalFloat|variance|evidence\.value)$/.test(at))
        : typeof value === shape
    return right ? null : unexpected(value, at, `a ${shape}`)
  }
  if ('maybe' in shape) return value === null ? null : fault(value, shape.maybe, at)
  if ('words' in shape) return shape.words.includes(value as string) ? null : unexpected(value, at, shape.words.join(' or '))
  const isList = 'list' in shape
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== isList)
    return unexpected(value, at, isList ? 'a list' : 'an object')
  for (const key of Object.keys(isList ? value : shape.keys)) {
    const place = isList ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`
    const found = fault((value as Record<string, unknown>)[key], isList ? shape.list : (shape.keys[key] as Shape), place)
    if (found !== null) return found
  }
  return null
}

function unexpected(value: unknown, at: string, expected: string): string {
  const found = value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value))
  return `${at === '' ? 'status.json' : at}: unexpected ${found.length > 40 ? `${found.slice(0, 40)}…` : found}, expected ${expected}`
}

/** A status that a page may show, or why not. Wrong counts are worse than old ones: what does not add up is refused. */
export function validateStatus(value: unknown, now: number): {readonly status: Status} | {readonly reason: string} {
  const version = (value as {schemaVersion?: unknown} | null)?.schemaVersion
  if (version !== 1) return {reason: unexpected(version, 'schemaVersion', '1')}
  const wrong = fault(value, STATUS, '')
  if (wrong !== null) return {reason: wrong}
  const status = value as Status
  const items = status.sections.flatMap((section) => section.items.map((item) => ({...item, tasks: item.tasksTotal})))
  for (const {id, done, tasks} of [{id: 'totals', ...status.totals}, ...status.sections, ...status.priorities, ...items])
    if (done > tasks) return {reason: `${id ?? 'no priority'}: unexpected ${done} of ${tasks} tasks done, expected no more than there are`}
  for (const key of ['done', 'tasks'] as const) {
    const sum = status.sections.reduce((all, section) => all + section[key], 0)
    if (sum !== status.totals[key])
      return {reason: `totals.${key}: unexpected ${status.totals[key]}, expected the sum of the sections, ${sum}`}
  }
  // A day of grace for time zones and clocks that are a little off.
  for (const [key, time] of [
    ['source.committedAt', status.source.committedAt],
    ['statusDate', status.statusDate],
  ] as const)
    if (time !== null && !(Date.parse(time) <= now + 2 * DAY))
      return {reason: `${key}: unexpected "${time}", expected a time that is not in the future of this clock`}
  return {status}
}
