import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanAsBuilt from '@theme/PlanAsBuilt'
import PlanBurnUp from '@theme/PlanBurnUp'
import PlanFoldedTable from '@theme/PlanFoldedTable'
import PlanHistoryChanges from '@theme/PlanHistoryChanges'
import type {Props} from '@theme/PlanHistoryPage'
import PlanLayout from '@theme/PlanLayout'
import PlanProvenance from '@theme/PlanProvenance'
import {Day} from '../../labels/Day.tsx'
import {WORDS} from '../../labels/words.ts'
import prose from '../../css/prose.module.css'
import {usePlan} from '../../hooks/usePlan.ts'
import type {BaselineView} from '../../view/words/baseline.ts'
import type {HistoryRow, HistoryView} from '../../view/pages/history.ts'
import {fractionWords} from '../../labels/numbers.ts'
import styles from './styles.module.css'

export default function PlanHistoryPage({title, asOf, past, baseline, guide, instance}: Props): ReactNode {
  const plan = usePlan(instance)
  return (
    <PlanLayout
      instance={instance}
      title={translate({id: 'plan.history.title', message: 'History'})}
      description={translate({id: 'plan.history.description', message: 'Burn-up, forecast and changes of {title}'}, {title})}
    >
      <main className={`container ${styles.page}`}>
        <Heading as="h1">{translate({id: 'plan.history.heading', message: 'History: {title}'}, {title})}</Heading>
        <PlanAsBuilt instance={instance} />
        {past.state === 'unavailable' ? (
          <p className={styles.notice}>
            <strong>
              <Translate id="plan.history.unavailable">History is unavailable:</Translate>
            </strong>{' '}
            {translate({id: 'plan.history.fix', message: '{reason}. Fix: {fix}.'}, {reason: past.reason, fix: past.fix})}
          </p>
        ) : (
          <Known history={past} asOf={asOf} guide={guide} />
        )}
        {baseline !== null && <Against baseline={baseline} />}
        {past.state === 'available' && <PlanHistoryChanges days={past.days} page={plan?.progressPage ?? ''} />}
        {plan !== undefined && <PlanProvenance source={plan.source} asOf={asOf} instance={instance} />}
      </main>
    </PlanLayout>
  )
}

/** A history of fewer days draws nothing that an eye could read. */
const LEAST = 21

function Known({history, asOf, guide}: {history: HistoryView; asOf: string; guide: string | null}): ReactNode {
  const {rows, span, figures, byPriority, priorities} = history
  const [chart, ...others] = figures
  return (
    <>
      <p className={styles.forecast} id="forecast">
        {history.end === '' ? history.forecast : history.end}
      </p>
      <p className={prose.small}>
        {history.end !== '' && history.forecast !== '' && `${history.forecast} `}
        <Translate id="plan.history.asOf" values={{day: <Day date={asOf} />}}>
          {'As of {day}.'}
        </Translate>{' '}
        {counted(history)}{' '}
        {guide !== null && (
          <Link to={guide}>
            <Translate id="plan.history.guide">How far forecasts were right</Translate>
          </Link>
        )}
      </p>
      {span < LEAST ? (
        <p>
          {WORDS.say('plan.history.few', 'Charts appear after {days} days of history; there are {count} so far.', {
            days: LEAST,
            count: span,
          })}
        </p>
      ) : (
        <>
          <section>
            <Heading as="h2" id="burn-up">
              {translate({id: 'plan.history.burnUp', message: 'Burn-up'})}
            </Heading>
            {chart !== undefined && <PlanBurnUp {...chart} />}
            {others.map((figure) => (
              <details key={figure.name} className={styles.more}>
                <summary>{figure.name}</summary>
                <PlanBurnUp {...figure} />
              </details>
            ))}
          </section>
          {byPriority.length > 0 && (
            <section>
              <Heading as="h2" id="by-priority">
                {translate({id: 'plan.progress.priorities', message: 'By priority'})}
              </Heading>
              <div className={styles.grid}>
                {byPriority.map((figure) => (
                  <PlanBurnUp key={figure.name} {...figure} small />
                ))}
              </div>
              <PriorityTable rows={rows} ids={priorities} />
            </section>
          )}
        </>
      )}
      <DayTable rows={rows} />
    </>
  )
}

/** How much the history holds, and what of it is not as it should be. */
function counted({revisions, rows, gaps, misdated}: HistoryView): string {
  const {say, plural} = WORDS
  return [
    say('plan.history.counted', '{revisions} on {days}.', {
      revisions: plural('plan.history.revisions', '{count} revision|{count} revisions', revisions),
      days: plural('plan.history.days', '{count} day|{count} days', rows.length),
    }),
    ...(gaps === 0
      ? []
      : [
          plural(
            'plan.history.gaps',
            '{count} cannot be counted and is a gap; the table says why.|{count} cannot be counted and are gaps; the table says why.',
            gaps,
          ),
        ]),
    ...(misdated === 0
      ? []
      : [
          plural(
            'plan.history.misdated',
            'The clock of {count} commit contradicts the order of the history: shown on the day of the revision before.|The clock of {count} commits contradicts the order of the history: shown on the day of the revision before.',
            misdated,
          ),
        ]),
  ].join(' ')
}

