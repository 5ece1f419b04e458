import type {ReactNode} from 'react'
import clsx from 'clsx'
import Translate, {translate} from '@docusaurus/Translate'
import Heading from '@theme/Heading'
import PlanCoverage from '@theme/PlanCoverage'
import PlanFindings from '@theme/PlanFindings'
import type {Props} from '@theme/PlanReports'
import PlanTestResults from '@theme/PlanTestResults'
import text from '../../css/report.module.css'
import table from '../../css/table.module.css'
import {Message} from '../../labels/Message.tsx'
import {reportSentence, reportTitle} from '../../labels/tool-report.ts'
import type {PastReport, ReportView} from '../../view/pages/tool-reports.ts'

/** Everything is text: what a report says is never a link, never HTML. */
export default function PlanReports({reports, past}: Props): ReactNode {
  return (
    <>
      {reports.length > 1 && <Overview reports={reports} />}
      {reports.map((report, index) => (
        <section key={report.path}>
          <Heading as="h2" id={`report-${index + 1}`}>
            {reportTitle(report.kind)}
          </Heading>
          <Origin {...report} />
          {report.kind === 'tests' && <PlanTestResults report={report} />}
          {report.kind === 'coverage' && <PlanCoverage report={report} />}
          {report.kind === 'findings' && <PlanFindings report={report} />}
          {report.kind === 'none' && (
            <p>
              <Translate id="plan.reports.nothing">Cannot be read:</Translate>{' '}
              <Message reason={`${report.reason}.`} fix={report.fix} fixClass={undefined} />
            </p>
          )}
          <Past reports={past[report.path] ?? []} />
        </section>
      ))}
    </>
  )
}

/** Which file it is, what wrote it, when, and of which commit. */
function Origin({path, kind, tool, at, commit}: ReportView): ReactNode {
  return (
    <p className={text.source}>
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

/** What the report said before. */
function Past({reports}: {reports: readonly PastReport[]}): ReactNode {
  if (reports.length === 0) return null
  const inShort = translate({id: 'plan.reports.inShort', message: 'Summary'})
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
              <td data-label={inShort} lang={report.kind === 'none' ? 'en' : undefined}>
                {reportSentence(report)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Overview({reports}: Pick<Props, 'reports'>): ReactNode {
  const inShort = translate({id: 'plan.reports.inShort', message: 'Summary'})
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
              <a href={`#report-${index + 1}`}>{reportTitle(report.kind)}</a> <code>{report.path}</code>
            </th>
            <td className={table.number} lang={report.kind === 'none' ? 'en' : undefined}>
              {reportSentence(report)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
