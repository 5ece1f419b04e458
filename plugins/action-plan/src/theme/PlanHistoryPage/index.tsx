import {useId, type ReactNode} from 'react'
import Link from '@docusaurus/Link'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import type {Props} from '@theme/PlanHistoryPage'
import {usePlan} from '../../hooks/usePlan.ts'
import type {DayChanges} from '../../model/history.ts'
import {
  againstPlan,
  burnUpChart,
  burnUpSentence,
  forecastText,
  seriesOf,
  type BurnUpChart,
  type Measure,
  type Series,
} from '../../view/burnup.ts'
import {CHANGE_WORDS, changeText, countText, grouped} from '../../view/changes.ts'
import {fraction} from '../../view/wording.ts'
import styles from './styles.module.css'

const UNITS: Readonly<Record<Measure, string>> = {tasks: 'tasks', effort: 'days of effort'}
const LARGE = {width: 760, height: 320}
const SMALL = {width: 360, height: 180}

export default function PlanHistoryPage({title, asOf, past, instance}: Props): ReactNode {
  const progressPage = usePlan(instance)?.progressPage
  return (
    <Layout title="History" description={`Burn-up, forecast and changes of ${title}`}>
      <main className={`container ${styles.page}`}>
        <Heading as="h1">History</Heading>
        <p>
          How scope and done of {progressPage === undefined ? title : <Link to={progressPage}>{title}</Link>} grew, read from the plan’s own
          revisions in git. Nothing is filled in: a day without a revision has no point.
        </p>
        {past.state === 'unavailable' ? (
          <p className={styles.notice}>
            <strong>History is unavailable:</strong> {past.reason}. Mend: {past.mend}.
          </p>
        ) : (
          <Known history={past} asOf={asOf} />
        )}
      </main>
    </Layout>
  )
}

function Known({history, asOf}: {history: Extract<Props['past'], {state: 'available'}>; asOf: string}): ReactNode {
  const {points, revisions, gaps, misdated} = history.burnUp
  const known = points.filter(({snapshot}) => snapshot !== null)
  const priorities = known.at(-1)?.snapshot?.priorities ?? []
  const compared = againstPlan(history.forecast)
  const told = history.days.filter(({changes, note}) => changes.length > 0 || note !== null)
  const quiet = history.days.length - told.length
  const efforts = known.some(({snapshot}) => (snapshot?.days ?? 0) > 0)
  return (
    <>
      <section>
        <Heading as="h2" id="forecast">
          Forecast
        </Heading>
        <p>{forecastText(history.forecast)}</p>
        {compared !== null && <p>{compared}</p>}
        <p className={styles.small}>
          As of <time dateTime={asOf}>{asOf}</time>.
        </p>
      </section>
      <section>
        <Heading as="h2" id="burn-up">
          Burn-up
        </Heading>
        {known.length === 1 && (
          <p>The plan has one day with revisions so far: a point, not a line. The line grows with each commit that changes the plan.</p>
        )}
        <p className={styles.small}>
          {revisions} revision{revisions === 1 ? '' : 's'} on {points.length} day{points.length === 1 ? '' : 's'}.
          {gaps > 0 && ` ${gaps} cannot be counted and ${gaps === 1 ? 'is a gap' : 'are gaps'}; the table says why.`}
          {misdated > 0 &&
            ` The clock of ${misdated} commit${misdated === 1 ? '' : 's'} contradicts the order of the history: shown on the day of the revision before.`}
        </p>
        <Chart series={seriesOf(points, 'tasks')} name="By task" unit="tasks" asOf={asOf} size={LARGE} />
        {efforts && <Chart series={seriesOf(points, 'effort')} name="By effort" unit={UNITS.effort} asOf={asOf} size={LARGE} />}
        <Table points={points} />
      </section>
      {priorities.length > 1 && (
        <section>
          <Heading as="h2" id="by-priority">
            By priority
          </Heading>
          <div className={styles.grid}>
            {priorities.map(({id}) => (
              <Chart
                key={id ?? ''}
                series={seriesOf(points, 'tasks', id)}
                name={id ?? 'No priority'}
                unit="tasks"
                asOf={asOf}
                size={SMALL}
              />
            ))}
          </div>
          <PriorityTable points={points} ids={priorities.map(({id}) => id)} />
        </section>
      )}
      <section>
        <Heading as="h2" id="changes">
          What changed
        </Heading>
        {quiet > 0 && (
          <p
            className={styles.small}
          >{`${quiet} more of the last ${history.days.length} days with commits changed words only, no task, item or date.`}</p>
        )}
        {told.map((day) => (
          <Day key={day.day} {...day} />
        ))}
      </section>
    </>
  )
}

function Chart({
  series,
  name,
  unit,
  asOf,
  size,
}: {
  series: readonly Series[]
  name: string
  unit: string
  asOf: string
  size: {readonly width: number; readonly height: number}
}): ReactNode {
  const id = useId()
  const sentence = burnUpSentence(series, unit)
  return (
    <figure className={styles.figure}>
      <figcaption>
        <strong>{name}</strong>: {sentence}
        <span className={styles.key} aria-hidden="true">
          <span className={styles.scopeKey} /> scope <span className={styles.doneKey} /> done
        </span>
      </figcaption>
      <Drawing chart={burnUpChart(series, asOf, size)} label={`${name}: scope and done over time, in ${unit}`} described={id} />
      <span id={id} hidden>
        {sentence}
      </span>
    </figure>
  )
}

