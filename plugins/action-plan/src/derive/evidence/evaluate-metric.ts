import type {Evidence, EvidenceFile} from '../../model/evidence-file.ts'
import {dateIn} from '../../model/date.ts'
import {commitOf, expiresOn, createdAt} from '../../model/measurement.ts'
import type {Place} from '../../model/place.ts'
import type {Problem} from '../../model/problem.ts'
import type {MetricState, Measurement} from '../../model/report.ts'
import type {Measure} from '../../model/settings.ts'
import type {Target} from '../../model/target.ts'
import {problem} from '../../rules/problem.ts'
import type {FactsOf, RuleId} from '../../rules/rules.ts'
import {measured, type Measured, type MeasureQuery} from './measure.ts'
import {holds, targetFor, targetText} from './targets.ts'

/** A verdict on one piece of evidence, with the problem that stands behind it. */
export interface Evaluation {
  readonly state: MetricState
  readonly because: string
  readonly evidence: Measurement | null
  readonly problem: Problem | null
}

/** The day and the zone that age is counted in. */
export interface Today {
  readonly statusDate: string
  readonly timeZone: string
}

export interface MetricQuery extends MeasureQuery {
  readonly path: string
  readonly targets: readonly Target[]
  /** The targets are in the unit of what is measured, as bounds of the settings are. */
  readonly inItsUnit: boolean
  readonly maxAge: number | null
  /** Where a problem is shown. */
  readonly place: Place
}

/** What a file shows. */
export function evaluateMetric(question: MetricQuery, evidence: Evidence | null, today: Today): Evaluation {
  const {path, targets, place} = question
  const target = targets.length === 0 ? null : targets.map(targetText).join(' and ')
  if (evidence === null)
    return {
      state: 'unknown',
      because: `evidence is configured (${path}) and was not read`,
      evidence: nothingShown(path, 'file', target),
      problem: null,
    }
  const evidenceFile = evidence.files.find((file) => file.path === path) ?? absent(path)
  const found = measured(evidenceFile, question, targets)
  const at = evidenceFile.state === 'read' ? createdAt(evidenceFile) : null
  const goodUntil = question.maxAge === null || at === null ? null : expiresOn(at, question.maxAge, today.timeZone)
  const shown: Measurement = {
    ...nothingShown(path, 'file', target),
    ...(found.kind === 'number' ? {value: found.shown, unit: found.unit} : {}),
    measure: question.measure,
    words: found.kind === 'nothing' ? null : found.words,
    line: evidenceFile.state === 'read' ? found.line : null,
    tool: evidenceFile.facts.kind === 'unreadable' ? null : evidenceFile.facts.tool,
    commit: commitOf(evidenceFile),
    at,
    goodUntil,
  }
  const unknown = (because: Problem): Evaluation => ({state: 'unknown', because: because.reason, evidence: shown, problem: because})
  if (found.kind === 'nothing') {
    const {state} = evidenceFile
    return unknown(problem(RULE_OF[state], place, {source: path, reason: found.reason, remedy: found.fix ?? FIX_OF[state]}))
  }
  if (question.maxAge !== null && evidenceFile.state === 'read') {
    if (goodUntil === null) return unknown(problem('evidence/too-old', place, {source: path, old: null}))
    if (goodUntil < today.statusDate) {
      const old = {made: dateIn(today.timeZone, at as string), days: question.maxAge}
      return unknown(problem('evidence/too-old', place, {source: path, old}))
    }
  }
  if (found.kind === 'answer')
    return {state: found.holds ? 'met' : 'unmet', because: `${path}: ${found.words}`, evidence: shown, problem: null}
  const unit = found.unit
  const own = question.inItsUnit ? targets.map((one) => (one.kind === 'bound' ? {...one, unit} : one)) : targets
  return numberJudged(found, own, shown, path, (mismatch) =>
    unknown(problem('evidence/no-target', place, {source: path, shown: found.words, mismatch})),
  )
}

function numberJudged(
  found: Extract<Measured, {kind: 'number'}>,
  targets: readonly Target[],
  shown: Measurement,
  path: string,
  unknown: (mismatch: FactsOf<'evidence/no-target'>['mismatch']) => Evaluation,
): Evaluation {
  const bounds = targets.map((target) => targetFor(target, found.of))
  if (bounds.length === 0 || bounds.includes(null)) return unknown(null)
  const results = bounds.map((bound) => {
    if (bound === null) return null
    // What is counted has no unit: "5 incidents" is five.
    const plain = found.of === 'count' && bound.unit !== '%' ? {...bound, unit: null} : bound
    return holds(found.value, found.unit, plain)
  })
  if (results.includes(null)) return unknown({target: shown.target ?? '', unit: found.unit})
  return {
    state: results.every((one) => one === true) ? 'met' : 'unmet',
    because: `${found.words}, target ${bounds.map((bound) => targetText(bound as Target)).join(' and ')} (${path})`,
    evidence: {...shown, target: bounds.map((bound) => targetText(bound as Target)).join(' and ')},
    problem: null,
  }
}

const RULE_OF = {
  read: 'evidence/unreadable',
  unreadable: 'evidence/unreadable',
  missing: 'evidence/missing',
  refused: 'evidence/outside',
} as const satisfies Readonly<Record<EvidenceFile['state'], RuleId>>
const FIX_OF: Readonly<Record<EvidenceFile['state'], string>> = {
  read: 'name another file, or say what to measure in it',
  unreadable: 'let the tool write it again',
  missing: 'run the tool that writes it, or correct the path',
  refused: 'name a file inside the project',
}

const absent = (path: string): EvidenceFile => ({
  path,
  state: 'missing',
  facts: {kind: 'unreadable', reason: 'there is no such file', fix: FIX_OF.missing, line: 1, column: 1},
  numbers: {},
  texts: {},
  commit: null,
  committedAt: null,
})

/** A source of which nothing is known yet. */
export function nothingShown(
  source: string,
  kind: Measurement['kind'],
  target: string | null,
  measure: Measure | null = null,
): Measurement {
  return {
    measure,
    value: null,
    unit: null,
    words: null,
    target,
    source,
    kind,
    line: null,
    tool: null,
    commit: null,
    at: null,
    goodUntil: null,
  }
}
