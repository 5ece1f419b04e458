import {useState, type ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import useIsBrowser from '@docusaurus/useIsBrowser'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanPortfolio'
import {addedUp} from '../../derive/progress.ts'
import {useComplain} from '../../hooks/useComplain.ts'
import {useJudged} from '../../hooks/useJudged.ts'
import {useNow} from '../../hooks/useNow.ts'
import {useOthers} from '../../hooks/useOthers.ts'
import {usePlans} from '../../hooks/usePlan.ts'
import {percentWords} from '../../labels/numbers.ts'
import {WORDS} from '../../labels/words.ts'
import {numbersOn} from '../../live/numbers-on.ts'
import {dateIn} from '../../model/date.ts'
import type {PlanGlobal} from '../../model/global.ts'
import {lineOf} from '../../model/plan-line.ts'
import {groupedRows, matchesPlan, otherRows, sortedRows, type PlanGroup, type PlanRow, type PlanSort} from '../../view/pages/plan-rows.ts'
import {verdictTerm} from '../../view/words/verdict.ts'
import {PlanNames, PlanTableRows, ROWS} from './rows.tsx'
import styles from './styles.module.css'

const NO_OTHERS: readonly never[] = []

export default function PlanPortfolio({plans: chosen, others = NO_OTHERS, pollSeconds = 60}: Props): ReactNode {
  const {say, plural} = WORDS
  const now = useNow()
  const own = useOwnRows(chosen, now)
  const addresses = useOthers(others, pollSeconds)
  const rows = [...own, ...otherRows(addresses)]
  const [sort, setSort] = useState<PlanSort>('listed')
  const [query, setQuery] = useState('')
  const judged = useJudged()
  const {plans, tasks, done, percent, items, itemsDone} = sumOf(rows)
  const stuck = rows.filter(({other}) => other !== null && other.failure !== null).length
  const many = rows.length > ROWS
  const shown = sortedRows(many && query.trim() !== '' ? rows.filter((row) => matchesPlan(row, query.trim())) : rows, sort)
  return (
    <div {...judged}>
      {tasks === 0 ? (
        <p>
          <Translate id="plan.portfolio.none">No tasks</Translate>
        </p>
      ) : (
        <div className={styles.whole}>
          <p>
            <strong>{say('plan.summary.tasks', '{done} of {tasks} tasks done', {done, tasks})}</strong>{' '}
            {plural('plan.portfolio.in', 'in {count} plan|in {count} plans', plans)} ({percentWords(percent, done)}),{' '}
            {say('plan.summary.items', '{done} of {items} items complete', {done: itemsDone, items})}
          </p>
          <PlanBar done={done} tasks={tasks} />
        </div>
      )}
      {stuck > 0 && (
        <p role="status">
          {plural('plan.portfolio.stuck', '{count} plan could not be updated.|{count} plans could not be updated.', stuck)}
        </p>
      )}
      {rows.length > 1 && <Controls sort={sort} setSort={setSort} query={many ? query : null} setQuery={setQuery} />}
      {shown.length === 0 && rows.length > 0 && <p>{translate({id: 'plan.portfolio.noMatch', message: 'No plan matches.'})}</p>}
      {many && sort === 'listed' && query.trim() === ''
        ? groupedRows(rows).map((group) => <Group key={group.health} group={group} now={now} />)
        : shown.length > 0 && <PlanTableRows rows={shown} now={now} />}
    </div>
  )
}

/** The tasks of all plans whose numbers are known, and how many plans these are. */
function sumOf(rows: readonly PlanRow[]): ReturnType<typeof addedUp> & {readonly plans: number} {
  const known = rows.flatMap(({line}) => (line === null ? [] : [{...line.totals, dropped: 0}]))
  return {...addedUp(known), plans: known.length}
}

/** The plans of this site, judged on the reader's day. */
function useOwnRows(chosen: readonly string[] | undefined, now: number | null): readonly PlanRow[] {
  const all = usePlans()
  const complain = useComplain()
  const instances = chosen ?? Object.keys(all).sort()
  const [unknown] = instances.filter((id) => all[id] === undefined)
  if (unknown !== undefined)
    complain(`PlanPortfolio: unexpected plan "${unknown}"; the plans of this site are ${Object.keys(all).sort().join(', ')}.`)
  return instances.flatMap((id) => {
    const plan = all[id]
    return plan === undefined ? [] : [ownRow(id, plan, now === null ? plan.statusDate : dateIn(plan.timeZone, new Date(now)))]
  })
}

function ownRow(id: string, plan: PlanGlobal, today: string): PlanRow {
  const {items, totals, verdict} = numbersOn(plan, today)
  const line = lineOf({...plan, statusDate: today, items, totals, verdict})
  return {key: id, name: plan.title, page: plan.progressPage, line, other: null}
}

const SORTS: readonly (readonly [sort: PlanSort, label: () => string])[] = [
  ['listed', () => translate({id: 'plan.portfolio.listed', message: 'As listed'})],
  ['plan', () => translate({id: 'plan.portfolio.plan', message: 'Plan'})],
  ['verdict', () => translate({id: 'plan.portfolio.verdict', message: 'Status'})],
  ['done', () => translate({id: 'plan.summary.done', message: 'Done'})],
  ['end', () => translate({id: 'plan.summary.end', message: 'Planned end'})],
]

interface ControlsProps {
  readonly sort: PlanSort
  readonly setSort: (sort: PlanSort) => void
  /** Null: there are too few plans to look for one. */
  readonly query: string | null
  readonly setQuery: (query: string) => void
}

/** Without JavaScript there is nothing to choose: its place is kept, so that nothing moves when it comes. */
function Controls({sort, setSort, query, setQuery}: ControlsProps): ReactNode {
  const browser = useIsBrowser()
  return (
    <div className={styles.controls} data-ready={browser}>
      <div className={styles.sorts} role="group" aria-label={translate({id: 'plan.items.sort', message: 'Sort by'})}>
        {SORTS.map(([one, label]) => (
          <button key={one} type="button" data-sort={one} aria-pressed={sort === one} onClick={() => setSort(one)}>
            {label()}
          </button>
        ))}
      </div>
      {query !== null && (
        <label className={styles.find}>
          <span>{translate({id: 'plan.filter.find', message: 'Find'})}</span>
          <input
            type="search"
            value={query}
            placeholder={translate({id: 'plan.portfolio.hint', message: 'plan, file, owner'})}
            onChange={({target}) => setQuery(target.value)}
          />
        </label>
      )}
    </div>
  )
}

/** Plans of one verdict, folded; what needs somebody is open. Closed, they are names alone. */
function Group({group: {health, rows}, now}: {group: PlanGroup; now: number | null}): ReactNode {
  const urgent = health === null || health === 'late'
  const [opened, setOpened] = useState(urgent)
  const {done, tasks} = sumOf(rows)
  return (
    <details
      className={styles.group}
      open={urgent}
      data-group={health ?? 'none'}
      onToggle={({currentTarget, target}) => target === currentTarget && currentTarget.open && setOpened(true)}
    >
      <summary>
        {health === null ? (
          translate({id: 'plan.portfolio.noNumbers', message: 'No numbers'})
        ) : (
          <PlanHealth health={health} word={verdictTerm(WORDS, health)} />
        )}{' '}
        <span>{WORDS.plural('plan.portfolio.count', '{count} plan|{count} plans', rows.length)}</span>
        <span className={styles.groupBar}>
          <PlanBar done={done} tasks={tasks} />
        </span>
      </summary>
      {opened ? <PlanTableRows rows={rows} now={now} /> : <PlanNames rows={rows} />}
    </details>
  )
}
