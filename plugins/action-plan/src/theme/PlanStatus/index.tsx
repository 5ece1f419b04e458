import type {ReactNode} from 'react'
import clsx from 'clsx'
import {useLocation} from '@docusaurus/router'
import Link from '@docusaurus/Link'
import {translate} from '@docusaurus/Translate'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanStatus'
import {groupHealth, itemHealth} from '../../derive/health/health.ts'
import {healthCause} from '../../labels/health.ts'
import {useComplain} from '../../hooks/useComplain.ts'
import {useLivePart, usePlan, usePlans} from '../../hooks/usePlan.ts'
import {useToday} from '../../hooks/useToday.ts'
import {label, shortLabel} from '../../model/label.ts'
import {itemAnchor, sectionAnchor} from '../../view/address.ts'
import {fractionWords, progressWords} from '../../labels/numbers.ts'
import styles from './styles.module.css'

export default function PlanStatus({item: id, plan: instance}: Props): ReactNode {
  const plan = usePlan(instance)
  const instances = Object.keys(usePlans())
  const complain = useComplain()
  const changed = useLivePart('changed', instance)
  const {pathname} = useLocation()
  const today = useToday(plan?.statusDate ?? '', plan?.timeZone ?? 'UTC')
  const item = plan?.items.find((one) => one.id === id)
  const section = plan?.sections.find((one) => one.id === id)
  const found = item ?? section
  if (plan === undefined || found === undefined) {
    const given = id === undefined ? 'the property "item" is missing' : plan === undefined ? `item "${id}"` : `unexpected item "${id}"`
    const ids = (of: readonly {readonly id: string}[] = []): string => of.map((one) => one.id).join(', ') || 'none'
    const known =
      plan !== undefined
        ? `expected an item (${ids(plan.items)}) or a section (${ids(plan.sections)})`
        : instances.length === 0
          ? 'this site has no plan'
          : `unexpected plan "${instance ?? ''}", expected one of ${instances.join(', ')}`
    complain(`${pathname}: PlanStatus: ${given}; ${known}. Correct the number or the plan in the page.`)
    return (
      <span className={styles.status}>{translate({id: 'plan.status.unknown', message: '{item}: not in the plan'}, {item: id ?? '?'})}</span>
    )
  }
  const verdict =
    item !== undefined
      ? itemHealth(item, today)
      : groupHealth(
          plan.items.filter((one) => one.section === id).map((one) => ({...one, name: shortLabel(one), ...itemHealth(one, today)})),
          plan.priorities,
        )
  const {done, tasks, percent} = found
  return (
    <Link
      className={clsx(styles.status)}
      to={`${plan.progressPage}#${item === undefined ? sectionAnchor(id) : itemAnchor(id)}`}
      title={`${label(found)}: ${progressWords(done, tasks, percent)}; ${healthCause(verdict.cause)}`}
      suppressHydrationWarning
      data-plan-item={id}
      data-plan-changed={changed.has(`${item === undefined ? 'section' : 'item'} ${id}`) || undefined}
    >
      <span className={styles.bar}>
        <PlanBar done={done} tasks={tasks} />
      </span>
      <span className={styles.fraction}>{fractionWords(done, tasks)}</span> <PlanHealth health={verdict.health} />
    </Link>
  )
}
