import type {ReactNode} from 'react'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props, Row} from '@theme/PlanTable'
import {fraction, percentText} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanTable({name, rows, label}: Props): ReactNode {
  const items = rows.some((row) => row.items !== undefined)
  const deadlines = rows.some((row) => row.deadline !== undefined)
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col" className={styles.barColumn}>
            Share done
          </th>
          <th scope="col" className={styles.number}>
            Tasks
          </th>
          {items && (
            <th scope="col" className={styles.number}>
              Items
            </th>
          )}
          {deadlines && <th scope="col">Deadline</th>}
          <th scope="col">Health</th>
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
        {row.note !== undefined && row.note !== '' && <span className={styles.small}>{row.note}</span>}
      </th>
      <td className={styles.barColumn}>
        <span className={styles.share}>
          <PlanBar done={done} tasks={tasks} />
          <span className={styles.percent}>{tasks === 0 ? '' : percentText(percent, done)}</span>
        </span>
      </td>
      <td className={styles.number} data-label="Tasks">
        {fraction(done, tasks)}
      </td>
      {items && (
        <td className={styles.number} data-label="Items">
          {row.items}
        </td>
      )}
      {deadlines && <td data-label="Deadline">{row.deadline}</td>}
      <td className={styles.health}>
        <PlanHealth health={row.health} />
        <span className={styles.small}>{row.because}</span>
      </td>
    </tr>
  )
}
