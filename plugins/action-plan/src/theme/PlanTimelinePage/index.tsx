import {useCallback, useDeferredValue, useEffect, useMemo, useState, type ReactNode} from 'react'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import PlanProvenance from '@theme/PlanProvenance'
import PlanTimeline from '@theme/PlanTimeline'
import type {Props} from '@theme/PlanTimelinePage'
import PlanTimelineTable from '@theme/PlanTimelineTable'
import {useAddress} from '../../hooks/useAddress.ts'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import {useStatus} from '../../hooks/useStatus.ts'
import {HEALTHS} from '../../model/health.ts'
import {baselineText, hasBaseline, plannedText} from '../../view/baseline.ts'
import type {Axis} from '../../view/axis.ts'
import {filtered, groups as grouped} from '../../view/timeline-groups.ts'
import {choiceOf, GROUPINGS, queryOf, timeline, type Choice} from '../../view/timeline.ts'
import {HEALTH_WORDS, progressSentence} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanTimelinePage({status: built, axis: builtAxis, instance}: Props): ReactNode {
  const {status, today} = useStatus(built, instance)
  const axis = useAxis(builtAxis, instance)
  const read = useCallback((query: URLSearchParams) => choiceOf(query, axis), [axis])
  const write = useCallback((next: Choice) => queryOf(next, axis), [axis])
  const [choice, choose] = useAddress(read, write)
  // What is typed shows at once; the drawing follows when there is time.
  const drawn = useDeferredValue(choice)
  const drawing = useMemo(() => timeline(status, axis, drawn), [status, axis, drawn])
  const groups = useMemo(
    () => grouped(status, drawn.group, filtered(status, drawn.text, drawn.health)),
    [status, drawn.group, drawn.text, drawn.health],
  )
  const phases = useMemo(() => Object.fromEntries(status.phases.map(({id, title}) => [id, title])), [status])
  const progressPage = usePlan(instance)?.progressPage ?? null
  const {totals} = status
  const against = baselineText(status)
  const baseline = hasBaseline(status)
  return (
    <Layout
      title={`Timeline: ${status.title}`}
      description={`What happens when: ${status.title}, ${progressSentence(totals.done, totals.tasks, totals.percent)}`}
    >
      <main className={styles.page}>
        <Heading as="h1">Timeline: {status.title}</Heading>
        <PlanProvenance source={status.source} asOf={today} done={totals.done} tasks={totals.tasks} instance={instance} />
        <p>{measure(axis)}</p>
        {against !== null && <p>{against}</p>}
        {totals.items === 0 ? (
          <p>The plan has no items.</p>
        ) : (
          <>
            <Controls choice={choice} choose={choose} axis={axis} shown={drawing.items} items={totals.items} />
            {axis.span === 0 ? (
              <p>
                Nothing has a place in time yet. State how long items take (<code>**Timeline**: 3 days</code>) or when phases are (
                <code>Week 1</code>).
              </p>
            ) : drawing.items === 0 ? (
              <p className={styles.empty}>
                No item matches.{' '}
                <button
                  type="button"
                  className="button button--sm button--secondary"
                  onClick={() => choose({...choice, text: '', health: 'all'})}
                >
                  Show all items
                </button>
              </p>
            ) : (
              <PlanTimeline drawing={drawing} axis={axis} phases={phases} progressPage={progressPage} />
            )}
            <Legend axis={axis} baseline={baseline} />
            <section className={styles.twin}>
              <Heading as="h2" id="table">
                The same as a table
              </Heading>
              <PlanTimelineTable groups={groups} axis={axis} phases={phases} progressPage={progressPage} baseline={baseline} />
            </section>
            <Phases phases={status.phases} baseline={baseline} />
            <Deadlines priorities={status.priorities} />
          </>
        )}
        {progressPage !== null && (
          <p>
            <Link to={progressPage}>Progress of all items</Link>
          </p>
        )}
      </main>
    </Layout>
  )
}

/** The axis that the page was built with; when newer numbers come, the one that was written with them. */
function useAxis(built: Axis, instance: string): Axis {
  const {status} = useLive(instance)
  const url = usePlan(instance)?.statusUrl.replace(/status(?=\.json$)/, 'timeline')
  const [axis, setAxis] = useState(built)
  useEffect(() => {
    if (status === null || url === undefined) return
    let wanted = true
    fetch(url, {cache: 'no-cache'})
      .then((response) => (response.ok ? (response.json() as Promise<Axis>) : Promise.reject(new Error(`${response.status}`))))
      .then((found) => {
        if (wanted && Array.isArray(found.zooms) && Number.isFinite(found.span)) setAxis(found)
      })
      // Without it the drawing keeps its axis; the table beside it has every date.
      .catch(() => undefined)
    return () => void (wanted = false)
  }, [status, url])
  return axis
}

