import type {ReactNode} from 'react'
import Heading from '@theme/Heading'
import type {Props} from '@theme/PlanReports'
import {secondsText, shareOf, type ListOf, type ReportView} from '../../view/reports.ts'
import styles from './styles.module.css'

type View<Kind extends ReportView['kind']> = Extract<ReportView, {kind: Kind}>

/** Everything is text: what a report says is never a link, never HTML. */
export default function PlanReports({reports}: Props): ReactNode {
  return (
    <>
      {reports.length > 1 && <Overview reports={reports} />}
      {reports.map((report, index) => (
        <section key={report.path}>
          <Heading as="h2" id={`report-${index + 1}`}>
            {TITLES[report.kind]}
          </Heading>
          <p className={styles.source}>
            <code>{report.path}</code>
            {report.tool !== null && `, written by ${report.tool}`}
            {report.at === null ? (
              report.kind === 'none' ? null : (
                ', time unknown'
              )
            ) : (
              <>
                , made <time dateTime={report.at}>{report.at.replace('T', ' ').slice(0, 16)}</time>
              </>
            )}
            {report.commit !== null && `, commit ${report.commit.slice(0, 7)}`}
          </p>
          {report.kind === 'tests' && <Tests {...report} />}
          {report.kind === 'coverage' && <Coverage {...report} />}
          {report.kind === 'findings' && <Findings {...report} />}
          {report.kind === 'none' && (
            <p>
              Nothing is known: {report.reason}. Mend: {report.fix}.
            </p>
          )}
        </section>
      ))}
    </>
  )
}

const TITLES: Readonly<Record<ReportView['kind'], string>> = {
  tests: 'Test results',
  coverage: 'Coverage',
  findings: 'Findings',
  none: 'No report',
}

function inShort(report: ReportView): string {
  switch (report.kind) {
    case 'tests':
      return testsSentence(report)
    case 'coverage':
      return `${shareOf(report.lines)} of lines`
    case 'findings':
      return findingsSentence(report)
    case 'none':
      return report.reason
  }
}

function testsSentence({passed, failed, skipped}: Pick<View<'tests'>, 'passed' | 'failed' | 'skipped'>): string {
  if (passed + failed + skipped === 0) return 'no test ran'
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}

function findingsSentence({levels}: Pick<View<'findings'>, 'levels'>): string {
  return levels.length === 0 ? 'no findings' : levels.map(({level, count}) => `${count} ${level}`).join(', ')
}

function Overview({reports}: Props): ReactNode {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Report</th>
          <th scope="col">In short</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report, index) => (
          <tr key={report.path}>
            <th scope="row">
              <a href={`#report-${index + 1}`}>{TITLES[report.kind]}</a> <code>{report.path}</code>
            </th>
            <td>{inShort(report)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function More({list, what}: {list: ListOf<unknown>; what: string}): ReactNode {
  return list.more === 0 ? null : (
    <p className={styles.source}>
      {list.more} more {what} in the report; the first {list.shown.length} are shown.
    </p>
  )
}

function Scroll({label, children}: {label: string; children: ReactNode}): ReactNode {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}

function Tests({passed, failed, skipped, seconds, failures, slowest, suites}: View<'tests'>): ReactNode {
  return (
    <>
      <p className={styles.big} data-state={failed > 0 ? 'unmet' : passed > 0 ? 'met' : 'unknown'}>
        <span aria-hidden="true">{failed > 0 ? '✕' : passed > 0 ? '✓' : '?'}</span> {testsSentence({passed, failed, skipped})}
        {seconds !== null && <span className={styles.source}> in {secondsText(seconds)}</span>}
      </p>
      {failures.shown.length > 0 && (
        <>
          <Heading as="h3">Failures</Heading>
          <ul className={styles.failures}>
            {failures.shown.map(({suite, name, message, line}, index) => (
              <li key={index}>
                <strong>{name}</strong>{' '}
                <span className={styles.source}>
                  {suite}, line {line} of the report
                </span>
                {message !== null && <pre className={styles.message}>{message}</pre>}
              </li>
            ))}
          </ul>
          <More list={failures} what="failures" />
        </>
      )}
      {suites.shown.length > 0 && (
        <>
          <Heading as="h3">By suite</Heading>
          <Scroll label="Tests by suite">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Suite</th>
                  <th scope="col">Passed</th>
                  <th scope="col">Failed</th>
                  <th scope="col">Skipped</th>
                  <th scope="col">Time</th>
                </tr>
              </thead>
              <tbody>
                {suites.shown.map((suite, index) => (
                  <tr key={index}>
                    <th scope="row">{suite.name}</th>
                    <td className={styles.number}>{suite.passed}</td>
                    <td className={styles.number}>{suite.failed}</td>
                    <td className={styles.number}>{suite.skipped}</td>
                    <td className={styles.number}>{suite.seconds === null ? 'unknown' : secondsText(suite.seconds)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <More list={suites} what="suites" />
        </>
      )}
      {slowest.length > 0 && (
        <>
          <Heading as="h3">Slowest tests</Heading>
          <Scroll label="Slowest tests">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Test</th>
                  <th scope="col">Suite</th>
                  <th scope="col">Time</th>
                </tr>
              </thead>
              <tbody>
                {slowest.map((test, index) => (
                  <tr key={index}>
                    <th scope="row">{test.name}</th>
                    <td>{test.suite}</td>
                    <td className={styles.number}>{secondsText(test.seconds)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </>
  )
}

function Coverage({lines, branches, folders}: View<'coverage'>): ReactNode {
  return (
    <>
      <p className={styles.big}>
        {shareOf(lines)} of lines{branches !== null && <>, {shareOf(branches)} of branches</>}
      </p>
      {folders.shown.length > 0 && (
        <>
          <Heading as="h3">By folder, the least covered first</Heading>
          <Scroll label="Coverage by folder">
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Folder</th>
                  <th scope="col">Files</th>
                  <th scope="col">Lines</th>
                  <th scope="col">Branches</th>
                </tr>
              </thead>
              <tbody>
                {folders.shown.map((folder) => (
                  <tr key={folder.path}>
                    <th scope="row">{folder.path}</th>
                    <td className={styles.number}>{folder.files}</td>
                    <td className={styles.number}>{shareOf(folder.lines)}</td>
                    <td className={styles.number}>{folder.branches === null ? 'not measured' : shareOf(folder.branches)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <More list={folders} what="folders" />
        </>
      )}
    </>
  )
}

function Findings({levels, findings}: View<'findings'>): ReactNode {
  return (
    <>
      <p className={styles.big}>{findingsSentence({levels})}</p>
      {findings.shown.length > 0 && (
        <Scroll label="Findings">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">Level</th>
                <th scope="col">Message</th>
                <th scope="col">Where</th>
              </tr>
            </thead>
            <tbody>
              {findings.shown.map(({rule, level, message, file, fileLine}, index) => (
                <tr key={index}>
                  <th scope="row">{rule}</th>
                  <td>{level}</td>
                  <td>{message}</td>
                  <td>{file === null ? 'not stated' : `${file}${fileLine === null ? '' : `:${fileLine}`}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <More list={findings} what="findings" />
    </>
  )
}
