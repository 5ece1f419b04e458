import {translate} from '@docusaurus/Translate'
import type {Covered, FindingLevel} from '../model/tool-report.ts'
import {shareOf as percentShown} from '../model/measurement.ts'
import type {ListOf, ReportShort} from '../view/pages/tool-reports.ts'

const TITLES: Readonly<Record<ReportShort['kind'], () => string>> = {
  tests: () => translate({id: 'plan.reports.tests', message: 'Test results'}),
  coverage: () => translate({id: 'plan.reports.coverage', message: 'Coverage'}),
  findings: () => translate({id: 'plan.reports.findings', message: 'Findings'}),
  none: () => translate({id: 'plan.reports.none', message: 'No report'}),
}

const LEVELS: Readonly<Record<FindingLevel, () => string>> = {
  critical: () => translate({id: 'plan.reports.critical', message: 'critical'}),
  high: () => translate({id: 'plan.reports.high', message: 'high'}),
  medium: () => translate({id: 'plan.reports.medium', message: 'medium'}),
  low: () => translate({id: 'plan.reports.low', message: 'low'}),
  note: () => translate({id: 'plan.reports.note', message: 'note'}),
  unknown: () => translate({id: 'plan.reports.unknown', message: 'of unknown level'}),
}

/** What kind of report it is, as its heading. */
export function reportTitle(kind: ReportShort['kind']): string {
  return TITLES[kind]()
}

export function levelWord(level: FindingLevel): string {
  return LEVELS[level]()
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
  if (passed + failed + skipped === 0) return translate({id: 'plan.reports.noTest', message: 'no test ran'})
  return skipped === 0
    ? translate({id: 'plan.reports.ran', message: '{passed} passed, {failed} failed'}, {passed, failed})
    : translate({id: 'plan.reports.ranSome', message: '{passed} passed, {failed} failed, {skipped} skipped'}, {passed, failed, skipped})
}

export function findingsSentence({levels}: Omit<Short<'findings'>, 'kind'>): string {
  return levels.length === 0
    ? translate({id: 'plan.reports.clean', message: 'no findings'})
    : levels.map(({level, count}) => `${count} ${LEVELS[level]()}`).join(', ')
}

export const linesSentence = (lines: Covered): string =>
  translate({id: 'plan.reports.ofLines', message: '{share} of lines'}, {share: coverageShare(lines)})

/** A share in words: "83.4 % (1234 of 1480)". */
export function coverageShare({covered, total}: Covered): string {
  return total === 0
    ? translate({id: 'plan.reports.unmeasured', message: 'nothing measured'})
    : translate(
        {id: 'plan.reports.share', message: '{percent} % ({covered} of {total})'},
        {percent: percentShown((100 * covered) / total), covered, total},
      )
}

/** How much of a list is not shown; null when all of it is. */
export function moreSentence({shown, more}: ListOf<unknown>): string | null {
  return more === 0
    ? null
    : translate({id: 'plan.reports.more', message: '{more} more in the report; the first {shown} are shown.'}, {more, shown: shown.length})
}
