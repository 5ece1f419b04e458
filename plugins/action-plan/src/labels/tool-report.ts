import type {Covered, FindingLevel} from '../model/tool-report.ts'
import {shareOf as percentShown} from '../model/measurement.ts'
import {LEVELS} from '../view/words/levels.ts'
import {WORDS} from './words.ts'
import type {ListOf, ReportShort} from '../view/pages/tool-reports.ts'

const TITLES: Readonly<Record<ReportShort['kind'], () => string>> = {
  tests: () => WORDS.say('plan.reports.tests', 'Test results'),
  coverage: () => WORDS.say('plan.reports.coverage', 'Coverage'),
  findings: () => WORDS.say('plan.reports.findings', 'Findings'),
  none: () => WORDS.say('plan.reports.none', 'No report'),
}

/** What kind of report it is, as its heading. */
export function reportTitle(kind: ReportShort['kind']): string {
  return TITLES[kind]()
}

export function levelWord(level: FindingLevel): string {
  return LEVELS[level](WORDS)
}

type Short<Kind extends ReportShort['kind']> = Extract<ReportShort, {kind: Kind}>

const SENTENCES: {readonly [Kind in ReportShort['kind']]: (report: Short<Kind>) => string} = {
  tests: testsSentence,
  coverage: ({lines}) => linesSentence(lines),
  findings: findingsSentence,
  none: ({reason}) => reason,
}

/** What a report says in a sentence. */
export function reportSentence(report: ReportShort): string {
  return (SENTENCES[report.kind] as (report: ReportShort) => string)(report)
}

export function testsSentence({passed, failed, skipped}: Omit<Short<'tests'>, 'kind'>): string {
  if (passed + failed + skipped === 0) return WORDS.say('plan.reports.noTest', 'no test ran')
  return skipped === 0
    ? WORDS.say('plan.reports.ran', '{passed} passed, {failed} failed', {passed, failed})
    : WORDS.say('plan.reports.ranSome', '{passed} passed, {failed} failed, {skipped} skipped', {passed, failed, skipped})
}

export function findingsSentence({levels}: Omit<Short<'findings'>, 'kind'>): string {
  return levels.length === 0
    ? WORDS.say('plan.reports.clean', 'no findings')
    : levels.map(({level, count}) => `${WORDS.number(count)} ${levelWord(level)}`).join(', ')
}

export const linesSentence = (lines: Covered): string =>
  WORDS.say('plan.reports.ofLines', '{share} of lines', {share: coverageShare(lines)})

/** A share in words: "83.4 % (1234 of 1480)". */
export function coverageShare({covered, total}: Covered): string {
  return total === 0
    ? WORDS.say('plan.reports.unmeasured', 'nothing measured')
    : WORDS.say('plan.reports.share', '{percent} % ({covered} of {total})', {
        percent: percentShown((100 * covered) / total),
        covered,
        total,
      })
}

/** How much of a list is not shown; null when all of it is. */
export function moreSentence({shown, more}: ListOf<unknown>): string | null {
  return more === 0
    ? null
    : WORDS.say('plan.reports.more', '{more} more in the report; the first {shown} are shown.', {more, shown: shown.length})
}
