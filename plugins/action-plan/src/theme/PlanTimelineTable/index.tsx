import {memo, type ReactNode} from 'react'
import clsx from 'clsx'
import {translate} from '@docusaurus/Translate'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanTimelineTable'
import table from '../../css/table.module.css'
import type {PageItem} from '../../model/page.ts'
import {WORDS} from '../../labels/words.ts'
import {itemAnchor} from '../../view/address.ts'
import {plannedText} from '../../view/words/variance.ts'
import type {GroupingId} from '../../view/timeline/timeline.ts'
import {finishText, startText} from '../../view/timeline/position.ts'
import {daysText} from '../../labels/numbers.ts'
import {fraction, percentText} from '../../labels/numbers.ts'
import styles from './styles.module.css'

/** In tables of data, dates are ISO: they sort and compare. */
const TABLE: typeof WORDS = {...WORDS, day: (date) => date}

interface Column {
  readonly name: () => string
  readonly of: (item: PageItem, props: Props) => ReactNode
  /** Whether an item says something in it: a column in which none does is left out. */
  readonly says?: (item: PageItem, props: Props) => boolean
  /** The heads of the groups say it already. */
  readonly grouping?: GroupingId
}

const none = (): string => translate({id: 'plan.item.none', message: 'none'})

const COLUMNS: readonly Column[] = [
  {
    name: () => translate({id: 'plan.timeline.start', message: 'Start'}),
    of: (item, {axis}) => <span className={styles.date}>{startText(TABLE, item, axis)}</span>,
  },
  {
    name: () => translate({id: 'plan.timeline.finish', message: 'Finish'}),
    of: (item, {axis}) => <span className={styles.date}>{finishText(TABLE, item, axis)}</span>,
  },
  {
    name: () => translate({id: 'plan.item.timeline', message: 'Timeline'}),
    of: ({duration}) => duration?.text ?? translate({id: 'plan.item.unstated', message: 'not stated'}),
  },
  {
    name: () => translate({id: 'plan.table.tasks', message: 'Tasks'}),
    of: ({done, tasksTotal, percent}) => (
      <span className={table.nowrap}>{`${fraction(done, tasksTotal)}${tasksTotal === 0 ? '' : `, ${percentText(percent, done)}`}`}</span>
    ),
  },
  {name: () => translate({id: 'plan.table.health', message: 'Health'}), of: ({health}) => <PlanHealth health={health} />},
  {
    name: () => translate({id: 'plan.item.priority', message: 'Priority'}),
    of: ({priority}) => priority ?? none(),
    grouping: 'priority',
  },
  {
    name: () => translate({id: 'plan.item.phase', message: 'Phase'}),
    of: ({phase}, {phases}) => (phase === null ? none() : (phases[phase.id] ?? phase.id)),
    grouping: 'phase',
  },
  {
    name: () => translate({id: 'plan.filter.owner', message: 'Owner'}),
    of: ({owners}) => (owners.length === 0 ? translate({id: 'plan.item.unassigned', message: 'unassigned'}) : owners.join(', ')),
    says: ({owners}) => owners.length > 0,
    grouping: 'owner',
  },
  {name: () => translate({id: 'plan.item.due', message: 'Due'}), of: ({due}) => due ?? none(), says: ({due}) => due !== null},
  {
    name: () => translate({id: 'plan.item.depends', message: 'Depends on'}),
    of: ({dependsOn}, {names}) => (dependsOn.length === 0 ? none() : dependsOn.map((id) => names[id] ?? id).join(', ')),
    says: ({dependsOn}) => dependsOn.length > 0,
  },
  {
    name: () => translate({id: 'plan.timeline.float', message: 'Float'}),
    of: ({totalFloat, critical}) =>
      totalFloat === null
        ? none()
        : `${daysText(totalFloat)}${critical ? `, ${translate({id: 'plan.timeline.critical', message: 'on the critical path'})}` : ''}`,
    says: (_, {linked}) => linked,
  },
]

const BASELINE: Column = {
  name: () => translate({id: 'plan.timeline.baseline', message: 'Baseline'}),
  of: ({baseline}) => plannedText(WORDS, baseline),
}

/** The drawing's twin: the same items in the same order, in words. A zoom leaves it alone. */
const PlanTimelineTable = memo(function PlanTimelineTable(props: Props): ReactNode {
  const {groups, grouping, progressPage} = props
  const columns = (props.baseline ? [...COLUMNS.slice(0, 2), BASELINE, ...COLUMNS.slice(2)] : COLUMNS)
    .filter((column) => column.grouping !== grouping && groups.some(({items}) => items.some((item) => column.says?.(item, props) ?? true)))
    .map(({name, of}) => ({head: name(), of}))
  return (
    <div
      className={clsx(table.scroller, styles.scroller)}
      role="region"
      aria-label={translate({id: 'plan.timeline.tableLabel', message: 'Timeline as a table, scrolls'})}
      tabIndex={0}
    >
      <table className={clsx(table.table, table.cards)}>
        <thead>
          <tr>
            <th scope="col">{translate({id: 'plan.timeline.item', message: 'Item'})}</th>
            {columns.map(({head}) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={columns.length + 1}>
                {group.title} <span>{fraction(group.done, group.tasks)}</span>
              </th>
            </tr>
            {group.items.map((item) => (
              <tr key={item.id}>
                <th scope="row">
                  {progressPage === null ? item.label : <a href={`${progressPage}#${itemAnchor(item.id)}`}>{item.label}</a>}
                </th>
                {columns.map(({head, of}) => (
                  <td key={head} data-label={head}>
                    {of(item, props)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
})

export default PlanTimelineTable
