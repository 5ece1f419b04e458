import type {CaseState, TestCase, TestFacts} from '../../model/tool-report.ts'
import {plainLine, plainMessage} from './plain.ts'
import {refuseUnlike, testFacts} from './tests.ts'
import {earliest, timeOf} from './time.ts'
import {childrenOf, countOf, secondsOf} from './xml-values.ts'
import type {Document, Element} from './xml.ts'

/** A case as its element says it: the summary counts these marks, which are not always what became of the test. */
interface Written {
  readonly test: TestCase
  readonly failure: boolean
  readonly error: boolean
  readonly skipped: boolean
}

/** JUnit XML in the dialects of pytest, vitest, jest-junit, GoogleTest, Surefire, nextest, CTest and whoever writes alike. */
export function readJunit({root}: Document, format: string): TestFacts {
  const suites = root.name === 'testsuites' ? childrenOf(root, 'testsuite') : [root]
  const written = suites.flatMap(casesOf)
  if (root.name === 'testsuites') refuseContradiction(root, written)
  const times = suites.map(secondsOf)
  return testFacts({
    format,
    tool: TOOLS.find(({signs}) => signs(root, suites[0]))?.tool ?? format,
    at: earliest([root, ...suites].map(({attributes}) => timeOf(attributes.timestamp))),
    seconds:
      secondsOf(root) ?? (times.every((time) => time !== null) && times.length > 0 ? times.reduce((sum, time) => sum + time, 0) : null),
    cases: written.map(({test}) => test),
  })
}

/** Who writes like this; the first row that applies. */
const TOOLS: readonly {readonly tool: string; signs(root: Element, suite: Element | undefined): boolean}[] = [
  {tool: 'pytest', signs: (_, suite) => suite?.attributes.name === 'pytest'},
  {tool: 'vitest', signs: (root) => root.attributes.name === 'vitest tests'},
  {tool: 'jest-junit', signs: (root) => root.attributes.name === 'jest tests'},
  {tool: 'cargo nextest', signs: (root) => root.attributes.name === 'nextest-run'},
  {tool: 'Maven Surefire', signs: (root) => (root.attributes.noNamespaceSchemaLocation ?? '').includes('surefire')},
  {
    tool: 'GoogleTest',
    signs: (_, suite) =>
      suite?.children.some(({attributes}) => /^(?:completed|suppressed|skipped)$/.test(attributes.result ?? '')) ?? false,
  },
  {
    tool: 'CTest',
    signs: (root) =>
      root.name === 'testsuite' && root.children.some(({attributes}) => /^(?:run|fail|notrun|disabled)$/.test(attributes.status ?? '')),
  },
]

/** The cases of a suite and of the suites in it, held against what it says of them. */
function casesOf(suite: Element): readonly Written[] {
  const written = [
    ...childrenOf(suite, 'testsuite').flatMap(casesOf),
    ...childrenOf(suite, 'testcase').map((element) => caseOf(element, suite)),
  ]
  refuseContradiction(suite, written)
  return written
}

function caseOf(element: Element, suite: Element): Written {
  const {attributes} = element
  const [failures, errors, skips] = ['failure', 'error', 'skipped'].map((name) => childrenOf(element, name)) as [
    Element[],
    Element[],
    Element[],
  ]
  const off = attributes.status === 'disabled' || attributes.result === 'suppressed'
  // CTest marks as skipped what it could not start; it says itself that these failed.
  const couldNotStart = attributes.status === 'notrun' && skips.some((skip) => !/^(?:SKIP_|$)/.test(skip.attributes.message ?? ''))
  const state: CaseState =
    errors.length > 0 || couldNotStart ? 'errored' : failures.length > 0 ? 'failed' : skips.length > 0 || off ? 'skipped' : 'passed'
  return {
    test: {
      suite: plainLine(attributes.classname ?? suite.attributes.name ?? ''),
      name: plainLine(attributes.name ?? ''),
      state,
      seconds: secondsOf(element),
      message:
        state === 'passed'
          ? null
          : (plainMessage([...errors, ...failures, ...skips].map(messageOf).join('\n\n')) ??
            (state === 'skipped' ? null : outputOf(element))),
      line: element.line,
      column: element.column,
    },
    failure: failures.length > 0,
    error: errors.length > 0,
    skipped: skips.length > 0 || off,
  }
}

/** The message, and the text under it where that says more. */
function messageOf({attributes, text}: Element): string {
  const message = (attributes.message ?? '').trim()
  return text.includes(message) ? text.trim() : `${message}\n${text.trim()}`.trim()
}

/** CTest gives a failure no words: what the test printed has to do. */
const outputOf = (element: Element): string | null =>
  plainMessage(
    childrenOf(element, 'system-out')
      .map(({text}) => text)
      .join('\n'),
  )

function refuseContradiction(suite: Element, written: readonly Written[]): void {
  const count = (mark: (one: Written) => boolean): number => written.filter(mark).length
  const said = (name: string): number | null => countOf(suite, name)
  const [tests, failures, errors, skipped, disabled] = ['tests', 'failures', 'errors', 'skipped', 'disabled'].map(said)
  if (typeof tests === 'number') refuseUnlike(tests, written.length, 'tests', suite)
  if (typeof failures === 'number' && typeof errors === 'number')
    refuseUnlike(failures + errors, count(({failure}) => failure) + count(({error}) => error), 'failures and errors', suite)
  // GoogleTest counts disabled tests apart, and at the root nothing else that is skipped.
  if (typeof skipped === 'number' && skipped !== count((one) => one.skipped))
    refuseUnlike(
      skipped + (disabled ?? 0),
      count((one) => one.skipped),
      'skipped tests',
      suite,
    )
}
