import {useCallback, useDeferredValue, useEffect, useMemo, useState, type ReactNode} from 'react'
import Link from '@docusaurus/Link'
import Translate, {translate} from '@docusaurus/Translate'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import PlanProvenance from '@theme/PlanProvenance'
import PlanTimeline from '@theme/PlanTimeline'
import type {Props} from '@theme/PlanTimelinePage'
import PlanTimelineTable from '@theme/PlanTimelineTable'
import table from '../../css/table.module.css'
import {healthWord} from '../../hooks/healthWord.ts'
import {useAddress} from '../../hooks/useAddress.ts'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import {useStatus} from '../../hooks/useStatus.ts'
import {HEALTHS} from '../../model/health.ts'
import {baselineText, hasBaseline, plannedText} from '../../view/baseline.ts'
import type {Axis, ZoomId} from '../../view/axis.ts'
import {filtered, groups as grouped} from '../../view/timeline-groups.ts'
import {choiceOf, GROUPINGS, queryOf, timeline, type Choice, type GroupingId} from '../../view/timeline.ts'
import {progressSentence} from '../../view/wording.ts'
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
  const heading = translate({id: 'plan.timeline.heading', message: 'Timeline: {title}'}, {title: status.title})
  const against = baselineText(status)
  const baseline = hasBaseline(status)
  return (
    <Layout
      title={heading}
      description={`${translate({id: 'plan.timeline.description', message: 'What happens when: {title}'}, {title: status.title})}, ${progressSentence(totals.done, totals.tasks, totals.percent)}`}
    >
      <main className={styles.page}>
        <Heading as="h1">{heading}</Heading>
        <PlanProvenance source={status.source} asOf={today} done={totals.done} tasks={totals.tasks} instance={instance} />
        <p>{measure(axis)}</p>
        {against !== null && <p>{against}</p>}
        {totals.items === 0 ? (
          <p>
            <Translate id="plan.timeline.none">The plan has no items.</Translate>
          </p>
        ) : (
          <>
            <Controls choice={choice} choose={choose} axis={axis} shown={drawing.items} items={totals.items} />
            {axis.span === 0 ? (
              <p>
                <Translate id="plan.timeline.nowhere" values={{timeline: <code>**Timeline**: 3 days</code>, week: <code>Week 1</code>}}>
                  {'Nothing has a place in time yet. State how long items take ({timeline}) or when phases are ({week}).'}
                </Translate>
              </p>
            ) : drawing.items === 0 ? (
              <p className={styles.empty}>
                <Translate id="plan.timeline.noMatch">No item matches.</Translate>{' '}
                <button
                  type="button"
                  className="button button--sm button--secondary"
                  onClick={() => choose({...choice, text: '', health: 'all'})}
                >
                  <Translate id="plan.timeline.showAll">Show all items</Translate>
                </button>
              </p>
            ) : (
              <PlanTimeline drawing={drawing} axis={axis} phases={phases} progressPage={progressPage} />
            )}
            <Legend axis={axis} baseline={baseline} />
            <section className={styles.twin}>
              <Heading as="h2" id="table">
                <Translate id="plan.history.table">The same as a table</Translate>
              </Heading>
              <PlanTimelineTable groups={groups} axis={axis} phases={phases} progressPage={progressPage} baseline={baseline} />
            </section>
            <Phases phases={status.phases} baseline={baseline} />
            <Deadlines priorities={status.priorities} />
          </>
        )}
        {progressPage !== null && (
          <p>
            <Link to={progressPage}>
              <Translate id="plan.timeline.progress">Progress of all items</Translate>
            </Link>
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

const GROUPING_WORDS: Readonly<Record<GroupingId, () => string>> = {
  phase: () => translate({id: 'plan.timeline.byPhase', message: 'phase'}),
  section: () => translate({id: 'plan.timeline.bySection', message: 'section'}),
  priority: () => translate({id: 'plan.timeline.byPriority', message: 'priority'}),
  owner: () => translate({id: 'plan.timeline.byOwner', message: 'owner'}),
}
const ZOOM_WORDS: Readonly<Record<ZoomId, () => string>> = {
  days: () => translate({id: 'plan.timeline.days', message: 'days'}),
  weeks: () => translate({id: 'plan.timeline.weeks', message: 'weeks'}),
  months: () => translate({id: 'plan.timeline.months', message: 'months'}),
  quarters: () => translate({id: 'plan.timeline.quarters', message: 'quarters'}),
}
const noDates = (): string => translate({id: 'plan.timeline.noDates', message: 'no dates'})
const workingDay = (day: number): string => translate({id: 'plan.timeline.workingDay', message: 'working day {day}'}, {day: String(day)})

function measure({origin, start, workingDays, holidays}: Axis): string {
  const days = {days: String(workingDays)}
  const off = {count: String(holidays)}
  return [
    workingDays === 1
      ? translate({id: 'plan.timeline.weekOne', message: 'A week is 1 working day.'})
      : translate({id: 'plan.timeline.week', message: 'A week is {days} working days.'}, days),
    ...(origin === null || holidays === 0
      ? []
      : holidays === 1
        ? [translate({id: 'plan.timeline.holiday', message: 'One holiday is left out.'})]
        : [translate({id: 'plan.timeline.holidays', message: '{count} holidays are left out.'}, off)]),
    origin === null
      ? translate({id: 'plan.timeline.noStart', message: 'The plan names no start date, so the axis counts weeks from its start.'})
      : start === null
        ? translate({id: 'plan.timeline.stated', message: 'Dates are those that the plan states.'})
        : translate({id: 'plan.timeline.begins', message: 'Week 1 begins on {start}.'}, {start}),
  ].join(' ')
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
    <form
      className={styles.controls}
      role="search"
      aria-label={translate({id: 'plan.timeline.label', message: 'What the timeline shows'})}
      onSubmit={(event) => event.preventDefault()}
    >
      <label>
        <Translate id="plan.timeline.group">Group by</Translate>{' '}
        <select
          value={choice.group}
          onChange={({target}) => choose({...choice, group: GROUPINGS.find((id) => id === target.value) ?? 'phase'})}
        >
          {GROUPINGS.map((id) => (
            <option key={id} value={id}>
              {GROUPING_WORDS[id]()}
            </option>
          ))}
        </select>
      </label>
      <label>
        <Translate id="plan.table.health">Health</Translate>{' '}
        <select
          value={choice.health}
          onChange={({target}) => choose({...choice, health: HEALTHS.find((id) => id === target.value) ?? 'all'})}
        >
          <option value="all">{translate({id: 'plan.timeline.all', message: 'all'})}</option>
          {HEALTHS.map((id) => (
            <option key={id} value={id}>
              {healthWord(id)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <Translate id="plan.filter.find">Find</Translate>{' '}
        <input
          type="search"
          value={choice.text}
          placeholder={translate({id: 'plan.filter.hint', message: 'word, number, owner'})}
          onChange={({target}) => choose({...choice, text: target.value})}
        />
      </label>
      {axis.zooms.length > 1 && (
        <div role="group" aria-label={translate({id: 'plan.timeline.zoom', message: 'Zoom'})} className={styles.zoom}>
          <span aria-hidden="true">{translate({id: 'plan.timeline.zoom', message: 'Zoom'})}</span>
          {axis.zooms.map(({id}) => (
            <button key={id} type="button" aria-pressed={choice.zoom === id} onClick={() => choose({...choice, zoom: id})}>
              {ZOOM_WORDS[id]()}
            </button>
          ))}
        </div>
      )}
      <span role="status" className={styles.shown}>
        {shown === items
          ? translate({id: 'plan.timeline.items', message: '{items} items'}, {items: String(items)})
          : translate({id: 'plan.timeline.shown', message: '{shown} of {items} items'}, {shown: String(shown), items: String(items)})}
      </span>
    </form>
  )
}

function Legend({axis, baseline}: {axis: Axis; baseline: boolean}): ReactNode {
  return (
    <p className={styles.legend}>
      <Translate id="plan.timeline.legend">
        A bar runs from the first to the last working day of its item and is filled by the share of its tasks that are done; signs: ✓ done,
        → on track, ! at risk, ‼ late, ○ not started, ? unknown. A diamond states no duration. An arrow leads from an item to one that
        depends on it; a heavy outline is on the critical path. A dashed line is the deadline of a priority. Tinted columns are phases.
      </Translate>
      {axis.origin !== null && (
        <>
          {' '}
          <Translate id="plan.timeline.legendDates">A flag is a due date, the solid line is today.</Translate>
        </>
      )}
      {baseline && (
        <>
          {' '}
          <Translate id="plan.timeline.legendBaseline">A thin bar under a bar is when it was planned at the baseline.</Translate>
        </>
      )}
    </p>
  )
}

function Phases({phases, baseline}: {phases: Props['status']['phases']; baseline: boolean}): ReactNode {
  if (phases.length === 0) return null
  return (
    <section className={styles.twin}>
      <Heading as="h2" id="phases">
        <Translate id="plan.timeline.phases">Phases</Translate>
      </Heading>
      <div
        className={styles.scroller}
        role="region"
        aria-label={translate({id: 'plan.timeline.phasesLabel', message: 'Phases, scrolls'})}
        tabIndex={0}
      >
        <table className={table.table}>
          <thead>
            <tr>
              {[
                translate({id: 'plan.item.phase', message: 'Phase'}),
                translate({id: 'plan.timeline.first', message: 'First day'}),
                translate({id: 'plan.timeline.last', message: 'Last day'}),
                ...(baseline ? [translate({id: 'plan.timeline.baseline', message: 'Baseline'})] : []),
                translate({id: 'plan.timeline.workingDays', message: 'Working days'}),
                translate({id: 'plan.timeline.work', message: 'Days of work'}),
                translate({id: 'plan.timeline.people', message: 'People needed'}),
                translate({id: 'plan.table.items', message: 'Items'}),
                translate({id: 'plan.timeline.because', message: 'Because'}),
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
                  <td className={styles.nowrap}>{start ?? (window === null ? noDates() : workingDay(window.from + 1))}</td>
                  <td className={styles.nowrap}>{finish ?? (window === null ? noDates() : workingDay(window.to))}</td>
                  {baseline && <td>{plannedText(planned)}</td>}
                  <td>{workingDays ?? healthWord('unknown')}</td>
                  <td>{effortDays}</td>
                  <td>{peopleNeeded === null ? healthWord('unknown') : peopleNeeded.toFixed(1)}</td>
                  <td>{items.length}</td>
                  <td>
                    {healthWord(health)}: {because}
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
        <Translate id="plan.timeline.deadlines">Deadlines</Translate>
      </Heading>
      <ul>
        {stated.map(({id, title, deadline, deadlineDate, deadlineDays}) => (
          <li key={id}>
            {id} {title}: {deadline} (
            {deadlineDate ??
              (deadlineDays === null
                ? translate({id: 'plan.timeline.noDay', message: 'names no day'})
                : workingDay(Math.max(Math.ceil(deadlineDays), 1)))}
            )
          </li>
        ))}
      </ul>
    </section>
  )
}
