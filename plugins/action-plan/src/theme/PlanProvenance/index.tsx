import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanProvenance'
import '../../css/plan.css'
import {Day} from '../../labels/Day.tsx'
import {WORDS} from '../../labels/words.ts'
import {useCheckText} from '../../hooks/useFetchWords.ts'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import {useNow} from '../../hooks/useNow.ts'
import {freshness, moment} from '../../live/freshness.ts'
import {agoText} from '../../view/words/freshness.ts'
import styles from './styles.module.css'

/** A minute as people read it: "27 Nov 2026, 16:00 UTC". */
const minute = (at: string): string => moment(at).replace(/^\d{4}-\d\d-\d\d/, (day) => `${WORDS.day(day)},`)

export default function PlanProvenance({source, asOf, instance}: Props): ReactNode {
  const plan = usePlan(instance)
  const {state, from, check} = freshness(source, useLive(instance), useNow(), plan?.pollSeconds ?? 0)
  const checked = useCheckText(check, state === 'stale')
  const old = state === 'failed' || state === 'stale'
  const at = source.committedAt
  return (
    <p className={styles.provenance} data-freshness={state}>
      <span className={styles.line}>
        {source.commit === null || at === null ? (
          translate({id: 'plan.from.unknown', message: 'Not under version control'})
        ) : (
          <>
            <Translate
              id="plan.from.commit"
              values={{
                ago: (
                  <time dateTime={at} className={styles.ago} data-at={minute(at)}>
                    {from === null ? minute(at) : agoText(WORDS, from)}
                  </time>
                ),
                commit: <code title={source.path}>{source.commit.slice(0, 7)}</code>,
              }}
            >
              {'Updated {ago} ({commit})'}
            </Translate>
            {source.dirty && ` ${translate({id: 'plan.from.dirty', message: 'with changes that are not committed'})}`}
          </>
        )}
      </span>
      <span className={styles.dot}>{' · '}</span>
      <Translate id="plan.from.asOf" values={{day: <Day date={asOf} />}}>
        {'status as of {day}'}
      </Translate>
      <span className={styles.check}>
        {old && (
          <strong>
            {' · '}
            <Translate id="plan.from.old">May be old:</Translate>
          </strong>
        )}
        {checked === '' ? '' : `${old ? ' ' : ' · '}${checked}`}
      </span>
    </p>
  )
}
