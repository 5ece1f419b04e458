import type {ReactNode} from 'react'
import clsx from 'clsx'
import Link from '@docusaurus/Link'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanItem'
import type {StatusTask} from '../../model/status.ts'
import {itemAnchor} from '../../view/address.ts'
import {fraction, MARK_WORDS} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanItem({item, planPage, phaseTitle, changed = false, guides}: Props): ReactNode {
  const id = itemAnchor(item.id)
  useBrokenLinks().collectAnchor(id)
  const dates = item.start === null ? null : item.finish === null ? `from ${item.start}` : `${item.start} to ${item.finish}`
  return (
    <details id={id} className={styles.item} data-health={item.health} data-plan-changed={changed || undefined}>
      <summary className={styles.head}>
        <span className={styles.title}>
          {/^\d/.test(item.id) && <span className={styles.number}>{item.id}</span>} {item.title}
        </span>
        <span className={styles.bar}>
          <PlanBar done={item.done} tasks={item.tasksTotal} />
        </span>
        <span className={styles.fraction}>{fraction(item.done, item.tasksTotal)}</span>
        <PlanHealth health={item.health} />
      </summary>
      <div className={styles.body}>
        {item.issue !== null && <p>{item.issue}</p>}
        <p className={styles.because}>{item.because}</p>
        <dl className={styles.facts}>
          <Fact name="Priority">{item.priority ?? 'none'}</Fact>
          <Fact name="Timeline">{item.duration?.text ?? 'not stated'}</Fact>
          <Fact name="Owner">{item.owners.length === 0 ? 'unassigned' : item.owners.join(', ')}</Fact>
          {item.due !== null && <Fact name="Due">{item.due}</Fact>}
          {item.dependsOn.length > 0 && <Fact name="Depends on">{item.dependsOn.join(', ')}</Fact>}
          {item.phase !== null && (
            <Fact name="Phase">
              {phaseTitle ?? item.phase.id}: {item.phase.because}
            </Fact>
          )}
          {dates !== null && <Fact name="Dates">{dates}</Fact>}
          {guides.length > 0 && (
            <Fact name="Guides">
              {guides.map(({title, permalink}, index) => (
                <span key={permalink}>
                  {index > 0 && ' · '}
                  <Link to={permalink}>{title}</Link>
                </span>
              ))}
            </Fact>
          )}
        </dl>
        {item.tasks.length === 0 ? (
          <p>No tasks.</p>
        ) : (
          <ul className={styles.tasks}>
            {item.tasks.map((task) => (
              <Task key={`${task.line}:${task.column}`} task={task} planPage={planPage} />
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}

function Fact({name, children}: {name: string; children: ReactNode}): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Task({task, planPage}: {task: StatusTask; planPage: string | null}): ReactNode {
  const line = `line ${task.line}`
  return (
    <li data-mark={task.mark}>
      <span className={styles.mark}>{MARK_WORDS[task.mark]}</span> <span className={styles.text}>{task.text}</span>{' '}
      {planPage === null ? (
        <span className={styles.line}>{line}</span>
      ) : (
        <Link className={clsx(styles.line)} to={`${planPage}#line-${task.line}`} aria-label={`${line} of the plan`}>
          {line}
        </Link>
      )}
    </li>
  )
}
