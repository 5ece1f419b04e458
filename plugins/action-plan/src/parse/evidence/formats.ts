import type {EvidenceFacts} from '../../model/tool-report.ts'
import {isBandit, readBandit} from './bandit.ts'
import {readCobertura} from './cobertura.ts'
import {isCoveragePy, readCoveragePy} from './coverage-py.ts'
import {isGitleaks, readGitleaks} from './gitleaks.ts'
import {isIstanbul, isIstanbulSummary, readIstanbul, readIstanbulSummary} from './istanbul.ts'
import {isJestJson, readJestJson} from './jest-json.ts'
import {readJunit} from './junit.ts'
import {isLcov, readLcov} from './lcov.ts'
import {isNpmAudit, readNpmAudit} from './npm-audit.ts'
import {isPipAudit, readPipAudit} from './pip-audit.ts'
import {isSarif, readSarif} from './sarif.ts'
import {isTrivy, readTrivy} from './trivy.ts'
import type {Document} from './xml.ts'

/** One format of report: its name in prose, and how it is known by what it contains. */
interface FormatRow<Detected> {
  readonly format: string
  readonly detect: (value: Detected) => boolean
  readonly read: (value: Detected, format: string) => EvidenceFacts
}

const json = <Value>(
  format: string,
  detect: (value: unknown) => value is Value,
  read: (value: Value, format: string) => EvidenceFacts,
): FormatRow<unknown> => ({format, detect, read: (value, name) => read(value as Value, name)})

/** Names of the root elements that are read: text that starts with one is XML, even where it is cut off. */
export const ROOTS = ['coverage', 'testsuites', 'testsuite'] as const
const xml = (format: string, roots: readonly (typeof ROOTS)[number][], read: FormatRow<Document>['read']): FormatRow<Document> => ({
  format,
  detect: ({root}) => roots.some((name) => name === root.name),
  read,
})

/** Every format, by how it is written; the first row that detects a report reads it. Adding one is adding a row. */
export const FORMATS = {
  json: [
    json('coverage.py JSON', isCoveragePy, readCoveragePy),
    json('Istanbul summary', isIstanbulSummary, readIstanbulSummary),
    json('Istanbul coverage', isIstanbul, readIstanbul),
    json('Jest JSON', isJestJson, readJestJson),
    json('SARIF', isSarif, readSarif),
    json('gitleaks JSON', isGitleaks, readGitleaks),
    json('bandit JSON', isBandit, readBandit),
    json('npm audit JSON', isNpmAudit, readNpmAudit),
    json('pip-audit JSON', isPipAudit, readPipAudit),
    json('Trivy JSON', isTrivy, readTrivy),
  ],
  xml: [xml('Cobertura XML', ['coverage'], readCobertura), xml('JUnit XML', ['testsuites', 'testsuite'], readJunit)],
  text: [{format: 'lcov', detect: isLcov, read: readLcov}],
} satisfies {json: readonly FormatRow<unknown>[]; xml: readonly FormatRow<Document>[]; text: readonly FormatRow<string>[]}

/** What the first row that knows a value reads of it; null when none does. */
export function readAs<Detected>(rows: readonly FormatRow<Detected>[], value: Detected): EvidenceFacts | null {
  const row = rows.find(({detect}) => detect(value))
  return row?.read(value, row.format) ?? null
}
