import type {ReactNode} from 'react'
import clsx from 'clsx'
import Translate, {translate} from '@docusaurus/Translate'
import Heading from '@theme/Heading'
import type {Props} from '@theme/PlanReports'
import table from '../../css/table.module.css'
import type {Covered, FindingLevel} from '../../model/evidence.ts'
import {secondsText, shareText, type ListOf, type PastReport, type ReportShort, type ReportView} from '../../view/reports.ts'
import styles from './styles.module.css'

type View<Kind extends ReportView['kind']> = Extract<ReportView, {kind: Kind}>

/** Everything is text: what a report says is never a link, never HTML. */
export default function PlanReports({reports, past}: Props): ReactNode {
  return (
    <>
      {reports.length > 1 && <Overview reports={reports} />}
      {reports.map((report, index) => (
        <section key={report.path}>
          <Heading as="h2" id={`report-${index + 1}`}>
            {TITLES[report.kind]()}
          </Heading>
          <Origin {...report} />
          {report.kind === 'tests' && <Tests {...report} />}
          {report.kind === 'coverage' && <Coverage {...report} />}
          {report.kind === 'findings' && <Findings {...report} />}
          {report.kind === 'none' && (
            <p>
              {translate(
                {id: 'plan.reports.nothing', message: 'Nothing is known: {reason}. Mend: {fix}.'},
                {reason: report.reason, fix: report.fix},
              )}
            </p>
          )}
          <Past reports={past[report.path] ?? []} />
        </section>
      ))}
    </>
  )
}

