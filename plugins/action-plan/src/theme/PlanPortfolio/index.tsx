import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import PlanBar from '@theme/PlanBar'
import type {Props} from '@theme/PlanPortfolio'
import PlanTable from '@theme/PlanTable'
import {groupHealth, itemHealth} from '../../derive/health/health.ts'
import {addedUp} from '../../derive/progress.ts'
import {useJudged} from '../../hooks/useJudged.ts'
import {useComplain} from '../../hooks/useComplain.ts'
import {useNow} from '../../hooks/useNow.ts'
import {usePlans} from '../../hooks/usePlan.ts'
import {WORDS} from '../../labels/words.ts'
import {shortLabel} from '../../model/label.ts'
import {dateIn} from '../../model/date.ts'
import {fractionWords, percentWords} from '../../labels/numbers.ts'
import styles from './styles.module.css'

export default function PlanPortfolio({plans: chosen}: Props): ReactNode {
  const {say, plural} = WORDS
  const all = usePlans()
  const now = useNow()
  const judged = useJudged()
  const complain = useComplain()
  const instances = chosen ?? Object.keys(all).sort()
  const plans = instances.flatMap((id) => (all[id] === undefined ? [] : [{id, ...all[id]}]))
  const unknown = instances.filter((id) => all[id] === undefined)
  if (unknown.length > 0)
    complain(`PlanPortfolio: unexpected plan "${unknown[0]}"; the plans of this site are ${Object.keys(all).sort().join(', ')}.`)
  const {tasks, done, percent, items, itemsDone} = addedUp(plans.map(({totals}) => totals))
  const rows = plans.map(({id, title, progressPage, source, statusDate, timeZone, totals, items: own}) => {
    const today = now === null ? statusDate : dateIn(timeZone, new Date(now))
    const verdict = groupHealth(own.map((item) => ({name: shortLabel(item), ...itemHealth(item, today)})))
    return {
      id,
      title: <Link to={progressPage}>{title}</Link>,
      note: source.commit === null ? source.path : `${source.path}, ${source.commit.slice(0, 7)}`,
      done: totals.done,
      tasks: totals.tasks,
      percent: totals.percent,
      items: fractionWords(totals.itemsDone, totals.items),
      ...verdict,
    }
  })
  return (
    <div {...judged}>
      {tasks === 0 ? (
        <p>
          <Translate id="plan.portfolio.none">No tasks</Translate>
        </p>
      ) : (
        <div className={styles.whole}>
          <p>
            <strong>{say('plan.summary.tasks', '{done} of {tasks} tasks done', {done, tasks})}</strong>{' '}
            {plural('plan.portfolio.in', 'in {count} plan|in {count} plans', plans.length)} ({percentWords(percent, done)}),{' '}
            {say('plan.summary.items', '{done} of {items} items complete', {done: itemsDone, items})}
          </p>
          <PlanBar done={done} tasks={tasks} />
        </div>
      )}
      <PlanTable
        name={translate({id: 'plan.portfolio.plan', message: 'Plan'})}
        label={translate({id: 'plan.portfolio.label', message: 'Progress by plan'})}
        rows={rows}
      />
    </div>
  )
}
