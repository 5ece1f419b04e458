import type {Finding, FindingFacts} from '../../model/tool-report.ts'
import {finding, findingFacts, levelOf} from './findings.ts'
import {placeOf} from './json.ts'
import {countIn, isRecord, recordIn, textIn, type Values} from './json-values.ts'
import {plainLine} from './plain.ts'
import {Unreadable} from './unreadable.ts'

/** What npm writes for `npm audit --json`: its report, or the error that kept it from one. */
export function isNpmAudit(value: unknown): value is Values {
  return isRecord(value) && ('auditReportVersion' in value || isError(value.error))
}

const isError = (value: unknown): value is Values => isRecord(value) && 'summary' in value && 'detail' in value

/** One finding a package, as npm counts them. */
export function readNpmAudit(report: Values, format: string): FindingFacts {
  if (isError(report.error)) {
    const said = [report.error.code, report.error.summary, report.message].filter(
      (text): text is string => typeof text === 'string' && text !== '',
    )
    throw new Unreadable(
      placeOf(report.error),
      `unexpected error of npm (${plainLine(said.join(': '))}), expected its report`,
      'fix what npm says, and run npm audit again',
    )
  }
  if (report.auditReportVersion !== 2)
    throw new Unreadable(
      placeOf(report),
      `auditReportVersion: unexpected ${String(report.auditReportVersion)}, expected 2`,
      'run npm audit with npm 7 or later',
    )
  const packages = recordIn(report, 'vulnerabilities')
  const names = Object.keys(packages)
  const counts = recordIn(recordIn(report, 'metadata'), 'vulnerabilities')
  if (countIn(counts, 'total') !== names.length)
    throw new Unreadable(
      placeOf(counts),
      `unexpected total of ${countIn(counts, 'total')} vulnerable packages: ${names.length} are listed`,
      'run npm audit again',
    )
  return findingFacts({
    format,
    tool: 'npm audit',
    at: null,
    commit: null,
    findings: names.map((name) => findingOf(name, recordIn(packages, name))),
  })
}

function findingOf(name: string, one: Values): Finding {
  const via = Array.isArray(one.via) ? (one.via as readonly unknown[]) : []
  const titles = via.map((cause) =>
    typeof cause === 'string' ? `through ${cause}` : isRecord(cause) ? (textIn(cause, 'title') ?? '') : '',
  )
  return finding({
    place: placeOf(one),
    rule: name,
    level: levelOf(textIn(one, 'severity')),
    message: `${name} ${textIn(one, 'range') ?? ''}: ${[...new Set(titles)].filter((title) => title !== '').join('; ')}`,
    file: null,
    fileLine: null,
  })
}
