import {useId, type ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import PlanAsBuilt from '@theme/PlanAsBuilt'
import type {Props} from '@theme/PlanHistoryPage'
import table from '../../css/table.module.css'
import prose from '../../css/prose.module.css'
import {usePlan} from '../../hooks/usePlan.ts'
import type {DayChanges} from '../../model/history.ts'
import type {BaselineTold} from '../../view/baseline.ts'
import type {AxisLabel, BurnUpChart} from '../../view/burnup-chart.ts'
import {CHANGE_WORDS, changeText, countText, grouped} from '../../view/changes.ts'
import type {Figure, HistoryRow, HistoryTold} from '../../view/history-page.ts'
import {fraction} from '../../view/wording.ts'
import styles from './styles.module.css'

/** Longer tables are folded. */
const LONG = 15

export default function PlanHistoryPage({title, asOf, past, baseline, instance}: Props): ReactNode {
  const progressPage = usePlan(instance)?.progressPage
  return (
    <Layout
      title={translate({id: 'plan.history.title', message: 'History'})}
      description={translate({id: 'plan.history.description', message: 'Burn-up, forecast and changes of {title}'}, {title})}
    >
      <main className={`container ${styles.page}`}>
        <Heading as="h1">
          <Translate id="plan.history.title">History</Translate>
        </Heading>
        <p>
          <Translate id="plan.history.about" values={{plan: progressPage === undefined ? title : <Link to={progressPage}>{title}</Link>}}>
            {
              'How scope and done of {plan} grew, read from the plan’s own revisions in git. Nothing is filled in: a day without a revision has no point.'
            }
          </Translate>
        </p>
        <PlanAsBuilt instance={instance} />
        {past.state === 'unavailable' ? (
          <p className={styles.notice}>
            <strong>
              <Translate id="plan.history.unavailable">History is unavailable:</Translate>
            </strong>{' '}
            {past.reason}. Mend: {past.mend}.
          </p>
        ) : (
          <Known history={past} asOf={asOf} />
        )}
        {baseline !== null && <Against baseline={baseline} />}
        {past.state === 'available' && <Changes days={past.days} />}
      </main>
    </Layout>
  )
}

function Known({history, asOf}: {history: HistoryTold; asOf: string}): ReactNode {
  const {rows, revisions, gaps, misdated} = history
  const known = rows.filter(({sums}) => sums !== null)
  return (
    <>
      <section>
        <Heading as="h2" id="forecast">
          <Translate id="plan.history.forecast">Forecast</Translate>
        </Heading>
        <p>{history.forecast}</p>
        {history.againstPlan !== null && <p>{history.againstPlan}</p>}
        <p className={prose.small}>
          <Translate id="plan.history.asOf" values={{day: <time dateTime={asOf}>{asOf}</time>}}>
            {'As of {day}.'}
          </Translate>
        </p>
      </section>
      <section>
        <Heading as="h2" id="burn-up">
          <Translate id="plan.history.burnUp">Burn-up</Translate>
        </Heading>
        {known.length === 1 && (
          <p>
            <Translate id="plan.history.oneDay">
              The plan has one day with revisions so far: a point, not a line. The line grows with each commit that changes the plan.
            </Translate>
          </p>
        )}
        <p className={prose.small}>
          {revisions} revision{revisions === 1 ? '' : 's'} on {rows.length} day{rows.length === 1 ? '' : 's'}.
          {gaps > 0 && ` ${gaps} cannot be counted and ${gaps === 1 ? 'is a gap' : 'are gaps'}; the table says why.`}
          {misdated > 0 &&
            ` The clock of ${misdated} commit${misdated === 1 ? '' : 's'} contradicts the order of the history: shown on the day of the revision before.`}
        </p>
        {history.figures.map((figure) => (
          <Chart key={figure.name} {...figure} />
        ))}
        <Table rows={rows} />
      </section>
      {history.byPriority.length > 0 && (
        <section>
          <Heading as="h2" id="by-priority">
            <Translate id="plan.progress.priorities">By priority</Translate>
          </Heading>
          <div className={styles.grid}>
            {history.byPriority.map((figure) => (
              <Chart key={figure.name} {...figure} />
            ))}
          </div>
          <PriorityTable rows={rows} ids={history.priorities} />
        </section>
      )}
    </>
  )
}

/** Planned against current: what does not end as it was planned to. */
function Against({baseline: {text, rows, added, removed}}: {baseline: BaselineTold}): ReactNode {
  return (
    <section>
      <Heading as="h2" id="baseline">
        <Translate id="plan.history.baseline">Against the baseline</Translate>
      </Heading>
      <p>{text}</p>
      {rows.length > 0 && (
        <details className={styles.details} open={rows.length <= LONG}>
          <summary>
            {translate({id: 'plan.history.notAsPlanned', message: 'What does not end as planned ({count})'}, {count: String(rows.length)})}
          </summary>
          <div
            className={styles.scroll}
            tabIndex={0}
            role="region"
            aria-label={translate({id: 'plan.history.ends', message: 'Planned and current ends'})}
          >
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">
                    <Translate id="plan.history.what">Phase or item</Translate>
                  </th>
                  <th scope="col">
                    <Translate id="plan.history.planned">Planned end</Translate>
                  </th>
                  <th scope="col">
                    <Translate id="plan.history.now">Ends now</Translate>
                  </th>
                  <th scope="col">
                    <Translate id="plan.history.variance">Variance</Translate>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({name, planned, now, variance}, index) => (
                  <tr key={index}>
                    <th scope="row">{name}</th>
                    <td>{planned}</td>
                    <td>{now}</td>
                    <td>{variance}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      {added.length > 0 && <p>{translate({id: 'plan.history.added', message: 'New since then: {items}.'}, {items: added.join('; ')})}</p>}
      {removed.length > 0 && (
        <p>{translate({id: 'plan.history.removed', message: 'Gone since then: {items}.'}, {items: removed.join('; ')})}</p>
      )}
    </section>
  )
}

function Chart({name, unit, sentence, chart}: Figure): ReactNode {
  const id = useId()
  return (
    <figure className={styles.figure}>
      <figcaption>
        <strong>{name}</strong>: {sentence}
        <span className={styles.key} aria-hidden="true">
          <span className={styles.scopeKey} /> <Translate id="plan.history.scopeKey">scope</Translate> <span className={styles.doneKey} />{' '}
          <Translate id="plan.health.done">done</Translate>
          {chart.planned !== '' && (
            <>
              {' '}
              <span className={styles.plannedKey} /> <Translate id="plan.history.plannedKey">planned at the baseline</Translate>
            </>
          )}
        </span>
      </figcaption>
      <Drawing chart={chart} label={`${name}: scope and done over time, in ${unit}`} described={id} />
      <span id={id} hidden>
        {sentence}
      </span>
    </figure>
  )
}

function Drawing({chart, label, described}: {chart: BurnUpChart; label: string; described: string}): ReactNode {
  const {width, height, left, right, top, bottom} = chart
  return (
    <div className={styles.frame}>
      <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} aria-describedby={described}>
        {chart.counts.map((count) => (
          <g key={count.text}>
            <line className={styles.rule} x1={left} x2={right} y1={count.at} y2={count.at} />
            <Label {...count} x={left - 6} y={count.at + 4} />
          </g>
        ))}
        {chart.gaps.map((gap) => (
          <rect key={gap.day} className={styles.gap} x={gap.x} y={top} width={gap.width} height={bottom - top}>
            <title>{`${gap.day}: ${gap.reason}`}</title>
          </rect>
        ))}
        {chart.marks.map(({x, y, label: text, anchor}) => (
          <g key={text}>
            <line className={styles.mark} x1={x} x2={x} y1={y + 2} y2={bottom} />
            <text className={`${styles.tick} ${styles.markLabel}`} x={anchor === 'end' ? x - 5 : x + 5} y={y + 8} textAnchor={anchor}>
              {text}
            </text>
          </g>
        ))}
        {chart.planned !== '' && <path className={styles.planned} d={chart.planned} />}
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
        {chart.days.map((day) => (
          <g key={day.at}>
            <line className={styles.rule} x1={day.at} x2={day.at} y1={bottom} y2={bottom + 5} />
            <Label {...day} x={day.at} y={bottom + 20} />
          </g>
        ))}
      </svg>
    </div>
  )
}

function Label({text, anchor, minor, x, y}: AxisLabel & {readonly x: number; readonly y: number}): ReactNode {
  return (
    <text className={minor ? `${styles.tick} ${styles.minor}` : styles.tick} x={x} y={y} textAnchor={anchor}>
      {text}
    </text>
  )
}

const NUMBERS: readonly (() => string)[] = [
  () => translate({id: 'plan.mark.done', message: 'Done'}),
  () => translate({id: 'plan.history.scope', message: 'Scope'}),
  () => translate({id: 'plan.history.scopeChange', message: 'Scope change'}),
  () => translate({id: 'plan.history.effortDone', message: 'Effort done (days)'}),
  () => translate({id: 'plan.history.effort', message: 'Effort (days)'}),
]
const CHANGE = 2
const signed = (change: number): string => (change === 0 ? '' : change > 0 ? `+${change}` : `−${-change}`)

function Table({rows}: {rows: readonly HistoryRow[]}): ReactNode {
  return (
    <details className={styles.details} open={rows.length <= LONG}>
      <summary>
        <Translate id="plan.history.table">The same as a table</Translate>
      </summary>
      <div
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label={translate({id: 'plan.history.label', message: 'Scope and done by day'})}
      >
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Translate id="plan.metrics.day">Day</Translate>
              </th>
              <th scope="col">{translate({id: 'plan.reports.commit', message: 'Commit'})}</th>
              {NUMBERS.map((name, at) => (
                <th key={at} scope="col" className={styles.number}>
                  {name()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({day, commit, sums, gap}, index) => (
              <tr key={index}>
                <DayCell day={day} />
                <td>{commit === null ? translate({id: 'plan.history.uncommitted', message: 'not committed'}) : <code>{commit}</code>}</td>
                {sums === null ? (
                  <td colSpan={NUMBERS.length}>{translate({id: 'plan.history.gap', message: 'Gap: {reason}'}, {reason: gap ?? ''})}</td>
                ) : (
                  sums.map((value, at) => (
                    <td key={at} className={styles.number}>
                      {at === CHANGE ? signed(value) : value}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function PriorityTable({rows, ids}: {rows: readonly HistoryRow[]; ids: readonly (string | null)[]}): ReactNode {
  return (
    <details className={styles.details} open={rows.length <= LONG}>
      <summary>
        <Translate id="plan.history.priorityTable">The same as a table: done of scope</Translate>
      </summary>
      <div
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label={translate({id: 'plan.history.priorityLabel', message: 'Done of scope by day and priority'})}
      >
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Translate id="plan.metrics.day">Day</Translate>
              </th>
              {ids.map((id) => (
                <th key={id ?? ''} scope="col" className={styles.number}>
                  {id ?? translate({id: 'plan.progress.noPriority', message: 'No priority'})}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({day, sums, priorities, gap}, index) => (
              <tr key={index}>
                <DayCell day={day} />
                {sums === null ? (
                  <td colSpan={ids.length}>{translate({id: 'plan.history.gap', message: 'Gap: {reason}'}, {reason: gap ?? ''})}</td>
                ) : (
                  priorities.map(([done, tasks], at) => (
                    <td key={ids[at] ?? ''} className={styles.number}>
                      {fraction(done, tasks)}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const DayCell = ({day}: {day: string}): ReactNode => (
  <th scope="row">
    <time dateTime={day}>{day}</time>
  </th>
)

function Changes({days}: {days: readonly DayChanges[]}): ReactNode {
  const told = days.filter(({changes, note}) => changes.length > 0 || note !== null)
  const quiet = days.length - told.length
  return (
    <section>
      <Heading as="h2" id="changes">
        <Translate id="plan.history.changes">What changed</Translate>
      </Heading>
      {quiet > 0 && (
        <p
          className={prose.small}
        >{`${quiet} more of the last ${days.length} days with commits changed words only, no task, item or date.`}</p>
      )}
      {told.map((day) => (
        <Day key={day.day} {...day} />
      ))}
    </section>
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
            <code>{commit.slice(0, 7)}</code> {subject} <span className={prose.small}>({author})</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
