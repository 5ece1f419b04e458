import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import Heading from '@theme/Heading'
import PlanReportTable from '@theme/PlanReportTable'
import type {Props} from '@theme/PlanTestResults'
import text from '../../css/report.module.css'
import table from '../../css/table.module.css'
import {WORDS} from '../../labels/words.ts'
import {moreSentence, testsSentence} from '../../labels/tool-report.ts'
import {secondsText} from '../../view/pages/tool-reports.ts'
import styles from './styles.module.css'

const timeText = (seconds: number | null): string =>
  seconds === null ? translate({id: 'plan.reports.noValue', message: 'unknown'}) : secondsText(WORDS, seconds)

/** What ran, what failed and what takes long. */
export default function PlanTestResults({report}: Props): ReactNode {
  const {passed, failed, seconds, failures, slowest, suites} = report
  const rest = moreSentence(failures)
  const suite = translate({id: 'plan.reports.suite', message: 'Suite'})
  const time = translate({id: 'plan.reports.time', message: 'Time'})
  return (
    <>
      <p className={text.big} data-state={failed > 0 ? 'unmet' : passed > 0 ? 'met' : 'unknown'}>
        <span aria-hidden="true">{failed > 0 ? '✕' : passed > 0 ? '✓' : '?'}</span> {testsSentence(report)}
        {seconds !== null && (
          <span className={text.source}>
            {' '}
            {translate({id: 'plan.reports.in', message: 'in {time}'}, {time: secondsText(WORDS, seconds)})}
          </span>
        )}
      </p>
      {failures.shown.length > 0 && (
        <>
          <Heading as="h3">{translate({id: 'plan.reports.failures', message: 'Failures'})}</Heading>
          <ul className={styles.failures}>
            {failures.shown.map(({suite, name, message, line}, index) => (
              <li key={index}>
                <strong>{name}</strong>{' '}
                <span className={text.source}>
                  {suite}, {translate({id: 'plan.reports.line', message: 'line {line} of the report'}, {line})}
                </span>
                {message !== null && <pre className={styles.output}>{message}</pre>}
              </li>
            ))}
          </ul>
          {rest !== null && <p className={text.source}>{rest}</p>}
        </>
      )}
      {suites.shown.length > 0 && (
        <>
          <Heading as="h3">{translate({id: 'plan.reports.suites', message: 'By suite'})}</Heading>
          <PlanReportTable
            list={suites}
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
                <td className={table.number}>{WORDS.number(one.passed)}</td>
                <td className={table.number}>{WORDS.number(one.failed)}</td>
                <td className={table.number}>{WORDS.number(one.skipped)}</td>
                <td className={table.number}>{timeText(one.seconds)}</td>
              </tr>
            ))}
          </PlanReportTable>
        </>
      )}
      {slowest.length > 0 && (
        <>
          <Heading as="h3">{translate({id: 'plan.reports.slowest', message: 'Slowest tests'})}</Heading>
          <PlanReportTable
            list={null}
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
          </PlanReportTable>
        </>
      )}
    </>
  )
}
