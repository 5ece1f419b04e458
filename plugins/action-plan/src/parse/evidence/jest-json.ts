import type {CaseState, TestCase, TestFacts} from '../../model/tool-report.ts'
import {plainPaths} from './coverage.ts'
import {placeOf} from './json.ts'
import {amountIn, countIn, isRecord, recordsIn, textIn, type Values} from './json-values.ts'
import {kind} from './number-at.ts'
import {plainLine, plainMessage} from './plain.ts'
import {refuseUnlike, testFacts} from './tests.ts'
import {isoOf} from './time.ts'
import {Unreadable, WRITE_AGAIN} from './unreadable.ts'

/** `jest --json` and vitest's `--reporter=json`. */
export function isJestJson(value: unknown): value is Values {
  return isRecord(value) && 'numTotalTests' in value && 'testResults' in value
}

const STATES: Readonly<Record<string, CaseState>> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  pending: 'skipped',
  todo: 'skipped',
  disabled: 'skipped',
}

export function readJestJson(report: Values, format: string): TestFacts {
  const files = recordsIn(report, 'testResults')
  const paths = plainPaths(files.map((file) => textIn(file, 'name') ?? ''))
  const listed = files.map((file, index) => recordsIn(file, 'assertionResults').map((one) => caseOf(one, paths[index] as string)))
  refuseContradiction(report, listed.flat())
  const cases = files.flatMap((file, index) => {
    const own = listed[index] as readonly TestCase[]
    return file.status === 'failed' && !own.some(({state}) => state === 'failed')
      ? [...own, couldNotRun(file, paths[index] as string)]
      : own
  })
  const failed = cases.filter(({state}) => state === 'failed' || state === 'errored').length
  if (typeof report.success === 'boolean' && cases.length > 0 && report.success !== (failed === 0))
    throw new Unreadable(
      placeOf(report),
      `unexpected success: ${report.success} with ${failed} of ${cases.length} tests failed`,
      'see the log of the run: something failed that is not a test, such as an error outside of one',
    )
  const seconds = cases.reduce((sum, one) => sum + (one.seconds ?? 0), 0)
  return testFacts({
    format,
    tool: 'numRuntimeErrorTestSuites' in report ? 'jest' : 'vitest',
    at: isoOf(amountIn(report, 'startTime') ?? 0),
    seconds: cases.some((one) => one.seconds !== null) ? seconds : null,
    cases,
  })
}

function caseOf(one: Values, path: string): TestCase {
  const status = textIn(one, 'status') ?? ''
  const state = Object.hasOwn(STATES, status) ? (STATES[status] as CaseState) : null
  if (state === null)
    throw new Unreadable(
      placeOf(one),
      `status: unexpected ${kind(one.status)}, expected one of ${Object.keys(STATES).join(', ')}`,
      WRITE_AGAIN,
    )
  const duration = amountIn(one, 'duration')
  const messages = Array.isArray(one.failureMessages) ? one.failureMessages.filter((message) => typeof message === 'string') : []
  return {
    suite: path,
    name: plainLine([...(Array.isArray(one.ancestorTitles) ? one.ancestorTitles : []), textIn(one, 'title') ?? ''].join(' > ')),
    state,
    seconds: duration === null ? null : duration / 1000,
    message: plainMessage(messages.join('\n\n')),
    ...placeOf(one),
  }
}

/** A file of tests that failed before it had any: it is not in the tools' own count of tests, and must not vanish. */
function couldNotRun(file: Values, path: string): TestCase {
  return {
    suite: path,
    name: 'the file of tests itself',
    state: 'errored',
    seconds: null,
    message: plainMessage(textIn(file, 'message') ?? ''),
    ...placeOf(file),
  }
}

function refuseContradiction(report: Values, cases: readonly TestCase[]): void {
  const of = (state: CaseState): number => cases.filter((one) => one.state === state).length
  const place = placeOf(report)
  refuseUnlike(countIn(report, 'numTotalTests'), cases.length, 'tests', place)
  refuseUnlike(countIn(report, 'numPassedTests'), of('passed'), 'passed tests', place)
  refuseUnlike(countIn(report, 'numFailedTests'), of('failed'), 'failed tests', place)
  refuseUnlike(countIn(report, 'numPendingTests') + countIn(report, 'numTodoTests'), of('skipped'), 'pending and todo tests', place)
}