function measure({origin, start, workingDays, holidays}: Axis): string {
  const week = `A week is ${workingDays} working day${workingDays === 1 ? '' : 's'}`
  if (origin === null) return `${week}. The plan names no start date, so the axis counts weeks from its start.`
  const off = holidays === 0 ? '' : `; ${holidays} holiday${holidays === 1 ? ' is' : 's are'} left out`
  return start === null ? `${week}${off}. Dates are those that the plan states.` : `${week}${off}. Week 1 begins on ${start}.`
}

function Controls({
  choice,
  choose,
  axis,
  shown,
  items,
}: {
  choice: Choice
  choose: (choice: Choice) => void
  axis: Axis
  shown: number
  items: number
}): ReactNode {
  return (
    <form className={styles.controls} role="search" aria-label="What the timeline shows" onSubmit={(event) => event.preventDefault()}>
      <label>
        Group by{' '}
        <select
          value={choice.group}
          onChange={({target}) => choose({...choice, group: GROUPINGS.find((id) => id === target.value) ?? 'phase'})}
        >
          {GROUPINGS.map((id) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
      </label>
      <label>
        Health{' '}
        <select
          value={choice.health}
          onChange={({target}) => choose({...choice, health: HEALTHS.find((id) => id === target.value) ?? 'all'})}
        >
          <option value="all">all</option>
          {HEALTHS.map((id) => (
            <option key={id} value={id}>
              {HEALTH_WORDS[id]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Find{' '}
        <input
          type="search"
          value={choice.text}
          placeholder="number, word, owner"
          onChange={({target}) => choose({...choice, text: target.value})}
        />
      </label>
      {axis.zooms.length > 1 && (
        <div role="group" aria-label="Zoom" className={styles.zoom}>
          <span aria-hidden="true">Zoom</span>
          {axis.zooms.map(({id}) => (
            <button key={id} type="button" aria-pressed={choice.zoom === id} onClick={() => choose({...choice, zoom: id})}>
              {id}
            </button>
          ))}
        </div>
      )}
      <span role="status" className={styles.shown}>
        {shown === items ? `${items} items` : `${shown} of ${items} items`}
      </span>
    </form>
  )
}

function Legend({axis, baseline}: {axis: Axis; baseline: boolean}): ReactNode {
  return (
    <p className={styles.legend}>
      A bar runs from the first to the last working day of its item and is filled by the share of its tasks that are done; signs: ✓ done, →
      on track, ! at risk, ‼ late, ○ not started, ? unknown. A diamond states no duration. An arrow leads from an item to one that depends
      on it; a heavy outline is on the critical path. A dashed line is the deadline of a priority
      {axis.origin === null ? '' : ', a flag a due date, the solid line today'}. Tinted columns are phases.
      {baseline && ' A thin bar under a bar is when it was planned at the baseline.'}
    </p>
  )
}

function Phases({phases, baseline}: {phases: Props['status']['phases']; baseline: boolean}): ReactNode {
  if (phases.length === 0) return null
  return (
    <section className={styles.twin}>
      <Heading as="h2" id="phases">
        Phases
      </Heading>
      <div className={styles.scroller} role="region" aria-label="Phases, scrolls" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[
                'Phase',
                'First day',
                'Last day',
                ...(baseline ? ['Baseline'] : []),
                'Working days',
                'Days of work',
                'People needed',
                'Items',
                'Because',
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {phases.map(
              ({id, title, start, finish, window, workingDays, effortDays, peopleNeeded, items, health, because, baseline: planned}) => (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  <td className={styles.nowrap}>{start ?? (window === null ? 'no dates' : `working day ${window.from + 1}`)}</td>
                  <td className={styles.nowrap}>{finish ?? (window === null ? 'no dates' : `working day ${window.to}`)}</td>
                  {baseline && <td>{plannedText(planned)}</td>}
                  <td>{workingDays ?? 'unknown'}</td>
                  <td>{effortDays}</td>
                  <td>{peopleNeeded === null ? 'unknown' : peopleNeeded.toFixed(1)}</td>
                  <td>{items.length}</td>
                  <td>
                    {HEALTH_WORDS[health]}: {because}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Deadlines({priorities}: {priorities: Props['status']['priorities']}): ReactNode {
  const stated = priorities.filter(({deadline}) => deadline !== null)
  if (stated.length === 0) return null
  return (
    <section className={styles.twin}>
      <Heading as="h2" id="deadlines">
        Deadlines
      </Heading>
      <ul>
        {stated.map(({id, title, deadline, deadlineDate, deadlineDays}) => (
          <li key={id}>
            {id} {title}: {deadline} (
            {deadlineDate ?? (deadlineDays === null ? 'names no day' : `working day ${Math.max(Math.ceil(deadlineDays), 1)}`)})
          </li>
        ))}
      </ul>
    </section>
  )
}
