import type {ReactNode} from 'react'
import type {Props} from '@theme/PlanProvenance'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import {useNow} from '../../hooks/useNow.ts'
import {dateIn} from '../../model/date.ts'
import {freshness, moment} from '../../live/freshness.ts'
import {fraction} from '../../view/words/wording.ts'
import styles from './styles.module.css'

export default function PlanProvenance({source, done, tasks, asOf, instance, brief = false}: Props): ReactNode {
  const plan = usePlan(instance)
  const {state, from, check} = freshness(source, useLive(instance), useNow(), plan?.pollSeconds ?? 0)
  const changedOn = source.changedAt === null ? null : dateIn(plan?.timeZone ?? 'UTC', source.changedAt)
  return (
    <p className={styles.provenance} data-freshness={state}>
      <span className={styles.from}>
        {fraction(done, tasks)}
        {source.commit === null ? (
          ', from which commit is unknown (not under version control)'
        ) : (
          <>
            {' '}
            from <code title={source.path}>{source.commit.slice(0, 7)}</code>
            {source.dirty && ' with changes that are not committed'}
          </>
        )}
        {from !== null && source.committedAt !== null && (
          <>
            ,{' '}
            <time dateTime={source.committedAt} className={styles.ago} data-at={moment(source.committedAt)}>
              {from}
            </time>
          </>
        )}
      </span>{' '}
      {brief && source.changedAt !== null && (
        <span className={styles.plan}>
          plan last changed <time dateTime={source.changedAt}>{changedOn}</time>
        </span>
      )}
      {!brief && (
        <span className={styles.plan}>
          <code>{source.path}</code>
          {source.changedAt !== null && (
            <>
              , last changed <time dateTime={source.changedAt}>{changedOn}</time>
            </>
          )}
          ; judged as of <time dateTime={asOf}>{asOf}</time>.
        </span>
      )}
      <span className={styles.check}>
        {(state === 'failed' || state === 'stale') && <strong>May be old: </strong>}
        {check}
      </span>
    </p>
  )
}
