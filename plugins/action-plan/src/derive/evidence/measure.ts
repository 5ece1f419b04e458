import {
  FINDING_LEVELS,
  type Covered,
  type CoverageFacts,
  type EvidenceKind,
  type FindingLevel,
  type TestFacts,
} from '../../model/tool-report.ts'
import type {EvidenceFile} from '../../model/evidence-file.ts'
import {amountText, shareOf, sumOf} from '../../model/measurement.ts'
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
        /** What is shown and handed on. */
        readonly shown: number
        readonly unit: string | null
        readonly words: string
      }
    | {readonly kind: 'answer'; readonly holds: boolean; readonly words: string}
    | {readonly kind: 'nothing'; readonly reason: string; readonly fix: string | null}
  )

const START: Place = {line: 1, column: 1}
const nothing = (reason: string, place: Place = START, fix: string | null = null): Measured => ({
  kind: 'nothing',
  reason,
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
const KIND_WORDS: Readonly<Record<EvidenceKind, string>> = {
  coverage: 'a coverage report',
  tests: 'test results',
  findings: 'findings of a scan',
  json: 'JSON that is none of the known reports',
  text: 'a text that is none of the known reports',
  unreadable: 'unreadable',
}

/** Measures an evidence file. Nothing is guessed: what it does not say is nothing, with the reason. */
export function measured(evidenceFile: EvidenceFile, wanted: MeasureQuery, targets: readonly Target[]): Measured {
  const {facts, state} = evidenceFile
  if (wanted.measure === 'exists' && state !== 'refused' && state !== 'unreadable')
    return {...START, kind: 'answer', holds: state === 'read', words: state === 'read' ? 'the file is there' : 'there is no such file'}
  const measure = wanted.measure ?? usual(facts.kind, wanted, targets)
  if (measure === 'contains' && wanted.contains !== null && state === 'read') return contained(evidenceFile, wanted.contains)
  if (facts.kind === 'unreadable') return nothing(facts.reason, facts, facts.fix)
  if (measure === null)
    return nothing(
      `it is ${KIND_WORDS[facts.kind]}: the setting does not say what to measure (measure: number with at:, contains, or exists)`,
    )
  const expected = KINDS[measure]
  if (expected !== undefined && expected !== facts.kind)
    return nothing(`it is ${KIND_WORDS[facts.kind]}, expected ${KIND_WORDS[expected]} to measure ${measure}`)
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
  const shown = JSON.stringify(text)
  return {
    ...(place ?? START),
    kind: 'answer',
    holds: place !== null,
    words: place === null ? `it does not contain ${shown}` : `line ${place.line} contains ${shown}`,
  }
}

/** A share is compared as it is, and shown as `shareOf` rounds it. */
function share({covered, total}: Covered, what: string, limits: readonly number[]): Measured {
  if (total === 0) return nothing(`it measured nothing: 0 ${what}`)
  if (covered > total) return nothing(`unexpected ${covered} of ${total} ${what}, expected no more than all`)
  const value = (100 * covered) / total
  const shown = shareOf(value, limits)
  return {
    ...START,
    kind: 'number',
    of: 'share',
    value,
    shown,
    unit: '%',
    words: `${amountText(shown, '%')} of ${what} (${covered} of ${total})`,
  }
}

function coverage({lines, branches, files}: CoverageFacts, measure: Measure, part: string | null, limits: readonly number[]): Measured {
  const own = part === null ? null : files.filter(({path}) => inFolder(path, part))
  if (own?.length === 0) return nothing(`it has no file in ${part}`)
  if (measure === 'lines') return share(own === null ? lines : sumOf(own.map((file) => file.lines)), `lines${ofPart(part)}`, limits)
  const counts =
    own === null ? branches : own.some((file) => file.branches === null) ? null : sumOf(own.map((file) => file.branches as Covered))
  return counts === null ? nothing('it does not say how many branches are covered') : share(counts, `branches${ofPart(part)}`, limits)
}

const ofPart = (part: string | null): string => (part === null ? '' : ` in ${part}`)

/** True for a file, and for all below a folder. */
function inFolder(path: string, part: string): boolean {
  const folder = part.replace(/(?<!\/)\/+$/, '')
  return path === folder || path.startsWith(`${folder}/`) || path.includes(`/${folder}/`) || path.endsWith(`/${folder}`)
}

function tests(facts: TestFacts, measure: Measure, part: string | null, limits: readonly number[]): Measured {
  const own =
    part === null ? null : facts.cases.filter(({suite, name}) => `${suite} ${name}`.includes(part) || `${suite}::${name}`.includes(part))
  if (own?.length === 0) return nothing(`it has no test named "${part}"`)
  const count = (state: 'passed' | 'failed' | 'errored' | 'skipped'): number =>
    own === null ? facts[state] : own.filter((one) => one.state === state).length
  const [passed, bad, skipped] = [count('passed'), count('failed') + count('errored'), count('skipped')]
  const left = skipped === 0 ? '' : `, ${skipped} skipped`
  if (passed + bad === 0)
    return nothing(skipped === 0 ? 'it measured nothing: no test ran' : `it measured nothing: all ${skipped} tests were skipped`)
  const first = (own ?? facts.cases).find(({state}) => state === 'failed' || state === 'errored') ?? START
  const place = {line: first.line, column: first.column}
  if (measure === 'passed') {
    const made = share({covered: passed, total: passed + bad}, 'tests', limits)
    return made.kind === 'number'
      ? {
          ...made,
          ...place,
          words: `${amountText(made.shown, made.unit)} of the tests that ran passed (${passed} of ${passed + bad}${left})`,
        }
      : made
  }
  return {...place, kind: 'number', of: 'count', value: bad, shown: bad, unit: null, words: `${bad} of ${passed + bad} tests failed${left}`}
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
    shown: counted.length,
    unit: null,
    words: [
      `${counted.length} finding${counted.length === 1 ? '' : 's'}${level === null ? '' : ` of level ${level}${level === 'critical' ? '' : ' or above'}`}${part === null ? '' : ` of ${part}`}`,
      ...(unknown === 0 ? [] : [`${unknown} of them of unknown level`]),
      ...(rest === 0 ? [] : [`${rest} below`]),
    ].join(', '),
  }
}

function number({numbers}: EvidenceFile, {at, unit}: MeasureQuery, limits: readonly number[]): Measured {
  const found = at !== null && Object.hasOwn(numbers, at) ? numbers[at] : undefined
  if (found === undefined) return nothing('it is no JSON, expected JSON to read a number from')
  if (found.number === null) return nothing(found.reason, found)
  const shown = unit === '%' ? shareOf(found.number, limits) : found.number
  return {
    line: found.line,
    column: found.column,
    kind: 'number',
    of: 'other',
    value: found.number,
    shown,
    unit,
    words: `${at ?? ''} is ${amountText(shown, unit)}`,
  }
}
