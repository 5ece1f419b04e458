import type {ReactNode} from 'react'
import clsx from 'clsx'
import {translate} from '@docusaurus/Translate'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props, Row} from '@theme/PlanTable'
import table from '../../css/table.module.css'
import {fractionWords, percentWords} from '../../labels/numbers.ts'
import {healthCause} from '../../labels/health.ts'
import styles from './styles.module.css'

export default function PlanTable({name, rows, label}: Props): ReactNode {
  const items = rows.some((row) => row.items !== undefined)
  const deadlines = rows.some((row) => row.deadline !== undefined)
  return (
    <table className={clsx(table.table, styles.table)} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col" className={styles.barColumn}>
            {translate({id: 'plan.table.share', message: 'Share done'})}
          </th>
          <th scope="col" className={styles.number}>
            {translate({id: 'plan.table.tasks', message: 'Tasks'})}
          </th>
          {items && (
            <th scope="col" className={styles.number}>
              {translate({id: 'plan.table.items', message: 'Items'})}
            </th>
          )}
          {deadlines && <th scope="col">{translate({id: 'plan.table.deadline', message: 'Deadline'})}</th>}
          <th scope="col">{translate({id: 'plan.table.health', message: 'Health'})}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} items={items} deadlines={deadlines} />
        ))}
      </tbody>
    </table>
  )
}

function Line({row, items, deadlines}: {row: Row; items: boolean; deadlines: boolean}): ReactNode {
  const {done, tasks, percent} = row
  return (
    <tr>
      <th scope="row">
        {row.title}
        {row.note !== undefined && row.note !== '' && <span className={clsx(table.below, styles.note)}>{row.note}</span>}
      </th>
      <td className={styles.barColumn}>
        <span className={styles.share}>
          <PlanBar done={done} tasks={tasks} />
          <span className={styles.percent}>{tasks === 0 ? '' : percentWords(percent, done)}</span>
        </span>
      </td>
      <td className={styles.number} data-label={translate({id: 'plan.table.tasks', message: 'Tasks'})}>
        {fractionWords(done, tasks)}
      </td>
      {items && (
        <td className={styles.number} data-label={translate({id: 'plan.table.items', message: 'Items'})}>
          {row.items}
        </td>
      )}
      {deadlines && (
        <td className={styles.deadline} data-label={translate({id: 'plan.table.deadline', message: 'Deadline'})}>
          {row.deadline}
        </td>
      )}
      <td className={styles.health}>
        <PlanHealth health={row.health} />
        <span className={clsx(table.below, styles.note)} suppressHydrationWarning>
          {healthCause(row.cause)}
        </span>
      </td>
    </tr>
  )
}
