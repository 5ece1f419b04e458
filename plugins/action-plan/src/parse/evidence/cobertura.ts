import type {Covered, CoverageFacts} from '../../model/tool-report.ts'
import {sumOf} from '../../model/measurement.ts'
import {coverageFacts, coveredOf, plainPaths} from './coverage.ts'
import {plainLine} from './plain.ts'
import {isoOf} from './time.ts'
import {Unreadable} from './unreadable.ts'
import {childrenOf, countOf, requiredCount} from './xml-values.ts'
import type {Document, Element} from './xml.ts'

interface Line {
  readonly hit: boolean
  readonly branches: Covered | null
}
type Lines = Map<number, Line>

/** Cobertura XML, whoever writes it: coverage.py, Istanbul, gcovr, … The lines that are listed are counted. */
export function readCobertura({root, comments}: Document, format: string): CoverageFacts {
  if (childrenOf(root, 'project').length > 0)
    throw new Unreadable(
      root,
      'unexpected Clover report, expected Cobertura, lcov, or the JSON of coverage.py or Istanbul',
      'have the tool write one of these',
    )
  const files = new Map<string, Lines>()
  const ways: Covered[][] = [[], []]
  for (const one of classesOf(root)) {
    const name = one.attributes.filename ?? ''
    const lines = linesOf(one)
    const file = files.get(name) ?? new Map<number, Line>()
    for (const [number, line] of lines) file.set(number, merged(file.get(number), line))
    files.set(name, file)
    ways[0]?.push(countLines(lines))
    ways[1]?.push(countWritten(one))
  }
  const paths = plainPaths([...files.keys()])
  const measured = (countOf(root, 'branches-valid') ?? 0) > 0 || [...files.values()].some((lines) => countBranches(lines).total > 0)
  const listed = [...files.values()].map((lines, index) => ({
    path: paths[index] as string,
    lines: countLines(lines),
    branches: measured ? countBranches(lines) : null,
  }))
  const said = saidOf(root, 'lines')
  // A line that two classes or two elements share is one line here; some writers count it by class, some by element.
  const alike = ways.map(sumOf).some(({covered, total}) => said !== null && said.covered === covered && said.total === total)
  const saidBranches = files.size === ways[0]?.length ? saidOf(root, 'branches') : null
  const unlisted = leavesOut(root, saidBranches, sumOf([...files.values()].map(countBranches)))
  const facts = coverageFacts({
    format,
    tool: toolOf(root, comments) ?? format,
    at: atOf(root),
    place: root,
    // What is not listed in full is not known by file.
    files: unlisted ? listed.map((file) => ({...file, branches: null})) : listed,
    lines: alike ? null : said,
    branches: unlisted ? null : saidBranches,
  })
  return unlisted ? {...facts, branches: saidBranches} : facts
}

/** The version of the format that Istanbul writes, whatever its own is. */
const ISTANBUL = '0.1'

/** Istanbul lists branches only at lines where a statement starts; its total has all: defaults of parameters on lines of their own are missing in the list. */
function leavesOut(root: Element, said: Covered | null, listed: Covered): boolean {
  return (
    root.attributes.version === ISTANBUL &&
    said !== null &&
    said.total > listed.total &&
    said.covered >= listed.covered &&
    said.total - said.covered >= listed.total - listed.covered
  )
}

const classesOf = (root: Element): readonly Element[] =>
  childrenOf(root, 'packages').flatMap((packages) =>
    childrenOf(packages, 'package').flatMap((one) => childrenOf(one, 'classes').flatMap((classes) => childrenOf(classes, 'class'))),
  )

const elementsOf = (one: Element): readonly Element[] => childrenOf(one, 'lines').flatMap((list) => childrenOf(list, 'line'))

function linesOf(one: Element): Lines {
  const lines: Lines = new Map()
  for (const line of elementsOf(one)) {
    const number = requiredCount(line, 'number')
    lines.set(number, merged(lines.get(number), {hit: requiredCount(line, 'hits') > 0, branches: branchesOf(line)}))
  }
  return lines
}

/** "50% (1/2)": one of two ways was taken. */
function branchesOf(line: Element): Covered | null {
  const [, covered, total] = /\((\d{1,9})\/(\d{1,9})\)/.exec(line.attributes['condition-coverage'] ?? '') ?? []
  return covered === undefined || total === undefined ? null : coveredOf(Number(covered), Number(total), line, 'branches')
}

/** Twice the same line: it ran when either says so. */
function merged(a: Line | undefined, b: Line): Line {
  if (a === undefined) return b
  const branches = a.branches === null || (b.branches !== null && b.branches.covered > a.branches.covered) ? b.branches : a.branches
  return {hit: a.hit || b.hit, branches}
}

function countWritten(one: Element): Covered {
  const elements = elementsOf(one)
  return {covered: elements.filter((line) => requiredCount(line, 'hits') > 0).length, total: elements.length}
}

const countLines = (lines: Lines): Covered => ({covered: [...lines.values()].filter(({hit}) => hit).length, total: lines.size})
const countBranches = (lines: Lines): Covered => sumOf([...lines.values()].flatMap(({branches}) => branches ?? []))

function saidOf(root: Element, what: 'lines' | 'branches'): Covered | null {
  const [covered, total] = [countOf(root, `${what}-covered`), countOf(root, `${what}-valid`)]
  return covered === null || total === null ? null : coveredOf(covered, total, root, what)
}

/** coverage.py signs in a comment and gives its version alone; others name themselves in `version`, or not at all. */
function toolOf(root: Element, comments: readonly string[]): string | null {
  const version = plainLine(root.attributes.version ?? '')
  const signed = comments.map((comment) => /Generated by ([\w.-]+)/.exec(comment)?.[1]).find((name) => name !== undefined)
  if (signed !== undefined) return `${signed.replace(/:$/, '')} ${version}`.trim()
  if (version === ISTANBUL) return 'Istanbul'
  return /[A-Za-z]{3}/.test(version) ? version : null
}

/** Seconds or, with more digits, milliseconds since 1970. */
function atOf(root: Element): string | null {
  const written = Number(root.attributes.timestamp)
  return isoOf(written < 1e11 ? written * 1000 : written)
}
