import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanClaims'
import {fraction, METRIC_SIGNS, METRIC_WORDS} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanClaims({sections}: Props): ReactNode {
  const tasks = sections.reduce((sum, section) => sum + section.tasks, 0)
  const done = sections.reduce((sum, section) => sum + section.done, 0)
  if (tasks === 0) return null
  const named = sections.some(({evidenced, items}) => evidenced > 0 || items.some(({evidence}) => evidence !== null))
  if (!named)
    return (
      <p className={styles.note}>
        A tick is a claim: {done} of {tasks} tasks are ticked, and no item names evidence that would show it.
      </p>
    )
  return (
    <table className={styles.table} aria-label="Claimed and evidenced by section">
      <thead>
        <tr>
          <th scope="col">Section</th>
          <th scope="col">Claimed</th>
          <th scope="col">Evidenced</th>
          <th scope="col">What the evidence says</th>
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => {
          const shown = section.items.filter(({evidence}) => evidence !== null)
          return (
            <tr key={section.id}>
              <th scope="row">{/^\d/.test(section.id) ? `${section.id} ${section.title}` : section.title}</th>
              <td data-label="Claimed">{fraction(section.done, section.tasks)}</td>
              <td data-label="Evidenced">{fraction(section.evidenced, section.tasks)}</td>
              <td data-label="Evidence">
                {shown.length === 0 ? (
                  'no item names any'
                ) : (
                  <ul className={styles.list}>
                    {shown.map(({id, title, evidence}) => (
                      <li key={id}>
                        {/^\d/.test(id) ? id : title}: {METRIC_SIGNS[evidence?.state ?? 'unknown']}{' '}
                        {METRIC_WORDS[evidence?.state ?? 'unknown']}
                        <span className={styles.note}> ({evidence?.because})</span>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
