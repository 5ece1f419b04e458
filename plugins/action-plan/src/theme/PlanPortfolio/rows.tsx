import {useState, type ReactNode} from 'react'
import clsx from 'clsx'
import {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import table from '../../css/table.module.css'
import {Day} from '../../labels/Day.tsx'
import {healthWord} from '../../labels/health-word.ts'
import {lateWords} from '../../labels/lateness.ts'
import {fractionWords, percentWords} from '../../labels/numbers.ts'
import {trendWords} from '../../labels/trend.ts'
import {WORDS} from '../../labels/words.ts'
import {age} from '../../live/age.ts'
import type {PlanLine} from '../../model/plan-line.ts'
import {itemAnchor} from '../../view/address.ts'
import type {PlanRow} from '../../view/pages/plan-rows.ts'
import {fetchText} from '../../view/words/fetch.ts'
import {agoText} from '../../view/words/freshness.ts'
import {againstEnd, noForecastShort, verdictTerm, verdictText} from '../../view/words/verdict.ts'
import styles from './styles.module.css'

/** Plans that are drawn at once; more are a button. */
export const ROWS = 30

const none = (): string => translate({id: 'plan.portfolio.none', message: 'No tasks'})
const HEADS = [
  () => translate({id: 'plan.portfolio.plan', message: 'Plan'}),
  () => translate({id: 'plan.portfolio.verdict', message: 'Status'}),
  () => translate({id: 'plan.summary.done', message: 'Done'}),
  () => translate({id: 'plan.portfolio.forecast', message: 'Forecast'}),
  () => translate({id: 'plan.summary.end', message: 'Planned end'}),
  () => translate({id: 'plan.portfolio.worst', message: 'Most urgent'}),
] as const

interface RowsProps {
  readonly rows: readonly PlanRow[]
  /** The reader's clock; null while the page is as it was built. */
  readonly now: number | null
}

/** Plans as a table; of many the first ones, and a button for more, which are names until then. */
export function PlanTableRows({rows, now}: RowsProps): ReactNode {
  const [most, setMost] = useState(ROWS)
  return (
    <>
      <table
        className={clsx(table.table, table.cards, styles.table)}
        aria-label={translate({id: 'plan.portfolio.label', message: 'Progress by plan'})}
      >
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head()} scope="col">
                {head()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <Row key={row.key} row={row} now={now} />
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <>
          <button type="button" className={table.more} onClick={() => setMost(most + 4 * ROWS)}>
            {WORDS.plural('plan.portfolio.more', 'Show {count} more plan|Show {count} more plans', rows.length - most)}
          </button>
          <PlanNames rows={rows.slice(most)} />
        </>
      )}
    </>
  )
}

/** Plans by name alone: as little as a page can say of them. */
export function PlanNames({rows}: Pick<RowsProps, 'rows'>): ReactNode {
  return (
    <ul className={styles.names}>
      {rows.map(({key, name, page, line}) => (
        <li key={key}>
          {page === null ? name : <a href={page}>{name}</a>}
          {line === null ? '' : ` ${line.totals.tasks === 0 ? none() : fractionWords(line.totals.done, line.totals.tasks)}`}
        </li>
      ))}
    </ul>
  )
}

/** A plan: where it stands, when it ends, and whose turn it is. On a phone, a card. */
function Row({row, now}: {row: PlanRow; now: number | null}): ReactNode {
  const {name, page, line, other} = row
  return (
    <tr data-plan={page ?? row.key} data-other={other === null ? undefined : true}>
      <th scope="row">
        {page === null ? name : <Link to={page}>{name}</Link>}
        {line !== null && <span className={table.below}>{line.source.path}</span>}
        {other === null ? <Pages page={page ?? ''} /> : <Origin line={line} other={other} now={now} />}
      </th>
      {line === null ? (
        <td colSpan={HEADS.length - 1} data-label={HEADS[1]()}>
          {translate({id: 'plan.portfolio.noNumbers', message: 'No numbers'})}
        </td>
      ) : (
        <Numbers line={line} page={other === null ? page : null} />
      )}
    </tr>
  )
}

