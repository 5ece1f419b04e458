import {lazy, memo, Suspense, useState, type ReactNode} from 'react'
import clsx from 'clsx'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanItem'
import prose from '../../css/prose.module.css'
import {healthCause} from '../../labels/health.ts'
import {lateWords} from '../../labels/lateness.ts'
import {markWord} from '../../labels/mark.ts'
import {spanWords} from '../../labels/span.ts'
import {CauseText} from '../../labels/CauseText.tsx'
import {SHOWN_FIELDS} from '../../fields/fields.ts'
import {fieldLabel, fieldText, unstatedText} from '../../labels/field.ts'
import {WORDS} from '../../labels/words.ts'
import {useCopy} from '../../hooks/useCopy.ts'
import type {StatusTask} from '../../model/status.ts'
import {itemAnchor} from '../../view/address.ts'
import {dueOf} from '../../view/pages/sort.ts'
import {fractionWords} from '../../labels/numbers.ts'
import styles from './styles.module.css'

/** Drawn again only when something of its own changes: a page may hold thousands. */
export default memo(function PlanItem(props: Props): ReactNode {
  const {item, changed = false, open = false, load} = props
  const id = itemAnchor(item.id)
  useBrokenLinks().collectAnchor(id)
  const [opened, setOpened] = useState(false)
  const due = dueOf(item)
  return (
    <div className={styles.row}>
      <details
        id={id}
        className={styles.item}
        data-health={item.health}
        data-plan-changed={changed || undefined}
        open={open}
        onToggle={
          load === undefined
            ? undefined
            : ({currentTarget}) => {
                if (!currentTarget.open) return
                setOpened(true)
                load()
              }
        }
      >
        <summary className={styles.head}>
          <span className={styles.title}>
            {item.number !== null && <span className={styles.number}>{item.number}</span>} {item.title}
            {item.priority !== null && <span className={styles.priority}> {item.priority}</span>}
          </span>
          <span className={styles.owner}>{item.owners.map((owner) => `@${owner}`).join(' ')}</span>
          <span className={styles.bar}>
            <PlanBar done={item.done} tasks={item.tasksTotal} />
          </span>
          <span className={styles.fraction}>{fractionWords(item.done, item.tasksTotal)}</span>
          <span className={styles.due} suppressHydrationWarning>
            {due === null || item.health === 'done' ? '' : WORDS.day(due)}
          </span>
          <span className={styles.health}>
            <PlanHealth health={item.health} {...(item.lateDays === null ? {} : {word: lateWords(item.lateDays)})} />
          </span>
        </summary>
        {(load === undefined || open || opened) && <Body {...props} />}
      </details>
      <Share id={id} name={item.label} />
    </div>
  )
})

