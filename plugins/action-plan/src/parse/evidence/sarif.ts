import type {Finding, FindingFacts, FindingLevel} from '../../model/tool-report.ts'
import {finding, findingFacts, levelOf} from './findings.ts'
import {placeOf} from './json.ts'
import {isRecord, recordIn, recordsIn, textIn, type Values} from './json-values.ts'
import {kind} from './number-at.ts'
import {plainLine} from './plain.ts'
import {earliest, timeOf} from './time.ts'
import {Unreadable} from './unreadable.ts'

const LEVELS: Readonly<Record<string, FindingLevel>> = {error: 'high', warning: 'medium', note: 'note', none: 'note'}
/** Kinds of result that are no failure (SARIF 2.1.0, 3.27.9). */
const HARMLESS = ['pass', 'notApplicable', 'informational']

export function isSarif(value: unknown): value is Values {
  return isRecord(value) && 'runs' in value && ('version' in value || String(value.$schema).includes('sarif'))
}

/** SARIF 2.1.0. What is suppressed or gone since the baseline is not a finding. */
export function readSarif(log: Values, format: string): FindingFacts {
  if (log.version !== '2.1.0')
    throw new Unreadable(placeOf(log), `version: unexpected ${kind(log.version)}, expected "2.1.0"`, 'have the tool write SARIF 2.1.0')
  const runs = recordsIn(log, 'runs')
  if (runs.length === 0)
    throw new Unreadable(placeOf(log.runs), 'unexpected empty list of runs, expected at least one', 'see why the tool did not run')
  runs.forEach(refuseFailure)
  const drivers = runs.map((run) => recordIn(recordIn(run, 'tool'), 'driver'))
  return findingFacts({
    format,
    tool: [...new Set(drivers.map(toolOf))].join(', '),
    at: earliest(runs.flatMap(invocationsOf).map((one) => timeOf(textIn(one, 'endTimeUtc')))),
    commit: runs.map(commitOf).find((commit) => commit !== null) ?? null,
    findings: runs.flatMap((run, index) => {
      const rules = rulesOf(drivers[index] as Values)
      return recordsIn(run, 'results').flatMap((result) => (counts(result) ? [findingOf(result, rules)] : []))
    }),
  })
}

const invocationsOf = (run: Values): readonly Values[] => (Array.isArray(run.invocations) ? run.invocations.filter(isRecord) : [])

/** A run that failed found nothing because it did not look. */
function refuseFailure(run: Values): void {
  const failed = invocationsOf(run).find((one) => one.executionSuccessful === false)
  if (failed !== undefined) {
    const notes = ['toolExecutionNotifications', 'toolConfigurationNotifications'].flatMap((name) =>
      Array.isArray(failed[name]) ? failed[name].filter(isRecord) : [],
    )
    const said = notes.map((note) => (isRecord(note.message) ? note.message.text : null)).find((text) => typeof text === 'string')
    throw new Unreadable(
      placeOf(failed),
      `unexpected executionSuccessful: false${said === undefined ? '' : ` ("${plainLine(said as string)}")`}, expected a run that succeeded`,
      'fix what the tool reports, and run it again',
    )
  }
  if (run.results === undefined || run.results === null)
    throw new Unreadable(
      placeOf(run),
      'unexpected run without results, which says that it did not look; expected a list',
      'run the scan, not only its set-up',
    )
}

function toolOf(driver: Values): string {
  return plainLine([textIn(driver, 'name') ?? 'SARIF', textIn(driver, 'semanticVersion') ?? textIn(driver, 'version') ?? ''].join(' '))
}

function commitOf(run: Values): string | null {
  const [first] = Array.isArray(run.versionControlProvenance) ? run.versionControlProvenance.filter(isRecord) : []
  const id = first === undefined ? null : textIn(first, 'revisionId')
  return id === null || id === '' ? null : plainLine(id)
}

type Rules = readonly Values[]
const rulesOf = (driver: Values): Rules => (Array.isArray(driver.rules) ? driver.rules.filter(isRecord) : [])

function counts(result: Values): boolean {
  const suppressed =
    Array.isArray(result.suppressions) &&
    result.suppressions.filter(isRecord).some(({status}) => status === undefined || status === 'accepted')
  return !suppressed && result.baselineState !== 'absent' && !HARMLESS.includes(String(result.kind))
}

function findingOf(result: Values, rules: Rules): Finding {
  const id = textIn(result, 'ruleId') ?? (isRecord(result.rule) ? textIn(result.rule, 'id') : null)
  const indexed = typeof result.ruleIndex === 'number' ? rules[result.ruleIndex] : undefined
  const rule = indexed ?? rules.find((one) => one.id === id)
  const [location] = Array.isArray(result.locations) ? result.locations.filter(isRecord) : []
  const physical = location === undefined || !isRecord(location.physicalLocation) ? {} : location.physicalLocation
  const artifact = isRecord(physical.artifactLocation) ? physical.artifactLocation : {}
  const region = isRecord(physical.region) ? physical.region : {}
  return finding({
    place: placeOf(result),
    rule: id ?? (rule === undefined ? null : textIn(rule, 'id')),
    level: levelOfResult(result, rule),
    message: messageOf(result, rule),
    file: pathOf(textIn(artifact, 'uri')),
    fileLine: region.startLine,
  })
}

/** GitHub's number for a rule (a text, by its own specification) goes before the tool's word for a result. */
function levelOfResult(result: Values, rule: Values | undefined): FindingLevel {
  const properties = rule !== undefined && isRecord(rule.properties) ? rule.properties : {}
  const score = Number(properties['security-severity'] ?? NaN)
  if (score >= 0 && score <= 10) return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : score > 0 ? 'low' : 'note'
  const settings = rule !== undefined && isRecord(rule.defaultConfiguration) ? rule.defaultConfiguration : {}
  const word = textIn(result, 'level') ?? textIn(settings, 'level') ?? 'warning'
  return Object.hasOwn(LEVELS, word) ? (LEVELS[word] as FindingLevel) : levelOf(word)
}

/** A message in full, or by its id among those of the rule. */
function messageOf(result: Values, rule: Values | undefined): string | null {
  const message = isRecord(result.message) ? result.message : {}
  const text = textIn(message, 'text') ?? textIn(message, 'markdown')
  const id = textIn(message, 'id')
  const strings = rule !== undefined && isRecord(rule.messageStrings) ? rule.messageStrings : {}
  const named = id !== null && Object.hasOwn(strings, id) ? strings[id] : undefined
  return text ?? (isRecord(named) ? textIn(named, 'text') : null)
}

/** A URI as a path; one that is not well encoded stays as it is. */
function pathOf(uri: string | null): string | null {
  if (uri === null) return null
  try {
    return decodeURIComponent(uri.replace(/^file:\/\/(?=\/)/, ''))
  } catch {
    return uri
  }
}