/** The other pages of a plan of this site. */
function Pages({page}: {page: string}): ReactNode {
  return (
    <span className={styles.pages}>
      <Link to={`${page}/timeline`}>{translate({id: 'plan.timeline.title', message: 'Timeline'})}</Link>{' '}
      <Link to={`${page}/history`}>{translate({id: 'plan.history.title', message: 'History'})}</Link>{' '}
      <Link to={`${page}/report`}>{translate({id: 'plan.report.title', message: 'Report'})}</Link>
    </span>
  )
}

/** How old the numbers of a plan of another site are, and why there are no newer ones. */
function Origin({line, other, now}: {line: PlanLine | null; other: NonNullable<PlanRow['other']>; now: number | null}): ReactNode {
  const {checkedAt, failure} = other
  const since = failure === null ? checkedAt : (failure.since ?? checkedAt)
  const ago = now === null || since === null ? null : agoText(WORDS, {age: age(Date.parse(since), now)})
  return (
    <span className={table.below}>
      {line !== null && (
        <>
          {translate({id: 'plan.portfolio.asOf', message: 'status as of'})} <Day date={line.statusDate} />
        </>
      )}
      {failure === null && ago !== null && <span>{` · ${WORDS.say('plan.portfolio.read', 'read {ago}', {ago})}`}</span>}
      {failure !== null && (
        <strong className={styles.failed} data-failure={failure.cause.code}>
          {line !== null && ' · '}
          {WORDS.say('plan.portfolio.failed', 'Not updated: {reason}', {reason: fetchText(WORDS, failure.cause)})}
          {ago !== null && ` (${ago})`}
        </strong>
      )}
    </span>
  )
}

function Numbers({line, page}: {line: PlanLine; page: string | null}): ReactNode {
  const {totals, end, forecast, verdict, urgent, owners} = line
  const {tasks, done, percent, trend} = totals
  const p50 = forecast?.p50 ?? null
  return (
    <>
      <td data-label={HEADS[1]()} data-verdict={verdict.health}>
        <PlanHealth health={verdict.health} word={tasks === 0 ? none() : verdictTerm(WORDS, verdict.health)} />
        {tasks > 0 && (
          <span className={table.below} suppressHydrationWarning>
            {verdictText(WORDS, {totals, end, verdict})}
          </span>
        )}
      </td>
      <td data-label={HEADS[2]()} data-none={tasks === 0}>
        {tasks > 0 && (
          <>
            {fractionWords(done, tasks)} <span className={table.nowrap}>({percentWords(percent, done)})</span>
            <PlanBar done={done} tasks={tasks} />
            {trend !== null && <span className={table.below}>{trendWords(trend)}</span>}
          </>
        )}
      </td>
      <td data-label={HEADS[3]()} data-none={tasks === 0}>
        {p50 === null ? (
          tasks > 0 && <span className={table.below}>{noForecastShort(WORDS, forecast?.cause ?? null)}</span>
        ) : (
          <>
            <Day date={p50} />
            {end.planned !== null && <span className={table.below}>{againstEnd(WORDS, end.planned, p50)}</span>}
          </>
        )}
      </td>
      <td data-label={HEADS[4]()} data-none={end.planned === null}>
        {end.planned !== null && (
          <span className={table.nowrap}>
            <Day date={end.planned} />
          </span>
        )}
      </td>
      <td data-label={HEADS[5]()} data-none={urgent === null && owners === 0} suppressHydrationWarning>
        {urgent !== null && (
          <>
            {page === null ? urgent.label : <Link to={`${page}#${itemAnchor(urgent.id)}`}>{urgent.label}</Link>}
            {`, ${[urgent.lateDays === null ? healthWord(urgent.health) : lateWords(urgent.lateDays), ...urgent.owners.map((owner) => `@${owner}`)].join(', ')}`}
          </>
        )}
        {owners > 0 && <span className={table.below}>{WORDS.plural('plan.portfolio.owners', '{count} owner|{count} owners', owners)}</span>}
      </td>
    </>
  )
}
