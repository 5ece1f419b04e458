import type {NoMeasurement, ShownEvidence} from '../../model/cause.ts'
import {
  FINDING_LEVELS,
  type Covered,
  type CoverageFacts,
  type EvidenceKind,
  type FindingLevel,
  type TestFacts,
} from '../../model/tool-report.ts'
import type {EvidenceFile} from '../../model/evidence-file.ts'
import {shareOf, sumOf} from '../../model/measurement.ts'
import type {Place} from '../../model/place.ts'
import type {Measure} from '../../model/settings.ts'
import type {Target} from '../../model/target.ts'
import {inUnit} from '../../model/unit.ts'
import type {NumberKind} from './targets.ts'

/** What is asked of an evidence file; null for what nobody said. */
export interface MeasureQuery {
  readonly measure: Measure | null
  readonly at: string | null
  readonly unit: string | null
  readonly contains: string | null
  readonly level: FindingLevel | null
  /** A folder of a coverage report, a name among tests, a rule among findings. */
  readonly part: string | null
}

/** What an evidence file says: a number, an answer of yes or no, or nothing and why. */
export type Measured = Place &
  (
    | {
        readonly kind: 'number'
        readonly of: NumberKind
        /** What is compared. */
        readonly value: number
        /** What is handed on. */
        readonly rounded: number
        readonly unit: string | null
        readonly shown: ShownEvidence
      }
    | {readonly kind: 'answer'; readonly holds: boolean; readonly shown: ShownEvidence}
    | {readonly kind: 'nothing'; readonly why: NoMeasurement; readonly fix: string | null}
  )

const START: Place = {line: 1, column: 1}
const nothing = (why: NoMeasurement, place: Place = START, fix: string | null = null): Measured => ({
  kind: 'nothing',
  why,
  fix,
  line: place.line,
  column: place.column,
})

/** What is measured when nobody says: by the kind of the report, and by the target when a test result has two readings. */
function usual(kind: EvidenceKind, {at, contains}: MeasureQuery, targets: readonly Target[]): Measure | null {
  if (contains !== null) return 'contains'
  if (kind === 'coverage') return 'lines'
  if (kind === 'tests') return targets.some((one) => one.kind === 'bound' && one.unit === '%') ? 'passed' : 'failures'
  if (kind === 'findings') return 'findings'
  return kind === 'json' && at !== null ? 'number' : null
}

/** Which kinds of report a measure is for. */
const KINDS: Readonly<Partial<Record<Measure, EvidenceKind>>> = {
  lines: 'coverage',
  branches: 'coverage',
  passed: 'tests',
  failures: 'tests',
  findings: 'findings',
}

/** Measures an evidence file. Nothing is guessed: what it does not say is nothing, with the reason. */
export function measured(evidenceFile: EvidenceFile, wanted: MeasureQuery, targets: readonly Target[]): Measured {
  const {facts, state} = evidenceFile
  if (wanted.measure === 'exists' && state !== 'refused' && state !== 'unreadable')
    return {...START, kind: 'answer', holds: state === 'read', shown: {code: state === 'read' ? 'file-exists' : 'file-missing', facts: {}}}
  const measure = wanted.measure ?? usual(facts.kind, wanted, targets)
  if (measure === 'contains' && wanted.contains !== null && state === 'read') return contained(evidenceFile, wanted.contains)
  if (facts.kind === 'unreadable') return nothing({code: 'unreadable', facts: {reason: facts.reason}}, facts, facts.fix)
  if (measure === null) return nothing({code: 'no-measure', facts: {found: facts.kind}})
  const expected = KINDS[measure]
  if (expected !== undefined && expected !== facts.kind) return nothing({code: 'other-kind', facts: {found: facts.kind, expected, measure}})
  switch (facts.kind) {
    case 'coverage':
      return coverage(facts, measure, wanted.part, limitsIn('%', targets))
    case 'tests':
      return tests(facts, measure, wanted.part, limitsIn('%', targets))
    case 'findings':
      return findings(facts.findings, wanted)
    case 'json':
    case 'text':
      return number(evidenceFile, wanted, limitsIn(wanted.unit, targets))
  }
}

/** The values of targets in a unit: what is shown of a number must stand on the same side of each. One without a unit is in that of what is measured. */
function limitsIn(unit: string | null, targets: readonly Target[]): readonly number[] {
  return targets.flatMap((one) => (one.kind === 'bound' ? (inUnit(one.value, one.unit ?? unit, unit) ?? []) : []))
}

function contained({texts}: EvidenceFile, text: string): Measured {
  const place = Object.hasOwn(texts, text) ? (texts[text] ?? null) : null
  return {
    ...(place ?? START),
    kind: 'answer',
    holds: place !== null,
    shown: place === null ? {code: 'contains-not', facts: {text}} : {code: 'contains', facts: {text, line: place.line}},
  }
}

