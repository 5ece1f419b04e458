import {readdirSync, readFileSync} from 'node:fs'
import {received} from '../../plugins/action-plan/src/live/received.ts'
import {statusOn} from '../../plugins/action-plan/src/live/status.ts'
import {replaceEqualDeep} from '../../plugins/action-plan/src/live/structural-sharing.ts'
import {summaryOf} from '../../plugins/action-plan/src/live/summary.ts'
import {validateStatus} from '../../plugins/action-plan/src/live/validate-status.ts'
import {addDays} from '../../plugins/action-plan/src/model/date.ts'
import {AS_BUILT} from '../../plugins/action-plan/src/model/live.ts'
import type {Status} from '../../plugins/action-plan/src/model/status.ts'
import {report} from '../../plugins/action-plan/src/report.ts'
import {toStatus} from '../../plugins/action-plan/src/view/files/status.ts'
import {causeText} from '../../plugins/action-plan/src/view/words/cause.ts'
import {endSentence} from '../../plugins/action-plan/src/view/words/forecast.ts'
import {healthText} from '../../plugins/action-plan/src/view/words/health.ts'
import {verdictText} from '../../plugins/action-plan/src/view/words/verdict.ts'
import {wordsIn} from '../../plugins/action-plan/src/view/words/words.ts'
import {recounted} from './answers.ts'
import type {Tried} from './moments.ts'
import {oneOf, randomFrom} from './random.ts'
import {changedReport} from './reports.ts'

const FIXTURES = new URL('../../plugins/action-plan/src/fixtures/', import.meta.url)
const NOW = Date.parse('2026-11-25T12:00:00Z')
const WORDS = wordsIn((_, english) => english)

/** The status files of small plans of every kind. */
function statusFiles(): readonly string[] {
  const source = {path: 'plan.md', commit: 'a1b2c3d', committedAt: '2026-11-24T12:00:00Z', changedAt: null, dirty: false}
  return readdirSync(FIXTURES, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('plan.md'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, FIXTURES), 'utf8')
      return JSON.stringify(toStatus(report({text, source, baseline: null, now: source.committedAt, today: null, evidence: null}), 'm.1'))
    })
    .filter(({length}) => length < 30_000)
}

const VALUES = [null, true, -1, 0.5, 1e300, 7, '', 'soon', '2026-02-30', '9999-12-31', [], {}, [[]], {code: 'open', facts: {}}] as const

/** A status of which a value, found by chance, is another, is gone, or stands twice. */
function changedStatus(texts: readonly string[], random: () => number): string {
  const status = JSON.parse(oneOf(random, texts)) as unknown
  for (let left = 1 + Math.floor(random() * 2); left > 0; left--) {
    let [at, key] = [status, 'totals'] as [Record<string, unknown>, string]
    for (let inner: unknown = status; typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0; inner = at[key]) {
      at = inner as Record<string, unknown>
      key = oneOf(random, Object.keys(inner))
      if (random() < 0.1) break
    }
    if (random() < 0.2) Reflect.deleteProperty(at, key)
    else if (Array.isArray(at) && random() < 0.5) at.push(structuredClone(at[Number(key)]))
    else at[key] = typeof at[key] === 'number' && random() < 0.5 ? Number(at[key]) + 1 : structuredClone(oneOf(random, VALUES))
  }
  return JSON.stringify(status)
}

/** What is wrong with what a page makes of a text; null when it refuses it, or shows right numbers. */
function faultOf(text: string): string | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const found = validateStatus(value, NOW)
  if (!('status' in found)) return found.reason.length < 400 ? null : 'a reason that nobody reads to its end'
  const {status} = found
  const counts = ({totals, sections}: Status): string =>
    JSON.stringify([
      totals.done,
      totals.tasks,
      totals.percent,
      totals.items,
      sections.map(({id, done, tasks, percent}) => [id, done, tasks, percent]),
    ])
  if (counts(status) !== counts(recounted(structuredClone(status)))) return `wrong counts: ${counts(status)}`
  const before = summaryOf(status)
  received(status, before, AS_BUILT, {path: before.source.path, scripts: []})
  for (const day of [status.statusDate, addDays(status.statusDate, 40)]) {
    const shown = replaceEqualDeep(status, statusOn(status, day) as Status)
    const said = [
      ...[shown.totals, ...shown.sections, ...shown.priorities, ...shown.phases].map(({cause}) => healthText(WORDS, cause)),
      ...shown.metrics.map(({cause}) => causeText(WORDS, cause)),
      endSentence(WORDS, shown.end, shown.forecast, day),
      verdictText(WORDS, shown),
    ].join('\n')
    const nonsense = /NaN|undefined|\[object|Invalid Date/.exec(said)
    if (nonsense !== null) return `the words have "${nonsense[0]}"`
  }
  return null
}

/** Changes status files and reads each as an open page does. */
export function fuzzStatus(inputs: number, seed: number): Tried {
  const [random, texts] = [randomFrom(seed), statusFiles()]
  const wrong: string[] = []
  for (let input = 0; input < inputs; input++) {
    const text = (random() < 0.2 ? changedReport : changedStatus)(texts, random)
    let fault: string | null
    try {
      fault = faultOf(text)
    } catch (error) {
      fault = `threw ${String(error instanceof Error ? error.stack : error)}`
    }
    if (fault !== null) wrong.push(`seed ${seed}, input ${input}: ${fault.slice(0, 600)}`)
  }
  if (({} as {polluted?: unknown}).polluted !== undefined) wrong.push('a file changed the prototype of all objects')
  return {runs: inputs, wrong}
}
