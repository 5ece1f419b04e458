import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanFindings'
import PlanReportTable from '@theme/PlanReportTable'
import text from '../../css/report.module.css'
import {findingsSentence, levelWord, reportTitle} from '../../labels/tool-report.ts'
import styles from './styles.module.css'

/** What a scanner or a linter found, the worst first. */
export default function PlanFindings({report}: Props): ReactNode {
  const {levels, findings} = report
  return (
    <>
      <p className={text.big} data-state={levels.length === 0 ? 'met' : 'unmet'}>
        <span aria-hidden="true">{levels.length === 0 ? '✓' : '✕'}</span> {findingsSentence(report)}
      </p>
      {findings.shown.length > 0 && (
        <PlanReportTable
          list={findings}
          label={reportTitle('findings')}
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
              <td>{levelWord(level)}</td>
              <td className={styles.message}>{message}</td>
              <td>
                {file === null
                  ? translate({id: 'plan.reports.nowhere', message: 'not stated'})
                  : `${file}${fileLine === null ? '' : `:${fileLine}`}`}
              </td>
            </tr>
          ))}
        </PlanReportTable>
      )}
    </>
  )
}