/** What a share is of. */
interface Part {
  readonly of: 'lines' | 'branches'
  /** A folder; null for all files. */
  readonly part: string | null
}

/** A share is compared as it is, and shown as `shareOf` rounds it. */
function share({covered, total}: Covered, what: Part, limits: readonly number[]): Measured {
  if (total === 0) return nothing({code: 'nothing-measured', facts: what})
  if (covered > total) return nothing({code: 'more-than-all', facts: {...what, covered, total}})
  const value = (100 * covered) / total
  const rounded = shareOf(value, limits)
  return {
    ...START,
    kind: 'number',
    of: 'share',
    value,
    rounded,
    unit: '%',
    shown: {code: 'share', facts: {share: rounded, ...what, covered, total}},
  }
}

function coverage({lines, branches, files}: CoverageFacts, measure: Measure, part: string | null, limits: readonly number[]): Measured {
  const own = part === null ? null : files.filter(({path}) => inFolder(path, part))
  if (own?.length === 0) return nothing({code: 'no-file-in', facts: {part: part ?? ''}})
  if (measure === 'lines') return share(own === null ? lines : sumOf(own.map((file) => file.lines)), {of: 'lines', part}, limits)
  const counts =
    own === null ? branches : own.some((file) => file.branches === null) ? null : sumOf(own.map((file) => file.branches as Covered))
  return counts === null ? nothing({code: 'no-branches', facts: {}}) : share(counts, {of: 'branches', part}, limits)
}

/** True for a file, and for all below a folder. */
function inFolder(path: string, part: string): boolean {
  const folder = part.replace(/(?<!\/)\/+$/, '')
  return path === folder || path.startsWith(`${folder}/`) || path.includes(`/${folder}/`) || path.endsWith(`/${folder}`)
}

function tests(facts: TestFacts, measure: Measure, part: string | null, limits: readonly number[]): Measured {
  const own =
    part === null ? null : facts.cases.filter(({suite, name}) => `${suite} ${name}`.includes(part) || `${suite}::${name}`.includes(part))
  if (own?.length === 0) return nothing({code: 'no-test-named', facts: {part: part ?? ''}})
  const count = (state: 'passed' | 'failed' | 'errored' | 'skipped'): number =>
    own === null ? facts[state] : own.filter((one) => one.state === state).length
  const [passed, bad, skipped] = [count('passed'), count('failed') + count('errored'), count('skipped')]
  const ran = passed + bad
  if (ran === 0) return nothing(skipped === 0 ? {code: 'no-test-ran', facts: {}} : {code: 'all-tests-skipped', facts: {skipped}})
  const first = (own ?? facts.cases).find(({state}) => state === 'failed' || state === 'errored') ?? START
  const place = {line: first.line, column: first.column}
  if (measure === 'passed') {
    const value = (100 * passed) / ran
    const rounded = shareOf(value, limits)
    const shown: ShownEvidence = {code: 'passed', facts: {share: rounded, passed, ran, skipped}}
    return {...place, kind: 'number', of: 'share', value, rounded, unit: '%', shown}
  }
  const shown: ShownEvidence = {code: 'failures', facts: {failed: bad, ran, skipped}}
  return {...place, kind: 'number', of: 'count', value: bad, rounded: bad, unit: null, shown}
}

function findings(all: readonly (Place & {readonly level: FindingLevel; readonly rule: string})[], {level, part}: MeasureQuery): Measured {
  const floor = level === null ? FINDING_LEVELS.length : FINDING_LEVELS.indexOf(level)
  // A finding of unknown level may be of any: it counts.
  const counted = all.filter(
    (one) => (one.level === 'unknown' || FINDING_LEVELS.indexOf(one.level) <= floor) && (part === null || one.rule === part),
  )
  const rest = part === null ? all.length - counted.length : 0
  const place = counted[0] ?? START
  const unknown = level === null ? 0 : counted.filter((one) => one.level === 'unknown').length
  return {
    line: place.line,
    column: place.column,
    kind: 'number',
    of: 'count',
    value: counted.length,
    rounded: counted.length,
    unit: null,
    shown: {code: 'findings', facts: {count: counted.length, level, part, unknown, below: rest}},
  }
}

function number({numbers}: EvidenceFile, {at, unit}: MeasureQuery, limits: readonly number[]): Measured {
  const found = at !== null && Object.hasOwn(numbers, at) ? numbers[at] : undefined
  if (found === undefined) return nothing({code: 'no-json', facts: {}})
  if (found.number === null) return nothing({code: 'unreadable', facts: {reason: found.reason}}, found)
  const rounded = unit === '%' ? shareOf(found.number, limits) : found.number
  return {
    line: found.line,
    column: found.column,
    kind: 'number',
    of: 'other',
    value: found.number,
    rounded,
    unit,
    shown: {code: 'number', facts: {at: at ?? '', value: rounded, unit}},
  }
}
