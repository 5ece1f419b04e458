import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanAttention from '@theme/PlanAttention'
import PlanHead from '@theme/PlanHead'
import type {Props} from '@theme/PlanOverview'
import PlanProvenance from '@theme/PlanProvenance'
import PlanStatus from '@theme/PlanStatus'
import PlanSummary from '@theme/PlanSummary'
import PlanTally from '@theme/PlanTally'
import PlanTimelineSmall from '@theme/PlanTimelineSmall'
import {groupHealth, itemHealth} from '../../derive/health/health.ts'
import {spanWords} from '../../labels/span.ts'
import {useJudged} from '../../hooks/useJudged.ts'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import {useToday} from '../../hooks/useToday.ts'
import {label, shortLabel} from '../../model/label.ts'
import {planEnd} from '../../model/plan-end.ts'
import {priorityOrder} from '../../model/priority.ts'
import {itemAnchor} from '../../view/address.ts'
import styles from './styles.module.css'

/** How many items "next" names. */
const NEXT = 5

export default function PlanOverview({plan: instance}: Props): ReactNode {
  const plan = usePlan(instance)
  const {changed} = useLive(instance)
  const today = useToday(plan?.statusDate ?? '', plan?.timeZone ?? 'UTC')
  const judged = useJudged()
  if (plan === undefined)
    return (
      <p>
        <Translate id="plan.overview.none">This site has no plan.</Translate>
      </p>
    )
  const items = plan.items.map((item) => ({...item, ...itemHealth(item, today)}))
  const verdict = groupHealth(items.map((item) => ({...item, name: shortLabel(item)})))
  const byPriority = priorityOrder(plan.priorities)
  const next = items
    .filter(({health}) => health === 'not-started' || health === 'on-track' || health === 'unknown')
    .filter(({tasks}) => tasks > 0)
    .sort(
      (a, b) => compare(a.start ?? '9', b.start ?? '9') || byPriority(a.priority, b.priority) || compare(a.finish ?? '9', b.finish ?? '9'),
    )
    .slice(0, NEXT)
  return (
    <div className={styles.overview} {...judged}>
      <PlanHead instance={instance} />
      <Heading as="h1">{plan.title}</Heading>
      <PlanSummary totals={{...plan.totals, ...verdict}} end={planEnd(items)} changed={changed.has('totals')} />
      <PlanTally items={items} page={plan.progressPage} />
      <PlanProvenance
        source={plan.source}
        done={plan.totals.done}
        tasks={plan.totals.tasks}
        asOf={today}
        brief
        {...(instance === undefined ? {} : {instance})}
      />
      <PlanAttention items={items} priorities={plan.priorities} page={plan.progressPage} />
      {next.length > 0 && (
        <section>
          <Heading as="h2" id="next">
            {translate({id: 'plan.overview.next', message: 'Begins next'})}
          </Heading>
          <ul className={styles.next}>
            {next.map(({id, number, title, priority, start, finish}) => (
              <li key={id}>
                <Link to={`${plan.progressPage}#${itemAnchor(id)}`}>{label({number, title})}</Link>
                <span className={styles.facts}>{[priority, spanWords(start, finish)].filter((fact) => fact !== null).join(', ')}</span>
                <PlanStatus item={id} {...(instance === undefined ? {} : {plan: instance})} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <Heading as="h2" id="timeline">
          {translate({id: 'plan.timeline.title', message: 'Timeline'})}
        </Heading>
        <PlanTimelineSmall phases={plan.phases} items={plan.items} today={today} timelinePage={`${plan.progressPage}/timeline`} />
      </section>
    </div>
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
