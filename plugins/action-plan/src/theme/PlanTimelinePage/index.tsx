import {useCallback, useDeferredValue, useEffect, useMemo, useState, type ReactNode} from 'react'
import Link from '@docusaurus/Link'
import Translate, {translate} from '@docusaurus/Translate'
import Heading from '@theme/Heading'
import PlanLayout from '@theme/PlanLayout'
import PlanProvenance from '@theme/PlanProvenance'
import PlanTimeline from '@theme/PlanTimeline'
import PlanTimelineControls from '@theme/PlanTimelineControls'
import type {Props} from '@theme/PlanTimelinePage'
import PlanTimelineList from '@theme/PlanTimelineList'
import PlanTimelinePhases from '@theme/PlanTimelinePhases'
import PlanTimelineTable from '@theme/PlanTimelineTable'
import {useAddress} from '../../hooks/useAddress.ts'
import {BaselineText} from '../../hooks/BaselineText.tsx'
import {useJudged} from '../../hooks/useJudged.ts'
import {useLivePart, usePlan} from '../../hooks/usePlan.ts'
import {useStatus} from '../../hooks/useStatus.ts'
import {WORDS} from '../../labels/words.ts'
import {workingDay} from '../../labels/working-day.ts'
import {shortLabels} from '../../model/label.ts'
import {hasBaseline} from '../../view/words/variance.ts'
import type {Axis} from '../../view/timeline/axis.ts'
import {filtered, groups as grouped} from '../../view/timeline/groups.ts'
import {choiceOf, queryOf, timeline, type Choice, type Sign} from '../../view/timeline/timeline.ts'
import {readWhatIf, writeWhatIf} from '../../view/timeline/what-if.ts'
import {useProjected} from './projection.ts'
import WhatIf from './WhatIf.tsx'
import styles from './styles.module.css'

