import {memo, type ReactNode} from 'react'
import clsx from 'clsx'
import Link from '@docusaurus/Link'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanItem'
import {useCopy} from '../../hooks/useCopy.ts'
import type {StatusTask} from '../../model/status.ts'
import {itemAnchor} from '../../view/address.ts'
import {fraction, MARK_WORDS} from '../../view/wording.ts'
import styles from './styles.module.css'

/** Drawn again only when something of its own changes: a page may hold thousands. */
export default memo(function PlanItem({item, planPage, phaseTitle, changed = false, guides, open = false, sourceOf}: Props): ReactNode {
  const id = itemAnchor(item.id)
  useBrokenLinks().collectAnchor(id)
  const dates = item.start === null ? null : item.finish === null ? `from ${item.start}` : `${item.start} to ${item.finish}`
  const name = /^\d/.test(item.id) ? `${item.id} ${item.title}` : item.title
  return (
    <div className={styles.row}>
      <details id={id} className={styles.item} data-health={item.health} data-plan-changed={changed || undefined} open={open}>
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
            {sourceOf !== undefined && (
              <Fact name="Source">
                <a href={sourceOf(item.line)}>line {item.line} of the plan</a>
              </Fact>
            )}
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
                <Task key={`${task.line}:${task.column}`} task={task} planPage={planPage} source={sourceOf?.(task.line)} />
              ))}
            </ul>
          )}
        </div>
      </details>
      <Share id={id} name={name} />
    </div>
  )
})

/** A link to the item, which a click also puts on the clipboard. */
function Share({id, name}: {id: string; name: string}): ReactNode {
  const [state, copy] = useCopy()
  return (
    <span className={styles.share}>
      <a
        href={`#${id}`}
        aria-label={`Copy the link to ${name}`}
        title="Copy the link"
        onClick={() => copy(`${location.origin}${location.pathname}#${id}`)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          {state === 'copied' ? (
            <path d="M3 8.5l3.3 3.3L13 5" />
          ) : (
            <path d="M6.7 9.3a2.8 2.8 0 0 0 4 0l2.2-2.2a2.8 2.8 0 0 0-4-4L7.8 4.2M9.3 6.7a2.8 2.8 0 0 0-4 0L3.1 8.9a2.8 2.8 0 0 0 4 4l1.1-1.1" />
          )}
        </svg>
      </a>
      <span role="status" className={styles.hidden}>
        {state === 'copied' ? `Link to ${name} copied` : state === 'failed' ? 'The link is in the address bar' : ''}
      </span>
    </span>
  )
}

function Fact({name, children}: {name: string; children: ReactNode}): ReactNode {
  return (
    <div data-fact={name}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Task({task, planPage, source}: {task: StatusTask; planPage: string | null; source: string | undefined}): ReactNode {
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
      {source !== undefined && (
        <a className={clsx(styles.line)} href={source} aria-label={`Source of ${line}`}>
          source
        </a>
      )}
    </li>
  )
}
