import type {CoverageFacts} from '../../model/tool-report.ts'
import {coverageFacts, coveredOf, plainPaths} from './coverage.ts'
import {placeOf} from './json.ts'
import {countIn, isRecord, recordIn, textIn, type Values} from './json-values.ts'
import {timeOf} from './time.ts'

/** `coverage json`: its meta names the version and whether branches were measured. */
export function isCoveragePy(value: unknown): value is Values {
  return isRecord(value) && isRecord(value.meta) && 'branch_coverage' in value.meta && 'files' in value && 'totals' in value
}

export function readCoveragePy(report: Values, format: string): CoverageFacts {
  const meta = recordIn(report, 'meta')
  const measured = meta.branch_coverage === true
  const part = (values: Values) => ({
    lines: coveredOf(countIn(values, 'covered_lines'), countIn(values, 'num_statements'), placeOf(values), 'lines'),
    branches: measured
      ? coveredOf(countIn(values, 'covered_branches'), countIn(values, 'num_branches'), placeOf(values), 'branches')
      : null,
  })
  const files = recordIn(report, 'files')
  const names = Object.keys(files)
  const paths = plainPaths(names)
  const totals = recordIn(report, 'totals')
  return coverageFacts({
    format,
    tool: `coverage.py ${textIn(meta, 'version') ?? ''}`.trim(),
    at: timeOf(textIn(meta, 'timestamp')),
    place: placeOf(totals),
    files: names.map((name, index) => ({path: paths[index] as string, ...part(recordIn(recordIn(files, name), 'summary'))})),
    ...part(totals),
  })
}
