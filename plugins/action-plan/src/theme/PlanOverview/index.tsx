import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanAttention from '@theme/PlanAttention'
import PlanHead from '@theme/PlanHead'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanOverview'
import PlanProvenance from '@theme/PlanProvenance'
import PlanSummary from '@theme/PlanSummary'
import PlanTimelineSmall from '@theme/PlanTimelineSmall'
import {useJudged} from '../../hooks/useJudged.ts'
import {useLivePart, usePlan} from '../../hooks/usePlan.ts'
import {useToday} from '../../hooks/useToday.ts'
import {lateWords} from '../../labels/lateness.ts'
import {WORDS} from '../../labels/words.ts'
import {numbersOn} from '../../live/numbers-on.ts'
import type {SmallBurnUp} from '../../model/global.ts'
import {label} from '../../model/label.ts'
import {itemAnchor} from '../../view/address.ts'
import {urgent} from '../../model/urgent.ts'
import {comesNext} from '../../view/pages/next-up.ts'
import styles from './styles.module.css'

/** How many items "next" names. */
const NEXT = 4
/** How many items need attention first; those that come next are others. */
const ATTENTION = 5

export default function PlanOverview({plan: instance, children}: Props): ReactNode {
  const plan = usePlan(instance)
  const changed = useLivePart('changed', instance)
  const today = useToday(plan?.statusDate ?? '', plan?.timeZone ?? 'UTC')
  const judged = useJudged()
  if (plan === undefined)
    return (
      <p>
        <Translate id="plan.overview.none">This site has no plan.</Translate>
      </p>
    )
  const {progressPage: page, burnUp} = plan
  const {items, totals, verdict} = numbersOn(plan, today)
  const first = new Set(urgent(items, plan.priorities).slice(0, ATTENTION))
  const next = comesNext(items, plan.priorities, ({tasks, done}) => tasks > done)
    .filter((item) => !first.has(item))
    .slice(0, NEXT)
  return (
    <div className={styles.overview} {...judged}>
      <PlanHead instance={instance} />
      <Heading as="h1">{plan.title}</Heading>
      <PlanSummary
        totals={totals}
        verdict={verdict}
        items={items}
        end={plan.end.planned}
        forecast={plan.forecast}
        page={page}
        changed={changed.has('totals')}
      />
      {items.length > 0 && (
        <div className={styles.parts}>
          <PlanAttention items={items} priorities={plan.priorities} page={page} most={ATTENTION} />
          {next.length > 0 && (
            <section className={styles.side}>
              <Heading as="h2" id="next">
                {translate({id: 'plan.overview.next', message: 'Up next'})}
              </Heading>
              <ul className={styles.next}>
                {next.map(({id, number, title, start, health, lateDays}) => (
                  <li key={id}>
                    <Link to={`${page}#${itemAnchor(id)}`}>{label({number, title})}</Link>
                    <span className={styles.facts} suppressHydrationWarning>
                      {lateDays !== null ? (
                        <PlanHealth health={health} word={lateWords(lateDays)} />
                      ) : health === 'not-started' && start !== null ? (
                        WORDS.say('plan.overview.starts', 'starts {day}', {day: WORDS.day(start, 'dayMonth')})
                      ) : (
                        <PlanHealth health={health} />
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <Heading as="h2" id="timeline">
              {translate({id: 'plan.timeline.title', message: 'Timeline'})}
            </Heading>
            <PlanTimelineSmall phases={plan.phases} items={plan.items} today={today} timelinePage={`${page}/timeline`} />
          </section>
          {burnUp !== null && (
            <section className={styles.side}>
              <Heading as="h2" id="burn-up">
                {translate({id: 'plan.history.burnUp', message: 'Burn-up'})}
              </Heading>
              <Link className={styles.chart ?? ''} to={`${page}/history`}>
                <BurnUp {...burnUp} />
              </Link>
            </section>
          )}
        </div>
      )}
      <div className={styles.end}>
        {children}
        <PlanProvenance source={plan.source} asOf={today} {...(instance === undefined ? {} : {instance})} />
      </div>
    </div>
  )
}

function BurnUp({width, height, scope, done, cone, today, end}: SmallBurnUp): ReactNode {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={translate({id: 'plan.overview.burnUp', message: 'Scope and done over time, with the forecast: open the history'})}
    >
      <path className={styles.cone} d={cone} />
      <path className={styles.today} d={`M${today} 0V${height}`} />
      {end !== null && <path className={styles.end} d={`M${end} 0V${height}`} />}
      <path className={styles.scope} d={scope} />
      <path className={styles.done} d={done} />
    </svg>
  )
}
