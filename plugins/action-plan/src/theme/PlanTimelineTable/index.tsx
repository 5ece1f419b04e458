import {memo, type ReactNode} from 'react'
import clsx from 'clsx'
import {translate} from '@docusaurus/Translate'
import PlanHealth from '@theme/PlanHealth'
import type {Props} from '@theme/PlanTimelineTable'
import table from '../../css/table.module.css'
import type {PageStatusItem} from '../../model/page.ts'
import {fieldOf, SHOWN_FIELDS, type FieldName} from '../../fields/fields.ts'
import {fieldLabel, fieldText, unstatedText} from '../../labels/field.ts'
import {WORDS} from '../../labels/words.ts'
import {itemAnchor} from '../../view/address.ts'
import {plannedText} from '../../view/words/variance.ts'
import {finishText, laterThanPlanned, startText} from '../../view/timeline/position.ts'
import {daysWords} from '../../labels/numbers.ts'
import {fractionWords, percentWords} from '../../labels/numbers.ts'
import styles from './styles.module.css'

/** In tables of data, dates are ISO: they sort and compare. */
const TABLE: typeof WORDS = {...WORDS, day: (date) => date}

interface Column {
  readonly name: () => string
  readonly of: (item: PageStatusItem, props: Props) => ReactNode
  /** Whether an item says something in it: a column in which none does is left out. */
  readonly says?: (item: PageStatusItem, props: Props) => boolean
  /** The heads of the groups say it already. */
  readonly grouping?: string
}

const none = (): string => translate({id: 'plan.item.none', message: 'none'})

/** A column for a field; without a value in any item it is left out, unless pages say that there is none. */
function column(name: FieldName): Column {
  return {
    name: () => fieldLabel(name),
    of: (item, {names}) => fieldText(item, name, names) ?? unstatedText(name) ?? (fieldOf(name).key === undefined ? '–' : none()),
    ...(name === 'priority' || name === 'duration' ? {} : {says: (item, {names}) => fieldText(item, name, names) !== null}),
    grouping: name,
  }
}

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
    name: () => translate({id: 'plan.timeline.projectedFinish', message: 'Projected finish'}),
    of: ({projected}) => (projected === null ? none() : <span className={styles.date}>{projected.end}</span>),
    says: (item) => laterThanPlanned(item) !== null,
  },
  column('duration'),
  {
    name: () => translate({id: 'plan.table.tasks', message: 'Tasks'}),
    of: ({done, tasksTotal, percent}) => (
      <span
        className={table.nowrap}
      >{`${fractionWords(done, tasksTotal)}${tasksTotal === 0 ? '' : `, ${percentWords(percent, done)}`}`}</span>
    ),
  },
  {name: () => translate({id: 'plan.table.health', message: 'Health'}), of: ({health}) => <PlanHealth health={health} />},
  column('priority'),
  {
    name: () => translate({id: 'plan.item.phase', message: 'Phase'}),
    of: ({phase}, {phases}) => (phase === null ? none() : (phases[phase.id] ?? phase.id)),
    grouping: 'phase',
  },
  ...SHOWN_FIELDS.filter((name) => name !== 'duration' && name !== 'priority').map(column),
  {
    name: () => translate({id: 'plan.timeline.float', message: 'Float'}),
    of: ({totalFloat, critical}) =>
      totalFloat === null
        ? none()
        : `${daysWords(totalFloat)}${critical ? `, ${translate({id: 'plan.timeline.critical', message: 'on the critical path'})}` : ''}`,
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
                {group.title} <span>{fractionWords(group.done, group.tasks)}</span>
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
