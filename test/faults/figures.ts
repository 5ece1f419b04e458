import {readFileSync, writeFileSync} from 'node:fs'

/** What came of a series of runs: one row of the table. */
export interface Row {
  readonly of: string
  readonly fault: string
  readonly runs: number
  /** Runs that ended as they should. */
  readonly survived: number
  /** Runs after which something was old or absent until the next run. */
  readonly waits: number
  readonly lost: number
}

const RESULTS = new URL('results.json', import.meta.url)
const PAGE = new URL('../../docs/reference/faults.md', import.meta.url)
const [FROM, TO] = ['<!-- results -->', '<!-- end of results -->'] as const

/** The rows that were recorded. */
export const results = (): readonly Row[] => JSON.parse(readFileSync(RESULTS, 'utf8')) as readonly Row[]

/** The table of the page, and the sums. */
function tableOf(rows: readonly Row[]): string {
  const sum = (key: 'runs' | 'survived' | 'waits' | 'lost'): number => rows.reduce((total, row) => total + row[key], 0)
  const cells = ({of, fault, runs, survived, waits, lost}: Row): string => `| ${[of, fault, runs, survived, waits, lost].join(' | ')} |`
  return [
    '| what was broken | fault | runs | survived | until the next run | lost |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(cells),
    cells({of: '**all**', fault: '', runs: sum('runs'), survived: sum('survived'), waits: sum('waits'), lost: sum('lost')}),
  ].join('\n')
}

/** The page with its table made anew. */
export function withTable(page: string, rows: readonly Row[]): string {
  const [before, rest] = page.split(FROM)
  const after = rest?.split(TO)[1]
  if (before === undefined || after === undefined) throw new Error(`the page has no part between ${FROM} and ${TO}: put both lines in`)
  return `${before}${FROM}\n\n${tableOf(rows)}\n\n${TO}${after}`
}

/** Keeps rows in place of older ones of the same name, and writes the page. */
export function record(made: readonly Row[]): void {
  const key = ({of, fault}: Row): string => `${of}\n${fault}`
  const newer = new Map(made.map((row) => [key(row), row]))
  const kept = results().map((row) => newer.get(key(row)) ?? row)
  const all = [...kept, ...made.filter((row) => !kept.some((one) => key(one) === key(row)))]
  writeFileSync(RESULTS, `${JSON.stringify(all, null, 2)}\n`)
  writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8'), all))
}

/** The page as it stands. */
export const pageText = (): string => readFileSync(PAGE, 'utf8')