const TITLES: Readonly<Record<ReportView['kind'], () => string>> = {
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

/** Which file it is, what wrote it, when, and of which commit. */
function Origin({path, kind, tool, at, commit}: ReportView): ReactNode {
  return (
    <p className={styles.source}>
      <code>{path}</code>
      {tool !== null && `, ${translate({id: 'plan.reports.tool', message: 'written by {tool}'}, {tool})}`}
      {at === null ? (
        kind !== 'none' && `, ${translate({id: 'plan.reports.noTime', message: 'time unknown'})}`
      ) : (
        <>
          , <Translate id="plan.reports.made">made</Translate> <time dateTime={at}>{at.replace('T', ' ').slice(0, 16)}</time>
        </>
      )}
      {commit !== null && `, ${translate({id: 'plan.metrics.commit', message: 'commit {commit}'}, {commit: commit.slice(0, 7)})}`}
    </p>
  )
}

const SENTENCES: {readonly [Kind in ReportShort['kind']]: (report: Extract<ReportShort, {kind: Kind}>) => string} = {
  tests: testsSentence,
  coverage: ({lines}) => linesSentence(lines),
  findings: findingsSentence,
  none: ({reason}) => reason,
}

function testsSentence({passed, failed, skipped}: Pick<View<'tests'>, 'passed' | 'failed' | 'skipped'>): string {
  if (passed + failed + skipped === 0) return translate({id: 'plan.reports.noTest', message: 'no test ran'})
  return skipped === 0
    ? translate({id: 'plan.reports.ran', message: '{passed} passed, {failed} failed'}, {passed, failed})
    : translate({id: 'plan.reports.ranSome', message: '{passed} passed, {failed} failed, {skipped} skipped'}, {passed, failed, skipped})
}

function findingsSentence({levels}: Pick<View<'findings'>, 'levels'>): string {
  return levels.length === 0
    ? translate({id: 'plan.reports.clean', message: 'no findings'})
    : levels.map(({level, count}) => `${count} ${LEVELS[level]()}`).join(', ')
}

const linesSentence = (lines: Covered): string =>
  translate({id: 'plan.reports.ofLines', message: '{share} of lines'}, {share: shareOf(lines)})

/** A share in words: "83.4 % (1234 of 1480)". */
function shareOf({covered, total}: Covered): string {
  return total === 0
    ? translate({id: 'plan.reports.unmeasured', message: 'nothing measured'})
    : translate(
        {id: 'plan.reports.share', message: '{percent} % ({covered} of {total})'},
        {percent: shareText(covered, total), covered, total},
      )
}

/** What the report said before. */
function Past({reports}: {reports: readonly PastReport[]}): ReactNode {
  if (reports.length === 0) return null
  const inShort = translate({id: 'plan.reports.inShort', message: 'In short'})
  const commit = translate({id: 'plan.reports.commit', message: 'Commit'})
  return (
    <details>
      <summary>{translate({id: 'plan.reports.past', message: 'At its last {count} commits'}, {count: reports.length})}</summary>
      <table className={clsx(table.table, table.cards)}>
        <thead>
          <tr>
            <th scope="col">
              <Translate id="plan.reports.when">When</Translate>
            </th>
            <th scope="col">{commit}</th>
            <th scope="col">{inShort}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.commit}>
              <th scope="row">
                <time dateTime={report.at}>{report.at.replace('T', ' ').slice(0, 16)}</time>
              </th>
              <td data-label={commit}>
                <code>{report.commit.slice(0, 7)}</code>
              </td>
              <td data-label={inShort}>{(SENTENCES[report.kind] as (report: PastReport) => string)(report)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Overview({reports}: Pick<Props, 'reports'>): ReactNode {
  const inShort = translate({id: 'plan.reports.inShort', message: 'In short'})
  return (
    <table className={clsx(table.table, table.cards)}>
      <thead>
        <tr>
          <th scope="col">
            <Translate id="plan.reports.report">Report</Translate>
          </th>
          <th scope="col">{inShort}</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report, index) => (
          <tr key={report.path}>
            <th scope="row">
              <a href={`#report-${index + 1}`}>{TITLES[report.kind]()}</a> <code>{report.path}</code>
            </th>
            <td className={table.number}>{(SENTENCES[report.kind] as (report: ReportView) => string)(report)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function More({list}: {list: ListOf<unknown>}): ReactNode {
  return list.more === 0 ? null : (
    <p className={styles.source}>
      {translate(
        {id: 'plan.reports.more', message: '{more} more in the report; the first {shown} are shown.'},
        {more: list.more, shown: list.shown.length},
      )}
    </p>
  )
}

/** A table that scrolls by itself where it is wider than the page. */
function Wide({label, heads, children}: {label: string; heads: readonly string[]; children: ReactNode}): ReactNode {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

const timeText = (seconds: number | null): string =>
  seconds === null ? translate({id: 'plan.reports.noValue', message: 'unknown'}) : secondsText(seconds)

function Tests(report: View<'tests'>): ReactNode {
  const {passed, failed, seconds, failures, slowest, suites} = report
  const suite = translate({id: 'plan.reports.suite', message: 'Suite'})
  const time = translate({id: 'plan.reports.time', message: 'Time'})
  return (
    <>
      <p className={styles.big} data-state={failed > 0 ? 'unmet' : passed > 0 ? 'met' : 'unknown'}>
        <span aria-hidden="true">{failed > 0 ? '✕' : passed > 0 ? '✓' : '?'}</span> {testsSentence(report)}
        {seconds !== null && (
          <span className={styles.source}> {translate({id: 'plan.reports.in', message: 'in {time}'}, {time: secondsText(seconds)})}</span>
        )}
      </p>
      {failures.shown.length > 0 && (
        <>
          <Heading as="h3">
            <Translate id="plan.reports.failures">Failures</Translate>
          </Heading>
          <ul className={styles.failures}>
            {failures.shown.map(({suite, name, message, line}, index) => (
              <li key={index}>
                <strong>{name}</strong>{' '}
                <span className={styles.source}>
                  {suite}, {translate({id: 'plan.reports.line', message: 'line {line} of the report'}, {line})}
                </span>
                {message !== null && <pre className={styles.output}>{message}</pre>}
              </li>
            ))}
          </ul>
          <More list={failures} />
        </>
      )}
      {suites.shown.length > 0 && (
        <>
          <Heading as="h3">
            <Translate id="plan.reports.suites">By suite</Translate>
          </Heading>
          <Wide
            label={translate({id: 'plan.reports.suitesLabel', message: 'Tests by suite'})}
            heads={[
              suite,
              translate({id: 'plan.reports.passed', message: 'Passed'}),
              translate({id: 'plan.reports.failed', message: 'Failed'}),
              translate({id: 'plan.reports.skipped', message: 'Skipped'}),
              time,
            ]}
          >
            {suites.shown.map((one, index) => (
              <tr key={index}>
                <th scope="row">{one.name}</th>
                <td className={table.number}>{one.passed}</td>
                <td className={table.number}>{one.failed}</td>
                <td className={table.number}>{one.skipped}</td>
                <td className={table.number}>{timeText(one.seconds)}</td>
              </tr>
            ))}
          </Wide>
          <More list={suites} />
        </>
      )}
      {slowest.length > 0 && (
        <>
          <Heading as="h3">
            <Translate id="plan.reports.slowest">Slowest tests</Translate>
          </Heading>
          <Wide
            label={translate({id: 'plan.reports.slowest', message: 'Slowest tests'})}
            heads={[translate({id: 'plan.reports.test', message: 'Test'}), suite, time]}
          >
            {slowest.map((test, index) => (
              <tr key={index}>
                <th scope="row">{test.name}</th>
                <td>{test.suite}</td>
                <td className={table.number}>{timeText(test.seconds)}</td>
              </tr>
            ))}
          </Wide>
        </>
      )}
    </>
  )
}

function Coverage({lines, branches, folders}: View<'coverage'>): ReactNode {
  const byFolder = folders.shown.some((folder) => folder.branches !== null)
  return (
    <>
      <p className={styles.big}>
        {linesSentence(lines)}
        {branches !== null && `, ${translate({id: 'plan.reports.ofBranches', message: '{share} of branches'}, {share: shareOf(branches)})}`}
      </p>
      {folders.shown.length > 0 && (
        <>
          <Heading as="h3">
            <Translate id="plan.reports.folders">By folder, the least covered first</Translate>
          </Heading>
          <Wide
            label={translate({id: 'plan.reports.foldersLabel', message: 'Coverage by folder'})}
            heads={[
              translate({id: 'plan.reports.folder', message: 'Folder'}),
              translate({id: 'plan.reports.files', message: 'Files'}),
              translate({id: 'plan.reports.lines', message: 'Lines'}),
              ...(byFolder ? [translate({id: 'plan.reports.branches', message: 'Branches'})] : []),
            ]}
          >
            {folders.shown.map((folder) => (
              <tr key={folder.path}>
                <th scope="row">{folder.path}</th>
                <td className={table.number}>{folder.files}</td>
                <td className={table.number}>{shareOf(folder.lines)}</td>
                {byFolder && (
                  <td className={table.number}>
                    {folder.branches === null
                      ? translate({id: 'plan.reports.notMeasured', message: 'not measured'})
                      : shareOf(folder.branches)}
                  </td>
                )}
              </tr>
            ))}
          </Wide>
          <More list={folders} />
        </>
      )}
    </>
  )
}

function Findings(report: View<'findings'>): ReactNode {
  const {levels, findings} = report
  return (
    <>
      <p className={styles.big} data-state={levels.length === 0 ? 'met' : 'unmet'}>
        <span aria-hidden="true">{levels.length === 0 ? '✓' : '✕'}</span> {findingsSentence(report)}
      </p>
      {findings.shown.length > 0 && (
        <Wide
          label={TITLES.findings()}
          heads={[
            translate({id: 'plan.reports.rule', message: 'Rule'}),
            translate({id: 'plan.reports.level', message: 'Level'}),
            translate({id: 'plan.reports.message', message: 'Message'}),
            translate({id: 'plan.reports.where', message: 'Where'}),
          ]}
        >
          {findings.shown.map(({rule, level, message, file, fileLine}, index) => (
            <tr key={index}>
              <th scope="row">{rule}</th>
              <td>{LEVELS[level]()}</td>
              <td className={styles.message}>{message}</td>
              <td>
                {file === null
                  ? translate({id: 'plan.reports.nowhere', message: 'not stated'})
                  : `${file}${fileLine === null ? '' : `:${fileLine}`}`}
              </td>
            </tr>
          ))}
        </Wide>
      )}
      <More list={findings} />
    </>
  )
}
