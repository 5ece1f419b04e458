import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanTimelineControls'
import '../../css/plan.css'
import {healthWord} from '../../labels/health-word.ts'
import {itemsShown} from '../../labels/items-shown.ts'
import {HEALTHS} from '../../model/health.ts'
import type {ZoomId} from '../../view/timeline/axis.ts'
import {GROUPINGS, type GroupingId} from '../../view/timeline/timeline.ts'
import styles from './styles.module.css'

const GROUPING_WORDS: Readonly<Record<GroupingId, () => string>> = {
  phase: () => translate({id: 'plan.timeline.byPhase', message: 'phase'}),
  section: () => translate({id: 'plan.timeline.bySection', message: 'section'}),
  priority: () => translate({id: 'plan.timeline.byPriority', message: 'priority'}),
  owner: () => translate({id: 'plan.timeline.byOwner', message: 'owner'}),
}
const ZOOM_WORDS: Readonly<Record<ZoomId, () => string>> = {
  days: () => translate({id: 'plan.timeline.days', message: 'days'}),
  weeks: () => translate({id: 'plan.timeline.weeks', message: 'weeks'}),
  months: () => translate({id: 'plan.timeline.months', message: 'months'}),
  quarters: () => translate({id: 'plan.timeline.quarters', message: 'quarters'}),
}

export default function PlanTimelineControls({choice, choose, zooms, shown, items}: Props): ReactNode {
  return (
    <form
      className={styles.controls}
      role="search"
      aria-label={translate({id: 'plan.timeline.label', message: 'What the timeline shows'})}
      onSubmit={(event) => event.preventDefault()}
    >
      <label>
        <Translate id="plan.timeline.group">Group by</Translate>{' '}
        <select
          value={choice.group}
          onChange={({target}) => choose({...choice, group: GROUPINGS.find((id) => id === target.value) ?? 'phase'})}
        >
          {GROUPINGS.map((id) => (
            <option key={id} value={id}>
              {GROUPING_WORDS[id]()}
            </option>
          ))}
        </select>
      </label>
      <label>
        <Translate id="plan.table.health">Health</Translate>{' '}
        <select
          value={choice.health}
          onChange={({target}) => choose({...choice, health: HEALTHS.find((id) => id === target.value) ?? 'all'})}
        >
          <option value="all">{translate({id: 'plan.timeline.all', message: 'all'})}</option>
          {HEALTHS.map((id) => (
            <option key={id} value={id}>
              {healthWord(id)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <Translate id="plan.filter.find">Find</Translate>{' '}
        <input
          type="search"
          value={choice.text}
          placeholder={translate({id: 'plan.filter.hint', message: 'word, number, owner'})}
          onChange={({target}) => choose({...choice, text: target.value})}
        />
      </label>
      {zooms.length > 1 && (
        <div role="group" aria-label={translate({id: 'plan.timeline.zoom', message: 'Zoom'})} className={styles.zoom}>
          <span aria-hidden="true">{translate({id: 'plan.timeline.zoom', message: 'Zoom'})}</span>
          {zooms.map(({id}) => (
            <button key={id} type="button" aria-pressed={choice.zoom === id} onClick={() => choose({...choice, zoom: id})}>
              {ZOOM_WORDS[id]()}
            </button>
          ))}
        </div>
      )}
      <span role="status" className={styles.shown}>
        {itemsShown(shown, items)}
      </span>
    </form>
  )
}
