import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanBanner'
import PlanStatus from '@theme/PlanStatus'
import {usePlans} from '../../hooks/usePlan.ts'
import type {PlanGlobal} from '../../model/global.ts'
import {instanceOf, type PageItem} from '../../model/page-items.ts'
import {label} from '../../model/label.ts'
import {itemAnchor} from '../../view/address.ts'
import styles from './styles.module.css'

/** More than these are shown when asked for: the page itself comes first. */
const FEW = 4

interface Served {
  readonly item: string
  readonly instance: string
  readonly plan: PlanGlobal
}

function Items({served}: {served: readonly Served[]}): ReactNode {
  return (
    <ul>
      {served.map(({item, instance, plan}) => (
        <li key={`${instance} ${item}`}>
          <Link to={`${plan.progressPage}#${itemAnchor(item)}`}>
            {label(plan.items.find(({id}) => id === item) ?? {number: null, title: item})}
          </Link>{' '}
          <PlanStatus item={item} plan={instance} />
        </li>
      ))}
    </ul>
  )
}

/** The items that a page names and their plans have: what no plan has, the build has told of. */
function useServed(items: string): readonly Served[] {
  const plans = usePlans()
  return (JSON.parse(items) as readonly PageItem[]).flatMap(({plan: named, item}) => {
    const instance = instanceOf(named, Object.keys(plans))
    const plan = instance === null ? undefined : plans[instance]
    return instance === null || plan?.items.some(({id}) => id === item) !== true ? [] : [{item, instance, plan}]
  })
}

/** Written by the remark plugin into a guide that names items of the plan (`plan_items` in its front matter): shows how they stand. */
export default function PlanBanner({items}: Props): ReactNode {
  const served = useServed(items)
  if (served.length === 0) return null
  return (
    <aside className={styles.banner} aria-label={translate({id: 'plan.banner.label', message: 'Items of the plan that this page serves'})}>
      {served.length > FEW ? (
        <details>
          <summary>
            {translate({id: 'plan.banner.many', message: 'Serves {count} items of the plan'}, {count: String(served.length)})}
          </summary>
          <Items served={served} />
        </details>
      ) : (
        <>
          <span className={styles.lead}>{translate({id: 'plan.banner.lead', message: 'In the plan:'})}</span>
          <Items served={served} />
        </>
      )}
    </aside>
  )
}
