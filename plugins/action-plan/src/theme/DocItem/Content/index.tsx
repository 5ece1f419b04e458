import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import {translate} from '@docusaurus/Translate'
import {useDoc} from '@docusaurus/plugin-content-docs/client'
import InitContent, {type Props} from '@theme-init/DocItem/Content'
import PlanStatus from '@theme/PlanStatus'
import {usePlan} from '../../../hooks/usePlan.ts'
import type {PlanGlobal} from '../../../model/global.ts'
import {label} from '../../../model/label.ts'
import {itemAnchor} from '../../../view/address.ts'
import styles from './styles.module.css'

/** More than these are shown when asked for: the page itself comes first. */
const FEW = 4

function Items({items, plan}: {items: readonly string[]; plan: PlanGlobal}): ReactNode {
  return (
    <ul>
      {items.map((id) => (
        <li key={id}>
          <Link to={`${plan.progressPage}#${itemAnchor(id)}`}>
            {label(plan.items.find((item) => item.id === id) ?? {number: null, title: id})}
          </Link>{' '}
          <PlanStatus item={id} />
        </li>
      ))}
    </ul>
  )
}

/** A guide that names items of the plan (`plan_items` in its front matter) shows how they stand. */
export default function Content(props: Props): ReactNode {
  const {frontMatter} = useDoc() as {frontMatter: {plan_items?: unknown; plan?: unknown}}
  const items = Array.isArray(frontMatter.plan_items) ? frontMatter.plan_items.map(String) : []
  const plan = usePlan()
  return (
    <>
      {plan !== undefined && items.length > 0 && (
        <aside
          className={styles.banner}
          aria-label={translate({id: 'plan.banner.label', message: 'Items of the plan that this page serves'})}
        >
          {items.length > FEW ? (
            <details>
              <summary>
                {translate({id: 'plan.banner.many', message: 'Serves {count} items of the plan'}, {count: String(items.length)})}
              </summary>
              <Items items={items} plan={plan} />
            </details>
          ) : (
            <>
              <span className={styles.lead}>{translate({id: 'plan.banner.lead', message: 'In the plan:'})}</span>
              <Items items={items} plan={plan} />
            </>
          )}
        </aside>
      )}
      <InitContent {...props} />
    </>
  )
}
