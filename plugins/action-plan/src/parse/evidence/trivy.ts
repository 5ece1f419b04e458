import type {Finding, FindingFacts} from '../../model/tool-report.ts'
import {finding, findingFacts, levelOf} from './findings.ts'
import {placeOf} from './json.ts'
import {isRecord, recordsIn, textIn, type Values} from './json-values.ts'
import {plainLine} from './plain.ts'
import {timeOf} from './time.ts'
import {Unreadable} from './unreadable.ts'

export function isTrivy(value: unknown): value is Values {
  return isRecord(value) && 'SchemaVersion' in value && ('ArtifactName' in value || 'Results' in value)
}

/** The lists of a result, and what each says in which member. A secret itself is left in the report. */
const LISTS: readonly {readonly list: string; readonly rule: string; readonly words: readonly string[]}[] = [
  {list: 'Vulnerabilities', rule: 'VulnerabilityID', words: ['PkgName', 'InstalledVersion', 'Title']},
  {list: 'Misconfigurations', rule: 'ID', words: ['Title', 'Message']},
  {list: 'Secrets', rule: 'RuleID', words: ['Title']},
  {list: 'Licenses', rule: 'Name', words: ['PkgName', 'FilePath']},
]

/** Trivy's JSON, schema 2. It leaves out `Results` when it found nothing. */
export function readTrivy(report: Values, format: string): FindingFacts {
  if (report.SchemaVersion !== 2)
    throw new Unreadable(
      placeOf(report),
      `SchemaVersion: unexpected ${String(report.SchemaVersion)}, expected 2`,
      'run Trivy 0.20 or later',
    )
  const results = report.Results === undefined || report.Results === null ? [] : recordsIn(report, 'Results')
  const version = isRecord(report.Trivy) ? textIn(report.Trivy, 'Version') : null
  const metadata = isRecord(report.Metadata) ? report.Metadata : {}
  const commit = textIn(metadata, 'Commit')
  return findingFacts({
    format,
    tool: plainLine(`Trivy ${version ?? ''}`),
    at: timeOf(textIn(report, 'CreatedAt')),
    commit: commit === null || commit === '' ? null : plainLine(commit),
    findings: results.flatMap((result) =>
      LISTS.flatMap(({list, rule, words}) =>
        (result[list] === undefined || result[list] === null ? [] : recordsIn(result, list))
          .filter((one) => one.Status !== 'PASS')
          .map((one) => findingOf(result, one, rule, words)),
      ),
    ),
  })
}

function findingOf(result: Values, one: Values, rule: string, words: readonly string[]): Finding {
  const cause = isRecord(one.CauseMetadata) ? one.CauseMetadata : {}
  return finding({
    place: placeOf(one),
    rule: textIn(one, rule),
    level: levelOf(textIn(one, 'Severity')),
    message: words.flatMap((word) => textIn(one, word) ?? []).join(' '),
    file: textIn(result, 'Target'),
    fileLine: one.StartLine ?? cause.StartLine,
  })
}
