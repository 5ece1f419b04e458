import {useEffect, useId, useState, type ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanLive'
import PlanProvenance from '@theme/PlanProvenance'
import {Message} from '../../labels/Message.tsx'
import prose from '../../css/prose.module.css'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import {usePlanHere} from '../../hooks/usePlanHere.ts'
import {useToday} from '../../hooks/useToday.ts'
import {usePlanChangeText} from '../../hooks/useFetchWords.ts'
import type {Live} from '../../model/live.ts'
import styles from './styles.module.css'

/** Those on the page: a site may place one, and the page has one of its own. The first of them says what is said once. */
const placed = new Set<string>()

function useFirst(): boolean {
  const id = useId()
  const [first, setFirst] = useState(false)
  useEffect(() => {
    placed.add(id)
    setFirst(placed.values().next().value === id)
    return () => void placed.delete(id)
  }, [id])
  return first
}

/** Where the numbers on a page are from, what changed said aloud, and what the reader should know. */
export default function PlanLive({plan: named, ofPage = false}: Props): ReactNode {
  const here = usePlanHere()
  const instance = named ?? here?.[0]
  const plan = usePlan(instance)
  const live = useLive(instance)
  const said = usePlanChangeText(live.said)
  const today = useToday(plan?.statusDate ?? '', plan?.timeZone ?? 'UTC')
  const first = useFirst()
  if (plan === undefined) return null
  return (
    <aside className={styles.live} aria-label={translate({id: 'plan.live.label', message: 'How new the numbers are'})}>
      {(plan.footer || !ofPage) && (
        <div className={`container ${styles.provenance}`}>
          <PlanProvenance source={plan.source} asOf={today} instance={instance} />
        </div>
      )}
      {first && <Notice live={live} />}
      <div role="status" aria-live="polite" aria-atomic="true" className={prose.hidden}>
        {first ? said : ''}
      </div>
    </aside>
  )
}

/** Stays above the page until it is put away; what it says next is shown again. */
function Notice({live: {newerSite, rolledBack, errors, good}}: {live: Live}): ReactNode {
  const [closed, close] = useState('')
  const key = JSON.stringify([newerSite, rolledBack, errors])
  if ((!newerSite && errors.length === 0) || closed === key) return null
  return (
    <div className={styles.notice} role="region" aria-label={translate({id: 'plan.live.notice', message: 'Notice'})}>
      {process.env['NODE_ENV'] === 'development' && errors.length > 0 && <Errors errors={errors} good={good} />}
      {newerSite && (
        <p>
          {rolledBack
            ? translate({id: 'plan.live.earlier', message: 'An earlier version of this site is served again.'})
            : translate({id: 'plan.live.newer', message: 'A newer version of this site is available.'})}{' '}
          <button type="button" className="button button--sm button--primary" onClick={() => window.location.reload()}>
            <Translate id="plan.live.reload">Reload</Translate>
          </button>
        </p>
      )}
      <button type="button" className={`button button--sm button--secondary ${styles.close}`} onClick={() => close(key)}>
        <Translate id="plan.live.later">Not now</Translate>
      </button>
    </div>
  )
}

/** What is wrong with the plan while it is written; no reader of a built site loads this. */
function Errors({errors, good}: Pick<Live, 'errors' | 'good'>): ReactNode {
  return (
    <div role="alert">
      <strong>
        {good
          ? translate({id: 'plan.live.errorsGood', message: 'The plan has errors. The numbers are the last good ones.'})
          : translate({id: 'plan.live.errorsRead', message: 'The plan has errors. The numbers are what could be read.'})}
      </strong>
      <ul>
        {errors.slice(0, 5).map(({place, reason, fix}) => (
          <li key={`${place} ${reason}`}>
            <code>{place}</code> <Message reason={reason} fix={fix} fixClass={styles.fix} />
          </li>
        ))}
      </ul>
      {errors.length > 5 && <p>{translate({id: 'plan.live.more', message: 'and {count} more'}, {count: errors.length - 5})}</p>}
    </div>
  )
}
