import type {EvidenceCause, Goal} from '../../model/cause.ts'
import type {Evidence, EvidenceFile} from '../../model/evidence-file.ts'
import {dateIn} from '../../model/date.ts'
import {commitOf, expiresOn, createdAt} from '../../model/measurement.ts'
import type {Place} from '../../model/place.ts'
import {problem, type Problem} from '../../model/problem.ts'
import type {MetricState, Measurement} from '../../model/report.ts'
import type {RuleId} from '../../model/rules.ts'
import type {Measure} from '../../model/settings.ts'
import type {Target} from '../../model/target.ts'
import {measured, type Measured, type MeasureQuery} from './measure.ts'
import {holds, targetFor} from './targets.ts'

/** Puts a cause into words, for the text of a problem: the edge knows how. */
export type Explain = (cause: EvidenceCause) => string

/** A verdict on one piece of evidence. */
export interface Evaluation {
  readonly state: MetricState
  readonly cause: EvidenceCause
  readonly evidence: Measurement | null
  /** What the plan's author should know: the rule that the cause breaks, where, and how it is fixed; null when there is nothing. */
  readonly fault: {readonly rule: RuleId; readonly place: Place; readonly expected?: string; readonly fix: string} | null
}

/** The problem that stands behind a verdict; null when there is none. */
export function problemOf({cause, fault}: Evaluation, explain: Explain): Problem | null {
  if (fault === null) return null
  const {rule, place, expected, fix} = fault
  return problem(rule, place, `${explain(cause)}${expected === undefined ? '' : `, expected ${expected}`}`, fix)
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
  const goal: Goal | null = targets.length === 0 ? null : {code: 'targets', facts: {targets}}
  if (evidence === null)
    return {state: 'unknown', cause: {code: 'not-read', facts: {path}}, evidence: nothingShown(path, 'file', goal), fault: null}
  const evidenceFile = evidence.files.find((file) => file.path === path) ?? absent(path)
  const found = measured(evidenceFile, question, targets)
  const at = evidenceFile.state === 'read' ? createdAt(evidenceFile) : null
  const goodUntil = question.maxAge === null || at === null ? null : expiresOn(at, question.maxAge, today.timeZone)
  const shown: Measurement = {
    ...nothingShown(path, 'file', goal),
    ...(found.kind === 'number' ? {value: found.rounded, unit: found.unit} : {}),
    measure: question.measure,
    shown: found.kind === 'nothing' ? null : found.shown,
    line: evidenceFile.state === 'read' ? found.line : null,
    tool: evidenceFile.facts.kind === 'unreadable' ? null : evidenceFile.facts.tool,
    commit: commitOf(evidenceFile),
    at,
    goodUntil,
  }
  const unknown = (rule: RuleId, cause: EvidenceCause, fix: string): Evaluation => ({
    state: 'unknown',
    cause,
    evidence: shown,
    fault: {rule, place, fix},
  })
  if (found.kind === 'nothing')
    return unknown(
      RULE_OF[evidenceFile.state],
      {code: 'nothing-shown', facts: {path, why: found.why}},
      found.fix ?? FIX_OF[evidenceFile.state],
    )
  if (question.maxAge !== null && evidenceFile.state === 'read') {
    if (goodUntil === null)
      return unknown(
        'evidence/too-old',
        {code: 'age-unknown', facts: {path}},
        'commit the report, or let its tool write the time; or take maxAge away',
      )
    if (goodUntil < today.statusDate)
      return unknown(
        'evidence/too-old',
        {code: 'too-old', facts: {path, madeOn: dateIn(today.timeZone, at as string), maxAge: question.maxAge}},
        'run the tool again, or allow more days (maxAge)',
      )
  }
  if (found.kind === 'answer')
    return {
      state: found.holds ? 'met' : 'unmet',
      cause: {code: 'shows', facts: {path, shown: found.shown}},
      evidence: shown,
      fault: null,
    }
  const unit = found.unit
  const own = question.inItsUnit ? targets.map((one) => (one.kind === 'bound' ? {...one, unit} : one)) : targets
  return numberJudged(found, own, shown, unknown, path)
}

function numberJudged(
  found: Extract<Measured, {kind: 'number'}>,
  targets: readonly Target[],
  evidence: Measurement,
  unknown: (rule: RuleId, cause: EvidenceCause, fix: string) => Evaluation,
  path: string,
): Evaluation {
  const {shown, unit} = found
  const bounds = targets.map((target) => targetFor(target, found.of))
  if (bounds.length === 0 || bounds.includes(null))
    return unknown(
      'evidence/no-target',
      {code: 'no-target', facts: {path, shown}},
      'write the target into the text ("at least 80 %"), or as atLeast or atMost in the settings',
    )
  const results = bounds.map((bound) => {
    if (bound === null) return null
    // What is counted has no unit: "5 incidents" is five.
    const plain = found.of === 'count' && bound.unit !== '%' ? {...bound, unit: null} : bound
    return holds(found.value, unit, plain)
  })
  if (results.includes(null))
    return unknown(
      'evidence/no-target',
      {code: 'other-unit', facts: {path, shown, targets: evidence.goal?.code === 'targets' ? evidence.goal.facts.targets : [], unit}},
      'say the unit of the number in the settings (unit: ms), or give atLeast or atMost there, which are in that unit',
    )
  const reached = bounds as readonly Target[]
  return {
    state: results.every((one) => one === true) ? 'met' : 'unmet',
    cause: {code: 'measured', facts: {path, shown, targets: reached}},
    evidence: {...evidence, goal: {code: 'targets', facts: {targets: reached}}},
    fault: null,
  }
}

const RULE_OF: Readonly<Record<EvidenceFile['state'], RuleId>> = {
  read: 'evidence/unreadable',
  unreadable: 'evidence/unreadable',
  missing: 'evidence/missing',
  refused: 'evidence/outside',
}
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
export function nothingShown(source: string, kind: Measurement['kind'], goal: Goal | null, measure: Measure | null = null): Measurement {
  return {
    measure,
    value: null,
    unit: null,
    shown: null,
    goal,
    source,
    kind,
    line: null,
    tool: null,
    commit: null,
    at: null,
    goodUntil: null,
  }
}