/** Planned against current: what does not end as it was planned to. */
function Against({baseline: {text, rows, added, removed}}: {baseline: BaselineView}): ReactNode {
  return (
    <section>
      <Heading as="h2" id="baseline">
        {translate({id: 'plan.history.baseline', message: 'Compared with the baseline'})}
      </Heading>
      <p>{text}</p>
      {rows.length > 0 && (
        <PlanFoldedTable
          summary={translate(
            {id: 'plan.history.notAsPlanned', message: 'What does not end as planned ({count})'},
            {count: String(rows.length)},
          )}
          label={translate({id: 'plan.history.ends', message: 'Planned and current ends'})}
          heads={[
            translate({id: 'plan.history.what', message: 'Phase or item'}),
            translate({id: 'plan.history.planned', message: 'Planned end'}),
            translate({id: 'plan.history.now', message: 'Ends now'}),
            translate({id: 'plan.history.variance', message: 'Variance'}),
          ]}
        >
          {rows.map(({name, planned, now, variance}, index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>{planned}</td>
              <td>{now}</td>
              <td>{variance}</td>
            </tr>
          ))}
        </PlanFoldedTable>
      )}
      {added.length > 0 && <p>{translate({id: 'plan.history.added', message: 'New since then: {items}.'}, {items: added.join('; ')})}</p>}
      {removed.length > 0 && (
        <p>{translate({id: 'plan.history.removed', message: 'Gone since then: {items}.'}, {items: removed.join('; ')})}</p>
      )}
    </section>
  )
}

/** Of the five numbers of a row, the one with a sign. */
const CHANGE = 2
const signed = (change: number): string => (change === 0 ? '' : change > 0 ? `+${WORDS.number(change)}` : `−${WORDS.number(-change)}`)

function DayTable({rows}: {rows: readonly HistoryRow[]}): ReactNode {
  return (
    <PlanFoldedTable
      summary={translate({id: 'plan.history.table', message: 'Data table'})}
      label={translate({id: 'plan.history.label', message: 'Scope and done by day'})}
      heads={[
        translate({id: 'plan.metrics.day', message: 'Day'}),
        translate({id: 'plan.reports.commit', message: 'Commit'}),
        translate({id: 'plan.mark.done', message: 'Done'}),
        translate({id: 'plan.history.scope', message: 'Scope'}),
        translate({id: 'plan.history.scopeChange', message: 'Scope change'}),
        translate({id: 'plan.history.effortDone', message: 'Effort done (days)'}),
        translate({id: 'plan.history.effort', message: 'Effort (days)'}),
      ]}
      numbers={2}
    >
      {rows.map(({day, commit, sums, gap}, index) => (
        <tr key={index}>
          <DayCell day={day} />
          <td>{commit === null ? translate({id: 'plan.history.uncommitted', message: 'not committed'}) : <code>{commit}</code>}</td>
          {sums === null ? (
            <GapCell reason={gap} columns={5} />
          ) : (
            sums.map((value, at) => (
              <td key={at} data-number>
                {at === CHANGE ? signed(value) : WORDS.number(value)}
              </td>
            ))
          )}
        </tr>
      ))}
    </PlanFoldedTable>
  )
}

function PriorityTable({rows, ids}: {rows: readonly HistoryRow[]; ids: readonly (string | null)[]}): ReactNode {
  return (
    <PlanFoldedTable
      summary={translate({id: 'plan.history.priorityTable', message: 'Data table: done of scope'})}
      label={translate({id: 'plan.history.priorityLabel', message: 'Done of scope by day and priority'})}
      heads={[
        translate({id: 'plan.metrics.day', message: 'Day'}),
        ...ids.map((id) => id ?? translate({id: 'plan.progress.noPriority', message: 'No priority'})),
      ]}
      numbers={1}
    >
      {rows.map(({day, sums, priorities, gap}, index) => (
        <tr key={index}>
          <DayCell day={day} />
          {sums === null ? (
            <GapCell reason={gap} columns={ids.length} />
          ) : (
            priorities.map(([done, tasks], at) => (
              <td key={ids[at] ?? ''} data-number>
                {fractionWords(done, tasks)}
              </td>
            ))
          )}
        </tr>
      ))}
    </PlanFoldedTable>
  )
}

const DayCell = ({day}: {day: string}): ReactNode => (
  <th scope="row">
    <time dateTime={day}>{day}</time>
  </th>
)

const GapCell = ({reason, columns}: {reason: string | null; columns: number}): ReactNode => (
  <td colSpan={columns}>{translate({id: 'plan.history.gap', message: 'Gap: {reason}'}, {reason: reason ?? ''})}</td>
)
