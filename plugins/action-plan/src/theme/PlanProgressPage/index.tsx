import {useCallback, useMemo, type ReactNode} from 'react'
import clsx from 'clsx'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import Heading from '@theme/Heading'
import PlanAttention from '@theme/PlanAttention'
import PlanBar from '@theme/PlanBar'
import PlanClaims from '@theme/PlanClaims'
import PlanFilter from '@theme/PlanFilter'
import PlanHealth from '@theme/PlanHealth'
import PlanItem from '@theme/PlanItem'
import PlanLayout from '@theme/PlanLayout'
import PlanMetrics from '@theme/PlanMetrics'
import PlanProblems from '@theme/PlanProblems'
import PlanProvenance from '@theme/PlanProvenance'
import type {Props} from '@theme/PlanProgressPage'
import PlanSummary from '@theme/PlanSummary'
import PlanTable from '@theme/PlanTable'
import PlanTally from '@theme/PlanTally'
import PlanTimelineSmall from '@theme/PlanTimelineSmall'
import table from '../../css/table.module.css'
import {CauseTexts} from '../../labels/CauseText.tsx'
import {Day} from '../../labels/Day.tsx'
import {fieldLabel} from '../../labels/field.ts'
import {useAddress} from '../../hooks/useAddress.ts'
import {useJudged} from '../../hooks/useJudged.ts'
import {useOpenTarget} from '../../hooks/useOpenTarget.ts'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import {useStatus} from '../../hooks/useStatus.ts'
import {priorityLabel, shortLabels} from '../../model/label.ts'
import type {PageStatus} from '../../model/page.ts'
import {lineAddress, sectionAnchor} from '../../view/address.ts'
import {EVERYTHING, fieldChoices, filteredSections, filterOf, filterQuery, type Filter} from '../../view/pages/filter.ts'
import {planEnd} from '../../model/plan-end.ts'
import {fractionWords, progressWords} from '../../labels/numbers.ts'
import styles from './styles.module.css'

const NONE: readonly never[] = []
const NO_GUIDES = {}

export default function PlanProgressPage(props: Props): ReactNode {
  const {title, totals} = props.status
  return (
    <PlanLayout instance={props.instance}
      title={translate({id: 'plan.progress.title', message: 'Progress: {title}'}, {title})}
      description={`${progressWords(totals.done, totals.tasks, totals.percent)}: ${title}`}
    >
      <CauseTexts.Provider value={props.texts}>
        <Progress {...props} />
      </CauseTexts.Provider>
    </PlanLayout>
  )
}

/** What follows the plan; the frame around it stays as it was built. */
function Progress({status: built, trends, help, instance, lineUrl, rules}: Props): ReactNode {
  const plan = usePlan(instance)
  const {status, today} = useStatus(built, instance)
  const judged = useJudged()
  const planPage = plan?.planPage ?? null
  const {changed} = useLive(instance)
  const page = plan?.progressPage ?? ''
  const {totals} = status
  const [filter, choose] = useAddress(filterHere, filterQuery)
  const {sections, phases} = status
  const shown = useMemo(() => filteredSections({sections, phases}, filter), [sections, phases, filter])
  const choices = useMemo(() => fieldChoices({sections, priorities: status.priorities}), [sections, status.priorities])
  const items = useMemo(() => status.sections.flatMap((section) => section.items), [status.sections])
  const {path} = status.source
  const sourceOf = useMemo(() => (lineUrl === null ? undefined : (line: number) => lineAddress(lineUrl, path, line)), [lineUrl, path])
  useOpenTarget(useCallback(() => choose(EVERYTHING), [choose]))
  return (
    <main className={`container ${styles.page}`} {...judged}>
      <Heading as="h1">{status.title}</Heading>
      <div className={styles.top}>
        <PlanSummary totals={totals} end={planEnd(items)} changed={changed.has('totals')} />
        <PlanTally items={items} page={page} chosen={filter.health} choose={(health) => choose({...filter, health})} />
      </div>
      <PlanProvenance source={status.source} asOf={today} done={totals.done} tasks={totals.tasks} instance={instance} />
      <PlanAttention items={items} priorities={status.priorities.map(({id}) => id)} page="" />
      <Priorities priorities={status.priorities} />
      <section>
        <Heading as="h2" id="timeline">
          {translate({id: 'plan.timeline.title', message: 'Timeline'})}
        </Heading>
        <PlanTimelineSmall
          phases={status.phases}
          items={items.map(({id, done, tasksTotal}) => ({id, done, tasks: tasksTotal}))}
          today={status.statusDate}
          timelinePage={`${page}/timeline`}
        />
      </section>
      <Sections sections={status.sections} />
      {status.metrics.length > 0 && (
        <section>
          <Heading as="h2" id="metrics">
            {translate({id: 'plan.progress.metrics', message: 'Success metrics'})}
          </Heading>
          <PlanMetrics metrics={status.metrics} trends={trends} testsPage={`${page}/tests`} help={help} timeZone={status.timeZone} />
        </section>
      )}
      <Reviews reviews={status.reviews} />
      {status.nextSteps.length > 0 && (
        <section>
          <Heading as="h2" id="next-steps">
            {translate({id: 'plan.progress.next', message: 'Next steps'})}
          </Heading>
          <ol>
            {status.nextSteps.map(({text}, index) => (
              <li key={index}>{text}</li>
            ))}
          </ol>
        </section>
      )}
      <section className={styles.rest}>
        <Heading as="h2" id="items">
          {translate({id: 'plan.progress.items', message: 'Items and tasks'})}
        </Heading>
        <PlanFilter
          filter={filter}
          choose={choose}
          choices={choices}
          shown={shown.reduce((sum, section) => sum + section.items.length, 0)}
          items={items.length}
        />
        <Items
          status={status}
          sections={shown}
          open={filter.open || filter.text.trim() !== ''}
          changed={changed}
          sourceOf={sourceOf}
          planPage={planPage}
          guides={plan?.guides ?? NO_GUIDES}
        />
      </section>
      <section>
        <Heading as="h2" id="problems">
          {translate({id: 'plan.progress.problems', message: 'Problems in the plan'})}
        </Heading>
        <PlanProblems problems={status.problems} path={status.source.path} rules={rules} />
      </section>
    </main>
  )
}

