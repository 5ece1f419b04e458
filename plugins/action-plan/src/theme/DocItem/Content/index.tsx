import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import {translate} from '@docusaurus/Translate'
import {useDoc} from '@docusaurus/plugin-content-docs/client'
import InitContent, {type Props} from '@theme-init/DocItem/Content'
import PlanStatus from '@theme/PlanStatus'
import {usePlans} from '../../../hooks/usePlan.ts'
import type {PlanGlobal} from '../../../model/global.ts'
import {instanceOf, pageItems} from '../../../model/page-items.ts'
import {itemAnchor} from '../../../view/address.ts'
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
            {item} {plan.items.find(({id}) => id === item)?.title}
          </Link>{' '}
          <PlanStatus item={item} plan={instance} />
        </li>
      ))}
    </ul>
  )
}

/** The items that a page names and their plans have: what no plan has, the build has told of. */
function useServed(): readonly Served[] {
  const {frontMatter} = useDoc() as {frontMatter: {plan_items?: unknown; plan?: unknown}}
  const plans = usePlans()
  return pageItems(frontMatter).flatMap(({plan: named, item}) => {
    const instance = instanceOf(named, Object.keys(plans))
    const plan = instance === null ? undefined : plans[instance]
    return instance === null || plan?.items.some(({id}) => id === item) !== true ? [] : [{item, instance, plan}]
  })
}

/** A guide that names items of the plan (`plan_items` in its front matter) shows how they stand. */
export default function Content(props: Props): ReactNode {
  const served = useServed()
  return (
    <>
      {served.length > 0 && (
        <aside
          className={styles.banner}
          aria-label={translate({id: 'plan.banner.label', message: 'Items of the plan that this page serves'})}
        >
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
      )}
      <InitContent {...props} />
    </>
  )
}
