import type {CaseState, TestCase, TestFacts} from '../../model/tool-report.ts'
import type {Place} from '../../model/place.ts'
import {Unreadable} from './unreadable.ts'

interface TestsReport {
  readonly format: string
  readonly tool: string
  readonly at: string | null
  readonly seconds: number | null
  readonly cases: readonly TestCase[]
}

/** The cases listed, counted. */
export function testFacts({format, tool, at, seconds, cases}: TestsReport): TestFacts {
  const of = (state: CaseState): number => cases.filter((one) => one.state === state).length
  return {
    kind: 'tests',
    format,
    tool,
    at,
    commit: null,
    total: cases.length,
    passed: of('passed'),
    failed: of('failed'),
    errored: of('errored'),
    skipped: of('skipped'),
    seconds: seconds === null ? null : Math.round(seconds * 1e6) / 1e6,
    cases,
  }
}

/** The cases listed are the truth: a summary that contradicts them makes the report unreadable. */
export function refuseUnlike(said: number, listed: number, what: string, place: Place): void {
  if (said !== listed)
    throw new Unreadable(
      place,
      `${what}: unexpected ${said} in the summary, expected the ${listed} that are listed`,
      'use a report whose summary counts what it lists; jest-junit leaves todo tests out of its own (jest --json has them)',
    )
}
