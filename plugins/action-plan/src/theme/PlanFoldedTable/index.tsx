import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanFoldedTable'
import '../../css/plan.css'
import table from '../../css/table.module.css'
import styles from './styles.module.css'

/** Longer tables are folded. */
const LONG = 15

/** Scrolls in itself. */
export default function PlanFoldedTable({summary, label, heads, numbers = heads.length, children}: Props): ReactNode {
  return (
    <details className={styles.details} open={children.length <= LONG}>
      <summary>{summary}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
        <table className={table.table}>
          <thead>
            <tr>
              {heads.map((head, at) => (
                <th key={head} scope="col" data-number={at >= numbers ? true : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  )
}
