import type {ReactNode} from 'react'
import clsx from 'clsx'
import {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanTimelinePhases'
import '../../css/plan.css'
import table from '../../css/table.module.css'
import {healthCause} from '../../labels/health.ts'
import {healthWord} from '../../labels/health-word.ts'
import {WORDS} from '../../labels/words.ts'
import {workingDay} from '../../labels/working-day.ts'
import {plannedText} from '../../view/words/variance.ts'

const noEnd = (): string => translate({id: 'plan.timeline.noEnd', message: 'no end'})
const noDates = (): string => translate({id: 'plan.timeline.noDates', message: 'no dates'})

export default function PlanTimelinePhases({phases, baseline}: Props): ReactNode {
  const heads = {
    first: translate({id: 'plan.timeline.first', message: 'First day'}),
    last: translate({id: 'plan.timeline.last', message: 'Last day'}),
    ...(baseline ? {baseline: translate({id: 'plan.timeline.baseline', message: 'Baseline'})} : {}),
    workingDays: translate({id: 'plan.timeline.workingDays', message: 'Working days'}),
    work: translate({id: 'plan.timeline.work', message: 'Days of work'}),
    people: translate({id: 'plan.timeline.people', message: 'People needed'}),
    items: translate({id: 'plan.table.items', message: 'Items'}),
    because: translate({id: 'plan.timeline.because', message: 'Reason'}),
  }
  return (
    <div
      className={table.scroller}
      role="region"
      aria-label={translate({id: 'plan.timeline.phasesLabel', message: 'Phases, scrolls'})}
      tabIndex={0}
    >
      <table className={clsx(table.table, table.cards)}>
        <thead>
          <tr>
            {[translate({id: 'plan.item.phase', message: 'Phase'}), ...Object.values(heads)].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {phases.map(
            ({id, title, start, finish, window, workingDays, effortDays, peopleNeeded, items, health, cause, baseline: planned}) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td data-label={heads.first} className={table.nowrap}>
                  {start ?? (window === null ? noDates() : workingDay(window.from + 1))}
                </td>
                <td data-label={heads.last} className={table.nowrap}>
                  {finish ?? (window === null ? noDates() : window.to === null ? noEnd() : workingDay(window.to))}
                </td>
                {baseline && <td data-label={heads.baseline}>{plannedText(WORDS, planned)}</td>}
                <td data-label={heads.workingDays}>{workingDays ?? (window === null ? healthWord('unknown') : noEnd())}</td>
                <td data-label={heads.work}>{WORDS.number(effortDays)}</td>
                <td data-label={heads.people}>{peopleNeeded === null ? healthWord('unknown') : WORDS.number(peopleNeeded)}</td>
                <td data-label={heads.items}>{items.length}</td>
                <td data-label={heads.because} suppressHydrationWarning>
                  {healthWord(health)}: {healthCause(cause)}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
