import {memo, useEffect, useMemo, useState, type ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import PlanItem from '@theme/PlanItem'
import type {Props} from '@theme/PlanItems'
import {fieldLabel} from '../../labels/field.ts'
import {healthWord} from '../../labels/health-word.ts'
import {fractionWords} from '../../labels/numbers.ts'
import {WORDS} from '../../labels/words.ts'
import {shortLabels} from '../../model/label.ts'
import type {PageSection, PageStatusItem} from '../../model/page.ts'
import {itemAnchor, sectionAnchor} from '../../view/address.ts'
import {isNarrowed} from '../../view/pages/filter.ts'
import {sortedItems, type Sort} from '../../view/pages/sort.ts'
import table from '../../css/table.module.css'
import styles from './styles.module.css'

const NONE: readonly never[] = []
/** Rows of a large plan that are drawn at once; more are a button. */
const ROWS = 30
/** What is found in a large plan shows its tasks when it is no more than this. */
const FEW = 8

type Shared = Omit<Props, 'status' | 'sections' | 'filter' | 'choose'>
type Section = PageSection

const COLUMNS: readonly (readonly [sort: Sort, label: () => string])[] = [
  ['plan', () => translate({id: 'plan.items.item', message: 'Item'})],
  ['owner', () => fieldLabel('owner')],
  ['done', () => translate({id: 'plan.mark.done', message: 'Done'})],
  ['due', () => translate({id: 'plan.items.due', message: 'Due'})],
  ['health', () => translate({id: 'plan.table.health', message: 'Health'})],
]

export default function PlanItems({status, sections, filter, choose, ...shared}: Props): ReactNode {
  const target = useTarget()
  const phases = useMemo(() => new Map(status.phases.map(({id, title}) => [id, title])), [status.phases])
  const names = useMemo(() => shortLabels(status.sections), [status.sections])
  const priorities = status.priorities.map(({id}) => id)
  const narrowed = isNarrowed(filter)
  const large = shared.load !== undefined
  const few = !large || sections.reduce((sum, {items}) => sum + items.length, 0) <= FEW
  const open = few && (filter.open || filter.text.trim() !== '')
  const own = {...shared, phases, names, target, tasksOpen: open, only: status.sections.length === 1}
  if (sections.length === 0)
    return (
      <p>
        {status.sections.length === 0
          ? translate({id: 'plan.progress.none', message: 'No items.'})
          : translate({id: 'plan.timeline.noMatch', message: 'No item matches.'})}
      </p>
    )
  return (
    <div className={styles.table}>
      <Heads filter={filter} choose={choose} />
      {filter.sort === 'plan' ? (
        cut(sections, narrowed && large).map((section) => <SectionRows key={section.id} section={section} narrowed={narrowed} {...own} />)
      ) : (
        <Rows
          items={sortedItems(
            sections.flatMap(({items}) => items),
            filter.sort,
            priorities,
          )}
          {...own}
        />
      )}
    </div>
  )
}

/** What a filter leaves of a large plan may still be long: no more rows than a few are drawn, and the sections after them stay folded. */
function cut(sections: readonly Section[], many: boolean): readonly (Section & {readonly rows?: number})[] {
  if (!many) return sections
  let left = ROWS
  return sections.map((section) => {
    const rows = Math.max(0, left)
    left -= section.items.length
    return {...section, rows}
  })
}

function Heads({filter, choose}: Pick<Props, 'filter' | 'choose'>): ReactNode {
  return (
    <div className={styles.heads} role="group" aria-label={translate({id: 'plan.items.sort', message: 'Sort by'})}>
      {COLUMNS.map(([sort, label]) => (
        <button key={sort} type="button" data-sort={sort} aria-pressed={filter.sort === sort} onClick={() => choose({...filter, sort})}>
          {label()}
        </button>
      ))}
    </div>
  )
}

type RowProps = Shared & {
  readonly phases: ReadonlyMap<string, string>
  readonly names: Readonly<Record<string, string>>
  readonly target: string
  readonly tasksOpen: boolean
  /** Whether the plan has one section: folded, it would show nothing. */
  readonly only: boolean
}

const SectionRows = memo(function SectionRows({
  section,
  narrowed,
  ...rest
}: RowProps & {section: Section & {readonly rows?: number}; narrowed: boolean}): ReactNode {
  const id = sectionAnchor(section.id)
  const {load, target, only} = rest
  useBrokenLinks().collectAnchor(id)
  const has = target === id || section.items.some((item) => itemAnchor(item.id) === target)
  const late = load === undefined && (only || section.health === 'late')
  const [opened, setOpened] = useState(false)
  const open = (narrowed && section.rows !== 0) || has || late
  // Without scripts, and until somebody opens it, a section of a large plan has the names of its items.
  const whole = load === undefined || open || opened
  return (
    <details
      className={styles.section}
      open={open}
      data-section
      onToggle={({currentTarget, target: toggled}) => toggled === currentTarget && currentTarget.open && setOpened(true)}
    >
      <summary className={styles.sectionHead}>
        <h3
          id={id}
          className={styles.sectionTitle}
          data-search-title={translate({id: 'plan.progress.sectionOf', message: 'Section {section}'}, {section: section.label})}
        >
          {section.label} {section.priority !== null && <span className={styles.priority}>{section.priority}</span>}
        </h3>
        <span className={styles.bar}>
          <PlanBar done={section.done} tasks={section.tasks} />
        </span>
        <span className={styles.number}>{fractionWords(section.done, section.tasks)}</span>
        <span className={styles.health}>
          <PlanHealth health={section.health} />
        </span>
      </summary>
      {whole ? (
        <Rows items={section.items} first={section.rows ?? 0} {...rest} />
      ) : (
        section.rows === undefined && <Names items={section.items} planPage={rest.planPage} />
      )}
    </details>
  )
})

/** Items by name alone: as little as a page can say of them. */
function Names({items, planPage}: {items: readonly PageStatusItem[]; planPage: string | null}): ReactNode {
  return (
    <ul className={styles.names}>
      {items.map((item) => (
        <li key={item.id} id={itemAnchor(item.id)}>
          {planPage === null ? item.label : <a href={`${planPage}#${item.anchor ?? ''}`}>{item.label}</a>}
          {` ${fractionWords(item.done, item.tasksTotal)}, ${healthWord(item.health)}`}
        </li>
      ))}
    </ul>
  )
}

function Rows({
  items,
  first = 0,
  target,
  tasksOpen,
  changed,
  phases,
  guides,
  ...rest
}: RowProps & {items: readonly PageStatusItem[]; first?: number}): ReactNode {
  const [asked, setMost] = useState(0)
  const most = Math.max(asked, first === 0 ? ROWS : first)
  const at = items.findIndex((item) => itemAnchor(item.id) === target)
  const shown = rest.load === undefined ? items.length : Math.max(most, at + 1)
  return (
    <>
      {items.slice(0, shown).map((item) => (
        <PlanItem
          key={item.id}
          {...rest}
          item={item}
          open={tasksOpen || itemAnchor(item.id) === target}
          changed={changed.has(`item ${item.id}`)}
          phaseTitle={item.phase === null ? null : (phases.get(item.phase.id) ?? null)}
          guides={guides[item.id] ?? NONE}
        />
      ))}
      {items.length > shown && (
        <button type="button" className={table.more} onClick={() => setMost(shown + 4 * ROWS)}>
          {WORDS.plural('plan.items.more', 'Show {count} more item|Show {count} more items', items.length - shown)}
        </button>
      )}
    </>
  )
}

/** What the address points at: an item or a section; nothing while the page is as it was built. */
function useTarget(): string {
  const [target, setTarget] = useState('')
  useEffect(() => {
    const update = (): void => setTarget(decodeURIComponent(location.hash.slice(1)))
    update()
    window.addEventListener('hashchange', update)
    return () => window.removeEventListener('hashchange', update)
  }, [])
  return target
}
