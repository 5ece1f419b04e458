import type {ReactNode} from 'react'
import clsx from 'clsx'
import Translate, {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanClaims'
import PlanMetricState from '@theme/PlanMetricState'
import table from '../../css/table.module.css'
import {EvidenceReason} from '../../labels/CauseText.tsx'
import {fractionWords} from '../../labels/numbers.ts'
import {WORDS} from '../../labels/words.ts'
import styles from './styles.module.css'

export default function PlanClaims({sections}: Props): ReactNode {
  const tasks = sections.reduce((sum, section) => sum + section.tasks, 0)
  const done = sections.reduce((sum, section) => sum + section.done, 0)
  if (tasks === 0) return null
  const named = sections.some(({evidenced, items}) => evidenced > 0 || items.some(({evidence}) => evidence !== null))
  if (!named)
    return (
      <p className={styles.note}>
        {WORDS.say('plan.claims.bare', 'Ticks are self-reported: {done} of {tasks}. No item links a report of a tool yet.', {done, tasks})}
      </p>
    )
  const heads = {
    claimed: translate({id: 'plan.claims.claimed', message: 'Ticked'}),
    evidenced: translate({id: 'plan.claims.evidenced', message: 'Verified'}),
    evidence: translate({id: 'plan.claims.evidence', message: 'Evidence'}),
  }
  const title = translate({id: 'plan.claims.label', message: 'Verified progress by section'})
  return (
    <details className={styles.fold}>
      <summary>{title}</summary>
      <table className={clsx(table.table, table.cards)} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">
              <Translate id="plan.claims.section">Section</Translate>
            </th>
            {Object.entries(heads).map(([key, head]) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => {
            const shown = section.items.filter(({evidence}) => evidence !== null)
            return (
              <tr key={section.id}>
                <th scope="row">{section.label}</th>
                <td data-label={heads.claimed} className={table.number}>
                  {fractionWords(section.done, section.tasks)}
                </td>
                <td data-label={heads.evidenced} className={table.number}>
                  {fractionWords(section.evidenced, section.tasks)}
                </td>
                <td data-label={heads.evidence}>
                  {shown.length === 0 ? (
                    translate({id: 'plan.claims.none', message: 'no evidence linked'})
                  ) : (
                    <ul className={styles.list}>
                      {shown.map(({id, number, title, evidence}) => (
                        <li key={id}>
                          {number ?? title}: <PlanMetricState state={evidence?.state ?? 'unknown'} />
                          {evidence !== null && (
                            <span className={table.below}>
                              <EvidenceReason cause={evidence.cause} />
                            </span>
                          )}
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
    </details>
  )
}
