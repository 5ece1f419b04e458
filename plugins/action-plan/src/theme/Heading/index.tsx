import type {ReactNode} from 'react'
import InitHeading, {type Props} from '@theme-init/Heading'
import PlanStatus from '@theme/PlanStatus'
import {usePlanHere} from '../../hooks/usePlanHere.ts'
import styles from './styles.module.css'

/** On the page of the plan, each section's and item's heading carries its numbers. Elsewhere it is the heading of the theme. */
export default function Heading(props: Props): ReactNode {
  const found = usePlanHere()
  if (found === undefined || props.id === undefined) return <InitHeading {...props} />
  const [instance, {items, sections}] = found
  const target = items.find(({anchor}) => anchor === props.id) ?? sections.find(({anchor}) => anchor === props.id)
  if (target === undefined) return <InitHeading {...props} />
  // Beside the heading, not in it: its text stays the plan's.
  return (
    <div className={styles.row}>
      <InitHeading {...props} />
      <PlanStatus item={target.id} plan={instance} />
    </div>
  )
}
