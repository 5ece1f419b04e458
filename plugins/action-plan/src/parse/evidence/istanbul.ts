import type {Covered, CoverageFacts, CoverageFile} from '../../model/tool-report.ts'
import {coverageFacts, coveredOf, plainPaths} from './coverage.ts'
import {placeOf} from './json.ts'
import {countIn, isRecord, recordIn, type Values} from './json-values.ts'
import {kind} from './number-at.ts'
import {Unreadable, WRITE_AGAIN} from './unreadable.ts'

/** coverage-summary.json of Istanbul, nyc, c8, jest and vitest: totals by file and of all. */
export function isIstanbulSummary(value: unknown): value is Values {
  return isRecord(value) && isRecord(value.total) && 'lines' in value.total && 'statements' in value.total
}

export function readIstanbulSummary(report: Values, format: string): CoverageFacts {
  const names = Object.keys(report).filter((name) => name !== 'total')
  const paths = plainPaths(names)
  const total = recordIn(report, 'total')
  const files = names.map((name, index) => ({path: paths[index] as string, ...summaryOf(recordIn(report, name))}))
  const all = summaryOf(total)
  // A summary cut down to its total is a use of it, not a contradiction.
  const facts = coverageFacts({
    format,
    tool: 'Istanbul',
    at: null,
    place: placeOf(total),
    files,
    ...(files.length === 0 ? {lines: null, branches: null} : all),
  })
  return files.length === 0 ? {...facts, ...all} : facts
}

function summaryOf(values: Values): {lines: Covered; branches: Covered} {
  const part = (what: 'lines' | 'branches'): Covered => {
    const counts = recordIn(values, what)
    return coveredOf(countIn(counts, 'covered'), countIn(counts, 'total'), placeOf(counts), what)
  }
  return {lines: part('lines'), branches: part('branches')}
}

/** coverage-final.json: every statement, function and branch with how often it ran. */
export function isIstanbul(value: unknown): value is Values {
  const [first] = isRecord(value) ? Object.values(value) : []
  return isRecord(first) && 'statementMap' in first && 's' in first
}

export function readIstanbul(report: Values, format: string): CoverageFacts {
  const names = Object.keys(report)
  const paths = plainPaths(names)
  const files = names.map((name, index): CoverageFile => {
    const file = recordIn(report, name)
    return {path: paths[index] as string, lines: linesOf(file), branches: branchesOf(file)}
  })
  const [first] = names
  return coverageFacts({format, tool: 'Istanbul', at: null, place: placeOf(report[first ?? '']), files, lines: null, branches: null})
}

/** A line counts where a statement starts; it is covered when one of these ran, as Istanbul's own summary counts. */
function linesOf(file: Values): Covered {
  const [statements, runs] = [recordIn(file, 'statementMap'), recordIn(file, 's')]
  const lines = new Map<number, boolean>()
  for (const key of Object.keys(statements)) {
    const line = countIn(recordIn(recordIn(statements, key), 'start'), 'line')
    lines.set(line, (lines.get(line) ?? false) || countIn(runs, key) > 0)
  }
  return {covered: [...lines.values()].filter(Boolean).length, total: lines.size}
}

function branchesOf(file: Values): Covered {
  const branches = recordIn(file, 'b')
  const ways = Object.values(branches).flatMap((counts) =>
    Array.isArray(counts) && counts.every((count) => typeof count === 'number' && Number.isSafeInteger(count) && count >= 0)
      ? (counts as readonly number[])
      : refuse(branches, counts),
  )
  return {covered: ways.filter((count) => count > 0).length, total: ways.length}
}

function refuse(branches: Values, counts: unknown): never {
  throw new Unreadable(placeOf(branches), `b: unexpected ${kind(counts)}, expected lists of whole numbers of 0 or more`, WRITE_AGAIN)
}