function Body({item, planPage, timelinePage, phaseTitle, guides, names = {}, sourceOf, load}: Props): ReactNode {
  const dates = spanWords(item.start, item.finish)
  return (
    <div className={styles.body}>
      {item.issue !== null && <p>{item.issue}</p>}
      <p className={styles.because} suppressHydrationWarning>
        {healthCause(item.cause)}
      </p>
      <dl className={styles.facts}>
        {SHOWN_FIELDS.map((name) => {
          const text = fieldText(item, name, names) ?? unstatedText(name)
          return text === null ? null : (
            <Fact key={name} name={fieldLabel(name)}>
              {text}
            </Fact>
          )
        })}
        {dates !== null && (
          <Fact name={translate({id: 'plan.item.dates', message: 'Dates'})}>
            {dates}
            {timelinePage !== undefined && (
              <>
                {' · '}
                <Link to={`${timelinePage}#${item.id}`} data-noBrokenLinkCheck>
                  <Translate id="plan.item.onTimeline">On the timeline</Translate>
                </Link>
              </>
            )}
          </Fact>
        )}
        {item.phase !== null && (
          <Fact wide name={translate({id: 'plan.item.phase', message: 'Phase'})}>
            {phaseTitle ?? item.phase.id}: <CauseText cause={item.phase.cause} />
          </Fact>
        )}
        {sourceOf !== undefined && (
          <Fact wide name={translate({id: 'plan.item.source', message: 'Source'})}>
            <a href={sourceOf(item.line)}>{translate({id: 'plan.item.line', message: 'line {line} of the plan'}, {line: item.line})}</a>
          </Fact>
        )}
        {guides.length > 0 && (
          <Fact wide name={translate({id: 'plan.item.guides', message: 'Guides'})}>
            {guides.map(({title, permalink}, index) => (
              <span key={permalink}>
                {index > 0 && ' · '}
                <Link to={permalink}>{title}</Link>
              </span>
            ))}
          </Fact>
        )}
      </dl>
      {item.tasks.length > 0 ? (
        <ul className={styles.tasks}>
          {item.tasks.map((task) => (
            <TaskLine key={`${task.line}:${task.column}`} task={task} planPage={planPage} source={sourceOf?.(task.line)} />
          ))}
        </ul>
      ) : load === undefined || item.tasksTotal === 0 ? (
        <p>{translate({id: 'plan.item.tasks', message: 'No tasks.'})}</p>
      ) : (
        <p role="status">
          {translate({id: 'plan.item.loading', message: 'The tasks are being loaded.'})}{' '}
          {planPage !== null && (
            <Link to={`${planPage}#line-${item.line}`} data-noBrokenLinkCheck>
              {translate({id: 'plan.item.line', message: 'line {line} of the plan'}, {line: item.line})}
            </Link>
          )}
        </p>
      )}
    </div>
  )
}

/** A link to the item, which a click also puts on the clipboard. */
function Share({id, name}: {id: string; name: string}): ReactNode {
  const [state, copy] = useCopy()
  return (
    <span className={styles.share}>
      <a
        href={`#${id}`}
        aria-label={translate({id: 'plan.item.copyOf', message: 'Copy the link to {name}'}, {name})}
        title={translate({id: 'plan.item.copy', message: 'Copy the link'})}
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
      <span role="status" className={prose.hidden}>
        {state === 'copied'
          ? translate({id: 'plan.item.copied', message: 'Link to {name} copied'}, {name})
          : state === 'failed'
            ? translate({id: 'plan.item.failed', message: 'The link is in the address bar'})
            : ''}
      </span>
    </span>
  )
}

function Fact({name, wide = false, children}: {name: string; wide?: boolean; children: ReactNode}): ReactNode {
  return (
    <div data-wide={wide || undefined}>
      <dt>{name}</dt>
      <dd suppressHydrationWarning>{children}</dd>
    </div>
  )
}

/** On the development server the mark of a task is a box that can be ticked; no build has it. */
const TickBox = process.env['NODE_ENV'] === 'development' ? lazy(() => import('./TickBox.tsx')) : null

function TaskLine({task, planPage, source}: {task: StatusTask; planPage: string | null; source: string | undefined}): ReactNode {
  const line = translate({id: 'plan.item.lineShort', message: 'line {line}'}, {line: task.line})
  const mark = <span className={styles.mark}>{markWord(task.mark)}</span>
  return (
    <li data-mark={task.mark}>
      {TickBox === null ? (
        mark
      ) : (
        <Suspense fallback={mark}>
          <TickBox task={task}>{mark}</TickBox>
        </Suspense>
      )}{' '}
      <span className={styles.text}>{task.text}</span>{' '}
      {planPage === null ? (
        <span className={styles.line}>{line}</span>
      ) : (
        <Link
          className={clsx(styles.line)}
          to={`${planPage}#line-${task.line}`}
          // No text of a plan stops a build; a site without the remark plugin has no such anchors, and the link leads to the page.
          data-noBrokenLinkCheck
          aria-label={translate({id: 'plan.item.line', message: 'line {line} of the plan'}, {line: task.line})}
        >
          {line}
        </Link>
      )}
      {source !== undefined && (
        <a
          className={clsx(styles.line)}
          href={source}
          aria-label={translate({id: 'plan.item.sourceOf', message: 'Source of {line}'}, {line})}
        >
          {translate({id: 'plan.item.sourceLink', message: 'source'})}
        </a>
      )}
    </li>
  )
}
