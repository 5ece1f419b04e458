import type {Finding, FindingFacts} from '../../model/tool-report.ts'
import {finding, findingFacts} from './findings.ts'
import {placeOf} from './json.ts'
import {isRecord, recordsIn, textIn, type Values} from './json-values.ts'

/** pip-audit's JSON; until version 2.0 the list of packages stood alone. */
export function isPipAudit(value: unknown): value is Values | readonly Values[] {
  if (isRecord(value)) return 'dependencies' in value && 'fixes' in value
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => isRecord(one) && 'name' in one && ('vulns' in one || 'skip_reason' in one))
  )
}

/** pip-audit gives no levels. A package that it skipped is a note, with its reason. */
export function readPipAudit(report: Values | readonly Values[], format: string): FindingFacts {
  const packages = isRecord(report) ? recordsIn(report, 'dependencies') : report
  return findingFacts({format, tool: 'pip-audit', at: null, commit: null, findings: packages.flatMap(findingsOf)})
}

function findingsOf(one: Values): readonly Finding[] {
  const name = textIn(one, 'name') ?? ''
  const skipped = textIn(one, 'skip_reason')
  if (skipped !== null)
    return [finding({place: placeOf(one), rule: 'skipped', level: 'note', message: `${name}: ${skipped}`, file: null, fileLine: null})]
  return recordsIn(one, 'vulns').map((vulnerability) => {
    const fixes = Array.isArray(vulnerability.fix_versions) ? vulnerability.fix_versions.filter((fix) => typeof fix === 'string') : []
    return finding({
      place: placeOf(vulnerability),
      rule: textIn(vulnerability, 'id'),
      level: 'unknown',
      message: `${name} ${textIn(one, 'version') ?? ''}${fixes.length === 0 ? '' : `, fixed in ${fixes.join(', ')}`}: ${textIn(vulnerability, 'description') ?? ''}`,
      file: null,
      fileLine: null,
    })
  })
}
