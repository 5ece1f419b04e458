import {memo, type ReactNode} from 'react'
import Translate from '@docusaurus/Translate'
import type {Props} from '@theme/PlanProblems'
import {RULES} from '../../model/rules.ts'
import styles from './styles.module.css'

const GROUPS = [
  {severity: 'error', title: 'Errors'},
  {severity: 'warning', title: 'Warnings'},
  {severity: 'info', title: 'Notes'},
] as const

export default memo(function PlanProblems({problems, path}: Props): ReactNode {
  if (problems.length === 0)
    return (
      <p>
        <Translate id="plan.problems.none">None found.</Translate>
      </p>
    )
  return (
    <>
      {GROUPS.map(({severity, title}) => {
        const found = problems.filter((problem) => problem.severity === severity)
        const rules = Array.from(new Set(found.map(({rule}) => rule)))
        if (found.length === 0) return null
        return (
          <div key={severity}>
            <h3>
              {title} ({found.length})
            </h3>
            {rules.map((rule) => {
              const own = found.filter((problem) => problem.rule === rule)
              return (
                <details key={rule} className={styles.rule} open={severity !== 'info'}>
                  <summary>
                    {RULES[rule as keyof typeof RULES]?.finds ?? rule} <span className={styles.count}>{own.length}</span>{' '}
                    <code>{rule}</code>
                  </summary>
                  <ul>
                    {own.map(({line, column, reason, fix}) => (
                      <li key={`${line}:${column}:${reason}`}>
                        <code>
                          {path}:{line}:{column}
                        </code>{' '}
                        {reason} <span className={styles.fix}>To mend: {fix}.</span>
                      </li>
                    ))}
                  </ul>
                </details>
              )
            })}
          </div>
        )
      })}
    </>
  )
})
