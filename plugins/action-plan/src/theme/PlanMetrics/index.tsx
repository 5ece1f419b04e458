import type {ReactNode} from 'react'
import clsx from 'clsx'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import type {Props} from '@theme/PlanMetrics'
import PlanMetricState from '@theme/PlanMetricState'
import table from '../../css/table.module.css'
import {Day} from '../../labels/Day.tsx'
import {CauseText, EvidenceReason} from '../../labels/CauseText.tsx'
import {WORDS} from '../../labels/words.ts'
import {dateIn} from '../../model/date.ts'
import {amount} from '../../view/words/numbers.ts'
import styles from './styles.module.css'

type Measured = NonNullable<Props['metrics'][number]['evidence']>

/** Those that evidence shows, one a row; the others in one line that opens. */
export default function PlanMetrics({metrics, trends, testsPage, help, timeZone}: Props): ReactNode {
  const bare = metrics.filter(({evidence}) => evidence === null)
  const heads = {
    state: translate({id: 'plan.metrics.state', message: 'State'}),
    now: translate({id: 'plan.metrics.now', message: 'Now'}),
    target: translate({id: 'plan.metrics.target', message: 'Target'}),
    source: translate({id: 'plan.metrics.source', message: 'Source'}),
  }
  return (
    <>
      {bare.length < metrics.length && (
        <table className={clsx(table.table, table.cards)}>
          <thead>
            <tr>
              <th scope="col">
                <Translate id="plan.metrics.metric">Metric</Translate>
              </th>
              {Object.entries(heads).map(([key, head]) => (
                <th key={key} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map(({text, state, cause, evidence}, index) =>
              evidence === null ? null : (
                <tr key={index}>
                  <th scope="row">
                    {text}
                    <span className={table.below}>
                      <EvidenceReason cause={cause} />
                    </span>
                    <Trend points={trends[index] ?? []} />
                  </th>
                  <td data-label={heads.state}>
                    <PlanMetricState state={state} />
                  </td>
                  <td data-label={heads.now} className={table.number}>
                    {evidence.value === null
                      ? translate({id: 'plan.metrics.noValue', message: 'unknown'})
                      : amount(WORDS, evidence.value, evidence.unit)}
                  </td>
                  <td data-label={heads.target}>
                    {evidence.goal === null ? (
                      <Translate id="plan.metrics.noTarget">none read</Translate>
                    ) : (
                      <CauseText cause={evidence.goal} />
                    )}
                  </td>
                  <td data-label={heads.source}>
                    <Source shown={evidence} testsPage={testsPage} timeZone={timeZone} />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {bare.length > 0 && (
        <>
          <details className={styles.bare}>
            <summary>
              {WORDS.plural('plan.metrics.bare', '{count} metric is not connected|{count} metrics are not connected', bare.length)}
            </summary>
            <ul>
              {bare.map(({text}, index) => (
                <li key={index}>{text}</li>
              ))}
            </ul>
          </details>
          <p className={styles.note}>
            <Translate id="plan.metrics.rule">Metrics turn green only from tool reports, such as tests and scans.</Translate>{' '}
            {help === null ? (
              <Translate id="plan.metrics.settings">The settings of the plan name the reports.</Translate>
            ) : (
              <Link to={help}>
                <Translate id="plan.evidence.how">How to connect evidence</Translate>
              </Link>
            )}
          </p>
        </>
      )}
    </>
  )
}

function Source({shown, testsPage, timeZone}: {shown: Measured; testsPage: string; timeZone: string}): ReactNode {
  const {kind, source, line, tool, commit, at, goodUntil} = shown
  const facts = [
    ...(tool === null ? [] : [tool]),
    ...(at === null
      ? kind === 'file' && tool !== null
        ? [translate({id: 'plan.metrics.noAge', message: 'age unknown'})]
        : []
      : [WORDS.say('plan.metrics.made', 'made {day}', {day: WORDS.day(dateIn(timeZone, at))})]),
    ...(commit === null ? [] : [WORDS.say('plan.metrics.commit', 'commit {commit}', {commit: commit.slice(0, 7)})]),
    ...(goodUntil === null ? [] : [WORDS.say('plan.metrics.until', 'valid until {day}', {day: WORDS.day(goodUntil)})]),
  ]
  return (
    <>
      {kind === 'items' ? (
        WORDS.say('plan.metrics.items', 'items of the plan: {items}', {items: source})
      ) : kind === 'url' || tool === null ? (
        <code>{source}</code>
      ) : (
        <Link to={testsPage}>
          <code>
            {source}
            {line === null || line === 1 ? '' : `:${line}`}
          </code>
        </Link>
      )}
      {facts.length > 0 && <span className={table.below}>{facts.join(', ')}</span>}
    </>
  )
}

/** The revisions of the report in git, as a table that opens. */
function Trend({points}: {points: Props['trends'][number]}): ReactNode {
  if (points.length < 2) return null
  return (
    <details className={styles.trend}>
      <summary>{WORDS.say('plan.metrics.revisions', '{count} revisions of the report', {count: points.length})}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Translate id="plan.metrics.day">Day</Translate>
            </th>
            <th scope="col">
              <Translate id="plan.metrics.revision">Commit</Translate>
            </th>
            <th scope="col">
              <Translate id="plan.metrics.value">Value</Translate>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({day, commit, words}, index) => (
            <tr key={index}>
              <td>
                <Day date={day} />
              </td>
              <td>
                <code>{commit.slice(0, 7)}</code>
              </td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
