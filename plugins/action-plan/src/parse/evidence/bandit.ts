import type {FindingFacts} from '../../model/tool-report.ts'
import {finding, findingFacts, levelOf} from './findings.ts'
import {placeOf} from './json.ts'
import {amountIn, isRecord, recordIn, recordsIn, textIn, type Values} from './json-values.ts'
import {timeOf} from './time.ts'
import {Unreadable, WRITE_AGAIN} from './unreadable.ts'

export function isBandit(value: unknown): value is Values {
  return isRecord(value) && 'generated_at' in value && 'results' in value && isRecord(value.metrics) && '_totals' in value.metrics
}

/** bandit's JSON. A file that it could not read is a finding of unknown level: nobody knows what is in it. */
export function readBandit(report: Values, format: string): FindingFacts {
  const results = recordsIn(report, 'results')
  refuseContradiction(report, results.length)
  return findingFacts({
    format,
    tool: 'bandit',
    at: timeOf(textIn(report, 'generated_at')),
    commit: null,
    findings: [
      ...results.map((one) =>
        finding({
          place: placeOf(one),
          rule: textIn(one, 'test_id'),
          level: levelOf(textIn(one, 'issue_severity')),
          message: textIn(one, 'issue_text'),
          file: textIn(one, 'filename'),
          fileLine: one.line_number,
        }),
      ),
      ...recordsIn(report, 'errors').map((one) =>
        finding({
          place: placeOf(one),
          rule: 'not scanned',
          level: 'unknown',
          message: textIn(one, 'reason'),
          file: textIn(one, 'filename'),
          fileLine: null,
        }),
      ),
    ],
  })
}

/** Its totals count what it found before it left out what is below the level asked for: they may be more, not fewer. */
function refuseContradiction(report: Values, listed: number): void {
  const totals = recordIn(recordIn(report, 'metrics'), '_totals')
  const said = Object.keys(totals)
    .filter((name) => name.startsWith('SEVERITY.'))
    .reduce((sum, name) => sum + (amountIn(totals, name) ?? 0), 0)
  if (listed > said) throw new Unreadable(placeOf(totals), `unexpected total of ${said} findings: ${listed} are listed`, WRITE_AGAIN)
}
