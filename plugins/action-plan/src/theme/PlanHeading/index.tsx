import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanHeading'
import PlanStatus from '@theme/PlanStatus'
import {usePlanHere} from '../../hooks/usePlanHere.ts'
import styles from './styles.module.css'

/** Written by the remark plugin around headings of a plan: on its page, those of sections and items carry their numbers. */
export default function PlanHeading({anchor, children}: Props): ReactNode {
  const found = usePlanHere()
  if (found === undefined) return children
  const [instance, {items, sections}] = found
  const target = items.find((one) => one.anchor === anchor) ?? sections.find((one) => one.anchor === anchor)
  if (target === undefined) return children
  // Beside the heading, not in it: its text stays the plan's.
  return (
    <div className={styles.row}>
      {children}
      <PlanStatus item={target.id} plan={instance} />
    </div>
  )
}
