import type {FindingFacts} from '../../model/tool-report.ts'
import {finding, findingFacts} from './findings.ts'
import {placeOf} from './json.ts'
import {isRecord, textIn, type Values} from './json-values.ts'

/** A list of leaks. An empty list names no tool, so it is read as plain JSON: gitleaks' SARIF says who looked. */
export function isGitleaks(value: unknown): value is readonly Values[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => isRecord(one) && 'RuleID' in one && 'Fingerprint' in one)
}

/** Every leak is high. The secret and the text around it are left in the report. */
export function readGitleaks(leaks: readonly Values[], format: string): FindingFacts {
  return findingFacts({
    format,
    tool: 'gitleaks',
    at: null,
    commit: null,
    findings: leaks.map((leak) =>
      finding({
        place: placeOf(leak),
        rule: textIn(leak, 'RuleID'),
        level: 'high',
        message: textIn(leak, 'Description'),
        file: textIn(leak, 'File'),
        fileLine: leak.StartLine,
      }),
    ),
  })
}