/** What the address asks for; one that names an item shows it, whatever else it says. */
function filterHere(query: URLSearchParams): Filter {
  return typeof window !== 'undefined' && window.location.hash.startsWith('#item-') ? EVERYTHING : filterOf(query)
}

function Priorities({priorities}: Pick<PageStatus, 'priorities'>): ReactNode {
  if (priorities.every(({id}) => id === null)) return null
  return (
    <section>
      <Heading as="h2" id="priorities">
        {translate({id: 'plan.progress.priorities', message: 'By priority'})}
      </Heading>
      <PlanTable
        name={fieldLabel('priority')}
        label={translate({id: 'plan.progress.byPriority', message: 'Progress by priority'})}
        rows={priorities.map((one) => ({
          ...one,
          id: one.id ?? '',
          title: one.id === null ? translate({id: 'plan.progress.noPriority', message: 'No priority'}) : priorityLabel(one),
          note: one.description,
          items: fractionWords(one.itemsDone, one.items),
          deadline: one.deadline ?? translate({id: 'plan.progress.noDeadline', message: 'none stated'}),
        }))}
      />
    </section>
  )
}

function Sections({sections}: Pick<PageStatus, 'sections'>): ReactNode {
  return (
    <section>
      <Heading as="h2" id="sections">
        {translate({id: 'plan.progress.sections', message: 'By section'})}
      </Heading>
      {sections.length === 0 ? (
        <p>
          <Translate id="plan.progress.noTasks">No tasks: the plan has no list item that starts with a box.</Translate>
        </p>
      ) : (
        <PlanTable
          name={translate({id: 'plan.claims.section', message: 'Section'})}
          label={translate({id: 'plan.progress.bySection', message: 'Progress by section'})}
          rows={sections.map(({items: _, ...one}) => ({...one, title: <Link to={`#${sectionAnchor(one.id)}`}>{one.label}</Link>}))}
        />
      )}
      <PlanClaims sections={sections} />
    </section>
  )
}

function Items({
  status,
  sections,
  open,
  changed,
  sourceOf,
  planPage,
  guides,
}: {
  status: PageStatus
  sections: PageStatus['sections']
  open: boolean
  changed: ReadonlySet<string>
  sourceOf: ((line: number) => string) | undefined
  planPage: string | null
  guides: Readonly<Record<string, readonly {title: string; permalink: string}[]>>
}): ReactNode {
  const phases = new Map(status.phases.map(({id, title}) => [id, title]))
  const names = useMemo(() => shortLabels(status.sections), [status.sections])
  if (sections.length === 0)
    return (
      <p>
        {status.sections.length === 0
          ? translate({id: 'plan.progress.none', message: 'No items.'})
          : translate({id: 'plan.timeline.noMatch', message: 'No item matches.'})}
      </p>
    )
  return sections.map((section) => (
    <SectionBlock key={section.id} section={section}>
      {section.items.map((item) => (
        <PlanItem
          key={item.id}
          item={item}
          open={open}
          changed={changed.has(`item ${item.id}`)}
          sourceOf={sourceOf}
          names={names}
          planPage={planPage}
          phaseTitle={item.phase === null ? null : (phases.get(item.phase.id) ?? null)}
          guides={guides[item.id] ?? NONE}
        />
      ))}
    </SectionBlock>
  ))
}

function SectionBlock({section, children}: {section: PageStatus['sections'][number]; children: ReactNode}): ReactNode {
  const id = sectionAnchor(section.id)
  useBrokenLinks().collectAnchor(id)
  return (
    <div className={styles.section}>
      <div className={styles.sectionHead}>
        <Heading
          as="h3"
          id={id}
          className={styles.sectionTitle}
          data-search-title={translate({id: 'plan.progress.sectionOf', message: 'Section {section}'}, {section: section.label})}
        >
          {section.label} {section.priority !== null && <span className={styles.priority}>{section.priority}</span>}
        </Heading>
        <span className={styles.sectionBar}>
          <PlanBar done={section.done} tasks={section.tasks} />
        </span>
        <span className={styles.number}>{fractionWords(section.done, section.tasks)}</span>
        <PlanHealth health={section.health} />
      </div>
      {children}
    </div>
  )
}

function Reviews({reviews}: Pick<PageStatus, 'reviews'>): ReactNode {
  if (reviews.length === 0) return null
  return (
    <section>
      <Heading as="h2" id="reviews">
        {translate({id: 'plan.progress.reviews', message: 'Reviews'})}
      </Heading>
      <table className={clsx(table.table, table.cards)}>
        <thead>
          <tr>
            <th scope="col">{translate({id: 'plan.progress.review', message: 'Review'})}</th>
            <th scope="col">{translate({id: 'plan.progress.reviewNext', message: 'Next'})}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map(({text, next}, index) => (
            <tr key={index}>
              <th scope="row">{text}</th>
              <td data-label={translate({id: 'plan.progress.reviewNext', message: 'Next'})}>
                {next === null ? translate({id: 'plan.progress.noDate', message: 'no date'}) : <Day date={next} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