export default function PlanTimelinePage({status: built, axis: builtAxis, against, instance}: Props): ReactNode {
  const {status: now, today} = useStatus(built, instance)
  const judged = useJudged()
  const axis = useAxis(builtAxis, instance)
  const [query, suppose] = useAddress(readWhatIf, writeWhatIf)
  const status = useProjected(now, (useLivePart('status', instance) ?? built).statusDate, axis.projection, query)
  const read = useCallback((query: URLSearchParams) => choiceOf(query, axis), [axis])
  const write = useCallback((next: Choice) => queryOf(next, axis), [axis])
  const [choice, choose] = useAddress(read, write)
  // What is typed shows at once; the drawing follows when there is time.
  const drawn = useDeferredValue(choice)
  const drawing = useMemo(() => timeline(WORDS, status, axis, drawn), [status, axis, drawn])
  const groups = useMemo(
    () => grouped(WORDS, status, drawn.group, filtered(status, drawn.text, drawn.health)),
    [status, drawn.group, drawn.text, drawn.health],
  )
  const names = useMemo(() => shortLabels(status.sections), [status.sections])
  const phases = useMemo(() => Object.fromEntries(status.phases.map(({id, title}) => [id, title])), [status])
  const progressPage = usePlan(instance)?.progressPage ?? null
  const {totals} = status
  const zoom = useCallback(
    (step: number) => {
      const at = axis.zooms.findIndex(({id}) => id === choice.zoom)
      const next = step === 0 ? axis.best : axis.zooms[Math.min(Math.max(at - step, 0), axis.zooms.length - 1)]?.id
      if (next !== undefined && next !== choice.zoom) choose({...choice, zoom: next})
    },
    [axis, choice, choose],
  )
  const heading = translate({id: 'plan.timeline.heading', message: 'Timeline: {title}'}, {title: status.title})
  const baseline = hasBaseline(status)
  const linked = status.sections.some(({items}) => items.some(({dependsOn}) => dependsOn.length > 0))
  return (
    <PlanLayout instance={instance} title={heading} description={heading}>
      <main className={styles.page} {...judged}>
        <Heading as="h1">{heading}</Heading>
        {totals.items === 0 ? (
          <p>
            <Translate id="plan.timeline.none">The plan has no items.</Translate>
          </p>
        ) : (
          <>
            {axis.projection && <WhatIf status={status} settings={axis.projection} query={query} choose={suppose} />}
            {axis.span > 0 && (
              <PlanTimelineControls choice={choice} choose={choose} zooms={axis.zooms} shown={drawing.items} items={totals.items} />
            )}
            {axis.span === 0 ? (
              <NoDates />
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
              <>
                <PlanTimeline
                  drawing={drawing}
                  axis={axis}
                  phases={phases}
                  names={names}
                  progressPage={progressPage}
                  linked={linked}
                  zoom={zoom}
                />
                <PlanTimelineList drawing={drawing} progressPage={progressPage} />
                <Legend signs={drawing.signs} />
              </>
            )}
            {axis.span > 0 && <p className={styles.measure}>{measure(axis)}</p>}
            <BaselineText built={against} status={status} instance={instance} />
            <details className={styles.twin}>
              <summary id="table">{translate({id: 'plan.history.table', message: 'Data table'})}</summary>
              <PlanTimelineTable
                groups={groups}
                grouping={drawn.group}
                axis={axis}
                phases={phases}
                names={names}
                progressPage={progressPage}
                baseline={baseline}
                linked={linked}
              />
            </details>
            {status.phases.length > 0 && (
              <details className={styles.twin}>
                <summary id="phases">{translate({id: 'plan.timeline.phases', message: 'Phases'})}</summary>
                <PlanTimelinePhases phases={status.phases} baseline={baseline} />
              </details>
            )}
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
        <PlanProvenance source={status.source} asOf={today} instance={instance} />
      </main>
    </PlanLayout>
  )
}

function NoDates(): ReactNode {
  return (
    <p>
      <Translate id="plan.timeline.nowhere" values={{timeline: <code>**Timeline**: 3 days</code>, week: <code>Week 1</code>}}>
        {'No item has dates yet. State how long items take ({timeline}) or when phases are ({week}).'}
      </Translate>
    </p>
  )
}

/** The axis that the page was built with; when newer numbers come, the one that was written with them. */
function useAxis(built: Axis, instance: string): Axis {
  const status = useLivePart('status', instance)
  const url = usePlan(instance)?.statusUrl.replace(/status(?=\.json$)/, 'timeline')
  const [axis, setAxis] = useState(built)
  useEffect(() => {
    if (status === null || url === undefined) return
    let wanted = true
    fetch(url, {cache: 'no-cache'})
      .then((response) => (response.ok ? (response.json() as Promise<Partial<Axis>>) : {}))
      .then((found: Partial<Axis>) => {
        if (wanted && Array.isArray(found.zooms) && Number.isFinite(found.span)) setAxis(found as Axis)
      })
      // Without it the drawing keeps its axis; the table beside it has every date.
      .catch(() => undefined)
    return () => void (wanted = false)
  }, [status, url])
  return axis
}

function measure({origin, start, workingDays, holidays}: Axis): string {
  const {plural} = WORDS
  return [
    plural('plan.timeline.week', 'A week is {count} working day.|A week is {count} working days.', workingDays),
    ...(origin === null || holidays === 0
      ? []
      : [plural('plan.timeline.holidays', '{count} holiday is left out.|{count} holidays are left out.', holidays)]),
    origin === null
      ? translate({id: 'plan.timeline.noStart', message: 'The plan states no start date: weeks count from its start.'})
      : start === null
        ? translate({id: 'plan.timeline.stated', message: 'The dates are taken from the plan.'})
        : translate({id: 'plan.timeline.begins', message: 'Week 1 begins on {start}.'}, {start: WORDS.day(start)}),
  ].join(' ')
}

/** The words of the signs. */
const KEY: Readonly<Record<Sign, () => string>> = {
  item: () => translate({id: 'plan.key.item', message: 'item, filled as far as it is done'}),
  critical: () => translate({id: 'plan.key.critical', message: 'critical path'}),
  overdue: () => translate({id: 'plan.key.overdue', message: 'late, up to today'}),
  projected: () => translate({id: 'plan.key.projected', message: 'projected: what is left'}),
  due: () => translate({id: 'plan.key.due', message: 'due date'}),
  baseline: () => translate({id: 'plan.key.baseline', message: 'at the baseline'}),
  milestone: () => translate({id: 'plan.key.milestone', message: 'no duration stated'}),
  deadline: () => translate({id: 'plan.key.deadline', message: 'deadline of a priority'}),
}

/** A drawn key: each sign that is in the drawing with its word. */
function Legend({signs}: {signs: readonly Sign[]}): ReactNode {
  return (
    <ul className={styles.key} aria-label={translate({id: 'plan.key.label', message: 'Key'})}>
      {signs.map((sign) => (
        <li key={sign} data-sign={sign}>
          <span data-key-sign={sign} aria-hidden="true" /> {KEY[sign]()}
        </li>
      ))}
    </ul>
  )
}

function Deadlines({priorities}: {priorities: Props['status']['priorities']}): ReactNode {
  const stated = priorities.filter(({deadline}) => deadline !== null)
  if (stated.length === 0) return null
  return (
    <section className={styles.twin}>
      <Heading as="h2" id="deadlines">
        {translate({id: 'plan.timeline.deadlines', message: 'Deadlines'})}
      </Heading>
      <ul>
        {stated.map((level) => (
          <li key={level.id}>
            {level.id} {level.title}: {level.deadline} ({dayOf(level)})
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "Immediately" is about the start, anything else about the end. */
function dayOf({deadlineDate, deadlineDays}: Props['status']['priorities'][number]): string {
  if (deadlineDays === null)
    return deadlineDate !== null ? WORDS.day(deadlineDate) : translate({id: 'plan.timeline.noDay', message: 'names no day'})
  if (deadlineDate === null) return workingDay(Math.max(Math.ceil(deadlineDays), 1))
  return deadlineDays === 0
    ? translate({id: 'plan.timeline.startBy', message: 'start by {day}'}, {day: WORDS.day(deadlineDate)})
    : WORDS.day(deadlineDate)
}
