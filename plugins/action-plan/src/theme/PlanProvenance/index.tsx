import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanProvenance'
import '../../css/plan.css'
import {Day} from '../../labels/Day.tsx'
import {fractionWords} from '../../labels/numbers.ts'
import {WORDS} from '../../labels/words.ts'
import {useCheckText} from '../../hooks/useFetchWords.ts'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import {useNow} from '../../hooks/useNow.ts'
import {dateIn} from '../../model/date.ts'
import {freshness, moment} from '../../live/freshness.ts'
import {agoText} from '../../view/words/freshness.ts'
import styles from './styles.module.css'

export default function PlanProvenance({source, done, tasks, asOf, instance, brief = false}: Props): ReactNode {
  const plan = usePlan(instance)
  const {state, from, check} = freshness(source, useLive(instance), useNow(), plan?.pollSeconds ?? 0)
  const changed = source.changedAt === null ? null : {at: source.changedAt, day: dateIn(plan?.timeZone ?? 'UTC', source.changedAt)}
  const checked = useCheckText(check, state === 'stale')
  const old = state === 'failed' || state === 'stale'
  return (
    <p className={styles.provenance} data-freshness={state}>
      <span className={styles.from}>
        {source.commit === null ? (
          translate(
            {id: 'plan.from.unknown', message: '{fraction}, from which commit is unknown (not under version control)'},
            {fraction: fractionWords(done, tasks)},
          )
        ) : (
          <>
            <Translate
              id="plan.from.commit"
              values={{fraction: fractionWords(done, tasks), commit: <code title={source.path}>{source.commit.slice(0, 7)}</code>}}
            >
              {'{fraction} from {commit}'}
            </Translate>
            {source.dirty && ` ${translate({id: 'plan.from.dirty', message: 'with changes that are not committed'})}`}
          </>
        )}
        {source.committedAt !== null && (
          <>
            ,{' '}
            <time dateTime={source.committedAt} className={styles.ago} data-at={moment(source.committedAt)}>
              {from === null ? moment(source.committedAt) : agoText(WORDS, from)}
            </time>
          </>
        )}
      </span>{' '}
      {brief && changed !== null && (
        <span className={styles.plan}>
          <Translate id="plan.from.changed" values={{day: <Changed {...changed} />}}>
            {'plan last changed {day}'}
          </Translate>
        </span>
      )}
      {!brief && (
        <span className={styles.plan}>
          <code>{source.path}</code>
          {changed !== null && (
            <>
              ,{' '}
              <Translate id="plan.from.lastChanged" values={{day: <Changed {...changed} />}}>
                {'last changed {day}'}
              </Translate>
            </>
          )}
          ;{' '}
          <Translate id="plan.from.asOf" values={{day: <Day date={asOf} />}}>
            {'judged as of {day}'}
          </Translate>
          .
        </span>
      )}
      <span className={styles.check}>
        {old && (
          <strong>
            <Translate id="plan.from.old">May be old:</Translate>{' '}
          </strong>
        )}
        {checked}
      </span>
    </p>
  )
}

/** The day of a time: the machine reads the time itself. */
function Changed({at, day}: {at: string; day: string}): ReactNode {
  return (
    <time dateTime={at} suppressHydrationWarning>
      {WORDS.day(day)}
    </time>
  )
}
