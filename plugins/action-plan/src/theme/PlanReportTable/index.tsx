import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanReportTable'
import '../../css/plan.css'
import text from '../../css/report.module.css'
import table from '../../css/table.module.css'
import {moreSentence} from '../../labels/tool-report.ts'
import styles from './styles.module.css'

/** Scrolls by itself where it is wider than the page. */
export default function PlanReportTable({label, heads, list, children}: Props): ReactNode {
  const rest = list === null ? null : moreSentence(list)
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
        <table className={table.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      {rest !== null && <p className={text.source}>{rest}</p>}
    </>
  )
}
