import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanTimelinePhases'
import table from '../../css/table.module.css'
import {healthWord} from '../../hooks/healthWord.ts'
import {workingDay} from '../../hooks/workingDay.ts'
import {plannedText} from '../../view/baseline.ts'

const noDates = (): string => translate({id: 'plan.timeline.noDates', message: 'no dates'})

export default function PlanTimelinePhases({phases, baseline}: Props): ReactNode {
  return (
    <div
      className={table.scroller}
      role="region"
      aria-label={translate({id: 'plan.timeline.phasesLabel', message: 'Phases, scrolls'})}
      tabIndex={0}
    >
      <table className={table.table}>
        <thead>
          <tr>
            {[
              translate({id: 'plan.item.phase', message: 'Phase'}),
              translate({id: 'plan.timeline.first', message: 'First day'}),
              translate({id: 'plan.timeline.last', message: 'Last day'}),
              ...(baseline ? [translate({id: 'plan.timeline.baseline', message: 'Baseline'})] : []),
              translate({id: 'plan.timeline.workingDays', message: 'Working days'}),
              translate({id: 'plan.timeline.work', message: 'Days of work'}),
              translate({id: 'plan.timeline.people', message: 'People needed'}),
              translate({id: 'plan.table.items', message: 'Items'}),
              translate({id: 'plan.timeline.because', message: 'Because'}),
            ].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {phases.map(
            ({id, title, start, finish, window, workingDays, effortDays, peopleNeeded, items, health, because, baseline: planned}) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td className={table.nowrap}>{start ?? (window === null ? noDates() : workingDay(window.from + 1))}</td>
                <td className={table.nowrap}>{finish ?? (window === null ? noDates() : workingDay(window.to))}</td>
                {baseline && <td>{plannedText(planned)}</td>}
                <td>{workingDays ?? healthWord('unknown')}</td>
                <td>{effortDays}</td>
                <td>{peopleNeeded === null ? healthWord('unknown') : peopleNeeded.toFixed(1)}</td>
                <td>{items.length}</td>
                <td>
                  {healthWord(health)}: {because}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
