import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import type {Props} from '@theme/PlanMetrics'
import type {MetricState, Shown} from '../../model/report.ts'
import {amount, METRIC_SIGNS, METRIC_WORDS} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanMetrics({metrics, trends, testsPage, help}: Props): ReactNode {
  const bare = metrics.filter(({evidence}) => evidence === null).length
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col">State</th>
            <th scope="col">Now</th>
            <th scope="col">Target</th>
            <th scope="col">Shown by</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map(({text, state, because, evidence}, index) => (
            <tr key={index}>
              <th scope="row">
                {text}
                <span className={styles.because}>{because}</span>
                <Trend points={trends[index] ?? []} unit={evidence?.unit ?? null} />
              </th>
              <td data-label="State">
                <State state={state} />
              </td>
              <td data-label="Now" className={styles.value}>
                {evidence === null || evidence.value === null ? 'unknown' : amount(evidence.value, evidence.unit)}
              </td>
              <td data-label="Target">{evidence?.target ?? 'none read'}</td>
              <td data-label="Shown by">
                {evidence === null ? 'nothing is configured' : <Source shown={evidence} testsPage={testsPage} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {bare > 0 && (
        <p className={styles.note}>
          {bare === metrics.length ? 'No metric has evidence yet' : `${bare} of ${metrics.length} metrics have no evidence yet`}: a metric
          counts as met only when a report of a tool shows it.{' '}
          {help === null ? 'The settings of the plan name the reports.' : <Link to={help}>How to connect evidence</Link>}
        </p>
      )}
    </>
  )
}

function State({state}: {state: MetricState}): ReactNode {
  return (
    <span className={styles.state} data-state={state}>
      <span aria-hidden="true">{METRIC_SIGNS[state]}</span> {METRIC_WORDS[state]}
    </span>
  )
}

function Source({shown, testsPage}: {shown: Shown; testsPage: string}): ReactNode {
  const {kind, source, line, tool, commit, at, goodUntil} = shown
  const facts = [
    ...(tool === null ? [] : [tool]),
    ...(at === null ? (kind === 'file' && tool !== null ? ['age unknown'] : []) : [`made ${at.slice(0, 10)}`]),
    ...(commit === null ? [] : [`commit ${commit.slice(0, 7)}`]),
    ...(goodUntil === null ? [] : [`counts until ${goodUntil}`]),
  ]
  return (
    <>
      {kind === 'items' ? (
        <>
          the plan’s own {source.includes(',') ? 'items' : 'item'} {source}
        </>
      ) : kind === 'url' ? (
        <code>{source}</code>
      ) : tool === null ? (
        <code>{source}</code>
      ) : (
        <Link to={testsPage}>
          <code>
            {source}
            {line === null || line === 1 ? '' : `:${line}`}
          </code>
        </Link>
      )}
      {facts.length > 0 && <span className={styles.because}>{facts.join(', ')}</span>}
    </>
  )
}

/** The revisions of the report in git, as a table that opens. */
function Trend({points, unit}: {points: Props['trends'][number]; unit: string | null}): ReactNode {
  if (points.length < 2) return null
  return (
    <details className={styles.trend}>
      <summary>{points.length} revisions of the report</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Commit</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({day, commit, value, words}, index) => (
            <tr key={index}>
              <td>
                <time dateTime={day}>{day}</time>
              </td>
              <td>
                <code>{commit.slice(0, 7)}</code>
              </td>
              <td>{value === null ? words : amount(value, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
