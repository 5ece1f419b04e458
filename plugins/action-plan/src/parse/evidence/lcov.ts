import {firstPart} from '../../model/text.ts'
import type {Covered, CoverageFacts, CoverageFile} from '../../model/tool-report.ts'
import type {Place} from '../../model/place.ts'
import {coverageFacts, coveredOf, plainPaths} from './coverage.ts'
import {plainLine} from './plain.ts'
import {START, Unreadable, WRITE_AGAIN} from './unreadable.ts'

/** Hits by line, and taken by line, block and branch. */
interface Source {
  readonly lines: Map<string, boolean>
  readonly branches: Map<string, boolean>
}
const source = (): Source => ({lines: new Map(), branches: new Map()})

/** lcov's tracefile starts with a test's name or a file's. */
export const isLcov = (text: string): boolean => /^\s*(?:TN:|SF:)/.test(text)

export function readLcov(text: string, format: string): CoverageFacts {
  const files = new Map<string, Source>()
  let name: string | null = null
  let announced = false
  let record = source()
  let said: Record<string, number> = {}
  const rows = text.split(/\r?\n/)
  rows.forEach((row, index) => {
    const place = {line: index + 1, column: 1}
    const [, key = '', value = ''] = /^([A-Z]+):(.*)$/s.exec(row.trim()) ?? ['', row.trim()]
    if (row.trim() === '' || row.startsWith('#')) return
    if (key === 'SF') {
      if (name !== null) throw new Unreadable(place, 'unexpected SF, expected end_of_record before it', WRITE_AGAIN)
      ;[name, record, said, announced] = [value, source(), {}, false]
    } else if (key === 'DA') {
      const [, line = '', hits = ''] = /^(\d{1,9}),(\d{1,15})(?:,|$)/.exec(value) ?? refuse(row, place, 'DA:line,hits')
      record.lines.set(line, (record.lines.get(line) ?? false) || Number(hits) > 0)
    } else if (key === 'BRDA') {
      const [, branch = '', taken = ''] = /^(\d{1,9},.*),(-|\d{1,15})$/.exec(value) ?? refuse(row, place, 'BRDA:line,block,branch,taken')
      record.branches.set(branch, (record.branches.get(branch) ?? false) || Number(taken) > 0)
    } else if (/^(?:LF|LH|BRF|BRH)$/.test(key)) {
      said[key] = Number(/^\d{1,15}$/.test(value) ? value : refuse(row, place, `${key}:count`))
    } else if (key === 'end_of_record') {
      if (name === null) throw new Unreadable(place, 'unexpected end_of_record, expected SF before it', WRITE_AGAIN)
      agree(said.LH, said.LF, counted(record.lines), place, 'lines')
      agree(said.BRH, said.BRF, counted(record.branches), place, 'branches')
      const file = files.get(name) ?? source()
      merge(file.lines, record.lines)
      merge(file.branches, record.branches)
      files.set(name, file)
      name = null
    } else if (key === 'TN') {
      announced = true
    } else if (!/^[A-Z]{2,8}$/.test(key)) refuse(row, place, 'a line of lcov, such as DA:1,1')
  })
  if (name !== null || announced)
    throw new Unreadable(
      {line: rows.length, column: 1},
      `unexpected end of the file, expected ${announced ? 'SF' : 'end_of_record'}`,
      WRITE_AGAIN,
    )
  const paths = plainPaths([...files.keys()])
  const measured = [...files.values()].some(({branches}) => branches.size > 0)
  const listed = [...files.values()].map(({lines, branches}, index): CoverageFile => ({
    path: paths[index] as string,
    lines: counted(lines),
    branches: measured ? counted(branches) : null,
  }))
  return coverageFacts({format, tool: format, at: null, place: START, files: listed, lines: null, branches: null})
}

const counted = (all: ReadonlyMap<string, boolean>): Covered => ({covered: [...all.values()].filter(Boolean).length, total: all.size})

function merge(into: Map<string, boolean>, from: ReadonlyMap<string, boolean>): void {
  for (const [key, hit] of from) into.set(key, (into.get(key) ?? false) || hit)
}

/** The lines listed are the truth: a record's totals that contradict them make the report unreadable. */
function agree(covered: number | undefined, total: number | undefined, listed: Covered, place: Place, what: string): void {
  if (covered !== undefined && total !== undefined) coveredOf(covered, total, place, what)
  if ((covered ?? listed.covered) === listed.covered && (total ?? listed.total) === listed.total) return
  throw new Unreadable(
    place,
    `unexpected totals of ${covered ?? '?'} of ${total ?? '?'} ${what}: this record lists ${listed.covered} of ${listed.total}`,
    WRITE_AGAIN,
  )
}

function refuse(row: string, place: Place, expected: string): never {
  throw new Unreadable(place, `unexpected "${firstPart(plainLine(row), 40)}", expected ${expected}`, WRITE_AGAIN)
}
