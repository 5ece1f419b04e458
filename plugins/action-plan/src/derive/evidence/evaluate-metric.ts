import type {EvidenceCause, Goal, NoMeasurement, ShownEvidence} from '../../model/cause.ts'
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
import {holds, targetFor} from './targets.ts'

/** Puts causes into English, for the messages of problems: the edge knows how. */
export interface Explain {
  evidence(cause: EvidenceCause): string
  nothing(why: NoMeasurement): string
  shown(shown: ShownEvidence): string
  targets(targets: readonly Target[]): string
}

/** A verdict on one piece of evidence, with the problem that stands behind it. */
export interface Evaluation {
  readonly state: MetricState
  readonly cause: EvidenceCause
  readonly evidence: Measurement | null
  readonly problem: Problem | null
}

/** The day and the zone that age is counted in, and how causes are put into words. */
export interface Today {
  readonly statusDate: string
  readonly timeZone: string
  readonly explain: Explain
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
    return {state: 'unknown', cause: {code: 'not-read', facts: {path}}, evidence: nothingShown(path, 'file', goal), problem: null}
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
  const unknown = (cause: EvidenceCause, found: Problem): Evaluation => ({state: 'unknown', cause, evidence: shown, problem: found})
  if (found.kind === 'nothing') {
    const {state} = evidenceFile
    const reason = today.explain.nothing(found.why)
    return unknown(
      {code: 'nothing-shown', facts: {path, why: found.why}},
      problem(RULE_OF[state], place, {source: path, reason, remedy: found.fix ?? FIX_OF[state]}),
    )
  }
  if (question.maxAge !== null && evidenceFile.state === 'read') {
    if (goodUntil === null)
      return unknown({code: 'age-unknown', facts: {path}}, problem('evidence/too-old', place, {source: path, old: null}))
    if (goodUntil < today.statusDate) {
      const [madeOn, maxAge] = [dateIn(today.timeZone, at as string), question.maxAge]
      return unknown(
        {code: 'too-old', facts: {path, madeOn, maxAge}},
        problem('evidence/too-old', place, {source: path, old: {made: madeOn, days: maxAge}}),
      )
    }
  }
  if (found.kind === 'answer')
    return {
      state: found.holds ? 'met' : 'unmet',
      cause: {code: 'shows', facts: {path, shown: found.shown}},
      evidence: shown,
      problem: null,
    }
  const unit = found.unit
  const own = question.inItsUnit ? targets.map((one) => (one.kind === 'bound' ? {...one, unit} : one)) : targets
  return numberJudged(found, own, shown, path, today.explain, (cause, mismatch) =>
    unknown(cause, problem('evidence/no-target', place, {source: path, shown: today.explain.shown(found.shown), mismatch})),
  )
}

function numberJudged(
  found: Extract<Measured, {kind: 'number'}>,
  targets: readonly Target[],
  evidence: Measurement,
  path: string,
  explain: Explain,
  unknown: (cause: EvidenceCause, mismatch: FactsOf<'evidence/no-target'>['mismatch']) => Evaluation,
): Evaluation {
  const {shown, unit} = found
  const bounds = targets.map((target) => targetFor(target, found.of))
  if (bounds.length === 0 || bounds.includes(null)) return unknown({code: 'no-target', facts: {path, shown}}, null)
  const results = bounds.map((bound) => {
    if (bound === null) return null
    // What is counted has no unit: "5 incidents" is five.
    const plain = found.of === 'count' && bound.unit !== '%' ? {...bound, unit: null} : bound
    return holds(found.value, unit, plain)
  })
  if (results.includes(null)) {
    const stated = evidence.goal?.code === 'targets' ? evidence.goal.facts.targets : []
    return unknown({code: 'other-unit', facts: {path, shown, targets: stated, unit}}, {target: explain.targets(stated), unit})
  }
  const reached = bounds as readonly Target[]
  return {
    state: results.every((one) => one === true) ? 'met' : 'unmet',
    cause: {code: 'measured', facts: {path, shown, targets: reached}},
    evidence: {...evidence, goal: {code: 'targets', facts: {targets: reached}}},
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
