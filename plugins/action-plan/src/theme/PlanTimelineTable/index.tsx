import {memo, type ReactNode} from 'react'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanTimelineTable'
import type {StatusItem} from '../../model/status.ts'
import {itemAnchor} from '../../view/address.ts'
import {plannedText} from '../../view/baseline.ts'
import {finishText, startText} from '../../view/timeline-place.ts'
import {daysText, fraction, percentText, itemName} from '../../view/wording.ts'
import styles from './styles.module.css'

interface Column {
  readonly name: string
  readonly of: (item: StatusItem, props: Props) => ReactNode
}

const COLUMNS: readonly Column[] = [
  {name: 'Start', of: (item, {axis}) => <span className={styles.date}>{startText(item, axis)}</span>},
  {name: 'Finish', of: (item, {axis}) => <span className={styles.date}>{finishText(item, axis)}</span>},
  {name: 'Timeline', of: ({duration}) => duration?.text ?? 'not stated'},
  {
    name: 'Tasks',
    of: ({done, tasksTotal, percent}) => (
      <span className={styles.nowrap}>{`${fraction(done, tasksTotal)}${tasksTotal === 0 ? '' : `, ${percentText(percent, done)}`}`}</span>
    ),
  },
  {name: 'Health', of: ({health}) => <PlanHealth health={health} />},
  {name: 'Priority', of: ({priority}) => priority ?? 'none'},
  {name: 'Phase', of: ({phase}, {phases}) => (phase === null ? 'none' : (phases[phase.id] ?? phase.id))},
  {name: 'Owner', of: ({owners}) => (owners.length === 0 ? 'unassigned' : owners.join(', '))},
  {name: 'Due', of: ({due}) => due ?? 'none'},
  {name: 'Depends on', of: ({dependsOn}) => (dependsOn.length === 0 ? 'nothing' : dependsOn.join(', '))},
  {
    name: 'Float',
    of: ({totalFloat, critical}) => (totalFloat === null ? 'none' : `${daysText(totalFloat)}${critical ? ', critical' : ''}`),
  },
]

const BASELINE: Column = {name: 'Baseline', of: ({baseline}) => plannedText(baseline)}

/** The drawing's twin: the same items in the same order, in words. A zoom leaves it alone. */
const PlanTimelineTable = memo(function PlanTimelineTable(props: Props): ReactNode {
  const {groups, progressPage} = props
  const columns = props.baseline ? [...COLUMNS.slice(0, 2), BASELINE, ...COLUMNS.slice(2)] : COLUMNS
  return (
    <div className={styles.scroller} role="region" aria-label="Timeline as a table, scrolls" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Item</th>
            {columns.map(({name}) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={columns.length + 1}>
                {group.title} <span>{fraction(group.done, group.tasks)}</span>
              </th>
            </tr>
            {group.items.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  {progressPage === null ? itemName(item) : <a href={`${progressPage}#${itemAnchor(item.id)}`}>{itemName(item)}</a>}
                </th>
                {columns.map(({name, of}) => (
                  <td key={name}>{of(item, props)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
})

export default PlanTimelineTable