function Drawing({chart, label, described}: {chart: BurnUpChart; label: string; described: string}): ReactNode {
  const {width, height, left, right, top, bottom} = chart
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} aria-describedby={described}>
      {chart.counts.map(({y, label: text}) => (
        <g key={text}>
          <line className={styles.rule} x1={left} x2={right} y1={y} y2={y} />
          <text className={styles.tick} x={left - 6} y={y + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {chart.gaps.map((gap) => (
        <rect key={gap.day} className={styles.gap} x={gap.x} y={top} width={gap.width} height={bottom - top}>
          <title>{`${gap.day}: ${gap.reason}`}</title>
        </rect>
      ))}
      {chart.scope.map((path) => (
        <path key={path} className={styles.scope} d={path} />
      ))}
      {chart.done.map((path) => (
        <path key={path} className={styles.done} d={path} />
      ))}
      {chart.dots.map(({x, y, of, committed}, index) => (
        <circle
          key={index}
          className={of === 'scope' ? styles.scopeDot : styles.doneDot}
          data-committed={committed}
          cx={x}
          cy={y}
          r={3.5}
        />
      ))}
      {chart.days.map(({x, label: text}, index) => (
        <text
          key={text}
          className={styles.tick}
          x={x}
          y={height - 10}
          textAnchor={chart.days.length === 1 ? 'middle' : index === 0 ? 'start' : index === chart.days.length - 1 ? 'end' : 'middle'}
        >
          {width < 500 && index % 2 === 1 ? '' : text}
        </text>
      ))}
    </svg>
  )
}

function Table({points}: {points: Extract<Props['past'], {state: 'available'}>['burnUp']['points']}): ReactNode {
  return (
    <details className={styles.details} open={points.length <= 15}>
      <summary>The same as a table</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Scope and done by day">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Commit</th>
              <th scope="col" className={styles.number}>
                Done
              </th>
              <th scope="col" className={styles.number}>
                Scope
              </th>
              <th scope="col" className={styles.number}>
                Scope change
              </th>
              <th scope="col" className={styles.number}>
                Effort done (days)
              </th>
              <th scope="col" className={styles.number}>
                Effort (days)
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({day, commit, snapshot, gap, scopeChange}, index) => (
              <tr key={index}>
                <th scope="row">
                  <time dateTime={day}>{day}</time>
                </th>
                <td>{commit === null ? 'not committed' : <code>{commit.slice(0, 7)}</code>}</td>
                {snapshot === null ? (
                  <td colSpan={5}>Gap: {gap}</td>
                ) : (
                  <>
                    <td className={styles.number}>{snapshot.done}</td>
                    <td className={styles.number}>{snapshot.tasks}</td>
                    <td className={styles.number}>{scopeChange === 0 ? '' : scopeChange > 0 ? `+${scopeChange}` : `−${-scopeChange}`}</td>
                    <td className={styles.number}>{snapshot.doneDays}</td>
                    <td className={styles.number}>{snapshot.days}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function PriorityTable({
  points,
  ids,
}: {
  points: Extract<Props['past'], {state: 'available'}>['burnUp']['points']
  ids: readonly (string | null)[]
}): ReactNode {
  return (
    <details className={styles.details} open={points.length <= 15}>
      <summary>The same as a table: done of scope</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Done of scope by day and priority">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Day</th>
              {ids.map((id) => (
                <th key={id ?? ''} scope="col" className={styles.number}>
                  {id ?? 'No priority'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({day, snapshot, gap}, index) => (
              <tr key={index}>
                <th scope="row">
                  <time dateTime={day}>{day}</time>
                </th>
                {snapshot === null ? (
                  <td colSpan={ids.length}>Gap: {gap}</td>
                ) : (
                  ids.map((id) => {
                    const sums = snapshot.priorities.find((one) => one.id === id)
                    return (
                      <td key={id ?? ''} className={styles.number}>
                        {sums === undefined ? 'no tasks' : fraction(sums.done, sums.tasks)}
                      </td>
                    )
                  })
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Day({day, commits, changes, note}: DayChanges): ReactNode {
  const id = `day-${day}`
  useBrokenLinks().collectAnchor(id)
  return (
    <div className={styles.day}>
      <Heading as="h3" id={id}>
        <time dateTime={day}>{day}</time>
      </Heading>
      <p>{note === null ? `${countText(changes)}.` : `${note}.`}</p>
      {grouped(changes).map(([kind, own]) => (
        <details key={kind} className={styles.details} open={own.length <= 5}>
          <summary>
            {CHANGE_WORDS[kind]} ({own.length})
          </summary>
          <ul>
            {own.map((change, index) => (
              <li key={index}>{changeText(change)}</li>
            ))}
          </ul>
        </details>
      ))}
      <ul className={styles.commits}>
        {commits.map(({commit, author, subject}) => (
          <li key={commit}>
            <code>{commit.slice(0, 7)}</code> {subject} <span className={styles.small}>({author})</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
