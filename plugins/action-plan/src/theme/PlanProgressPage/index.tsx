import {useEffect, type ReactNode} from 'react'
import Link from '@docusaurus/Link'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import PlanBar from '@theme/PlanBar'
import PlanHealth from '@theme/PlanHealth'
import PlanItem from '@theme/PlanItem'
import PlanProblems from '@theme/PlanProblems'
import PlanProvenance from '@theme/PlanProvenance'
import type {Props} from '@theme/PlanProgressPage'
import PlanSummary from '@theme/PlanSummary'
import PlanTimelineSmall from '@theme/PlanTimelineSmall'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import {useStatus} from '../../hooks/useStatus.ts'
import type {Status, StatusItem} from '../../model/status.ts'
import {itemAnchor, sectionAnchor} from '../../view/address.ts'
import {fraction, METRIC_WORDS, percentText, progressSentence} from '../../view/wording.ts'
import styles from './styles.module.css'

export default function PlanProgressPage({status: built, instance}: Props): ReactNode {
  const plan = usePlan(instance)
  const {status, today} = useStatus(built, instance)
  const planPage = plan?.planPage ?? null
  const {changed} = useLive(instance)
  const {totals} = status
  useOpenTarget()
  return (
    <Layout
      title={`Progress: ${status.title}`}
      description={`${progressSentence(totals.done, totals.tasks, totals.percent)}: ${status.title}`}
    >
      <main className={`container ${styles.page}`}>
        <Heading as="h1">{status.title}</Heading>
        <PlanSummary totals={totals} changed={changed.has('totals')} />
        <PlanProvenance source={status.source} asOf={today} done={totals.done} tasks={totals.tasks} instance={instance} />
        <Attention sections={status.sections} />
        <Priorities priorities={status.priorities} />
        <section>
          <Heading as="h2" id="timeline">
            Timeline
          </Heading>
          <PlanTimelineSmall status={status} timelinePage={`${plan?.progressPage ?? ''}/timeline`} />
        </section>
        <Sections status={status} planPage={planPage} changed={changed} guides={plan?.guides ?? {}} />
        <Metrics metrics={status.metrics} />
        <Reviews reviews={status.reviews} />
        {status.nextSteps.length > 0 && (
          <section>
            <Heading as="h2" id="next-steps">
              Next steps
            </Heading>
            <ol>
              {status.nextSteps.map(({text}, index) => (
                <li key={index}>{text}</li>
              ))}
            </ol>
          </section>
        )}
        <section>
          <Heading as="h2" id="problems">
            Problems in the plan
          </Heading>
          <PlanProblems problems={status.problems} path={status.source.path} />
        </section>
      </main>
    </Layout>
  )
}

/** Opens the item that the address names: on arrival, and when it changes; all of them for paper. */
function useOpenTarget(): void {
  useEffect(() => {
    const open = (): void => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      const details = target?.closest('details')
      if (details == null) return
      details.open = true
      details.scrollIntoView()
    }
    const openAll = (): void => document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', ''))
    open()
    window.addEventListener('hashchange', open)
    window.addEventListener('beforeprint', openAll)
    return () => {
      window.removeEventListener('hashchange', open)
      window.removeEventListener('beforeprint', openAll)
    }
  }, [])
}

function Attention({sections}: {sections: Status['sections']}): ReactNode {
  const items = sections.flatMap((section) => section.items).filter(({health}) => health === 'late' || health === 'at-risk')
  if (items.length === 0) return null
  return (
    <section>
      <Heading as="h2" id="attention">
        Needs attention
      </Heading>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <PlanHealth health={item.health} /> <Link to={`#${itemAnchor(item.id)}`}>{label(item)}</Link>: {item.because}
          </li>
        ))}
      </ul>
    </section>
  )
}

function label({id, title}: Pick<StatusItem, 'id' | 'title'>): string {
  return /^\d/.test(id) ? `${id} ${title}` : title
}

function Priorities({priorities}: Pick<Status, 'priorities'>): ReactNode {
  if (priorities.every(({id}) => id === null)) return null
  return (
    <section>
      <Heading as="h2" id="priorities">
        By priority
      </Heading>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Priority</th>
            <th scope="col" className={styles.number}>
              Tasks
            </th>
            <th scope="col" className={styles.number}>
              %
            </th>
            <th scope="col" className={styles.barColumn}>
              <span className={styles.hidden}>Share done</span>
            </th>
            <th scope="col" className={styles.number}>
              Items
            </th>
            <th scope="col">Deadline</th>
            <th scope="col">Health</th>
          </tr>
        </thead>
        <tbody>
          {priorities.map((one) => (
            <tr key={one.id ?? ''}>
              <th scope="row">
                {one.id === null ? 'No priority' : `${one.id} ${one.title}`}
                {one.description !== '' && <span className={styles.small}>{one.description}</span>}
              </th>
              <td className={styles.number} data-label="Tasks">
                {fraction(one.done, one.tasks)}
              </td>
              <td className={styles.number} data-label="Done">
                {one.tasks === 0 ? '' : percentText(one.percent, one.done)}
              </td>
              <td className={styles.barColumn}>
                <PlanBar done={one.done} tasks={one.tasks} />
              </td>
              <td className={styles.number} data-label="Items">
                {fraction(one.itemsDone, one.items)}
              </td>
              <td data-label="Deadline">{one.deadline ?? 'none stated'}</td>
              <td data-label="Health">
                <PlanHealth health={one.health} />
                <span className={styles.small}>{one.because}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Sections({
  status,
  planPage,
  changed,
  guides,
}: {
  status: Status
  planPage: string | null
  changed: ReadonlySet<string>
  guides: Readonly<Record<string, readonly {title: string; permalink: string}[]>>
}): ReactNode {
  const phases = new Map(status.phases.map(({id, title}) => [id, title]))
  if (status.sections.length === 0) return <p>No tasks: the plan has no list item that starts with a box.</p>
  return (
    <section>
      <Heading as="h2" id="sections">
        By section
      </Heading>
      {status.sections.map((section) => (
        <SectionBlock key={section.id} section={section}>
          {section.items.map((item) => (
            <PlanItem
              key={item.id}
              item={item}
              changed={changed.has(`item ${item.id}`)}
              planPage={planPage}
              phaseTitle={item.phase === null ? null : (phases.get(item.phase.id) ?? null)}
              guides={guides[item.id] ?? []}
            />
          ))}
        </SectionBlock>
      ))}
    </section>
  )
}

function SectionBlock({section, children}: {section: Status['sections'][number]; children: ReactNode}): ReactNode {
  const id = sectionAnchor(section.id)
  useBrokenLinks().collectAnchor(id)
  return (
    <div className={styles.section}>
      <div className={styles.sectionHead}>
        <Heading as="h3" id={id} className={styles.sectionTitle}>
          {label(section)}
          {section.priority !== null && <span className={styles.priority}>{section.priority}</span>}
        </Heading>
        <span className={styles.sectionBar}>
          <PlanBar done={section.done} tasks={section.tasks} />
        </span>
        <span className={styles.number}>{fraction(section.done, section.tasks)}</span>
        <PlanHealth health={section.health} />
      </div>
      {children}
    </div>
  )
}

function Metrics({metrics}: Pick<Status, 'metrics'>): ReactNode {
  if (metrics.length === 0) return null
  return (
    <section>
      <Heading as="h2" id="metrics">
        Success metrics
      </Heading>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Metric</th>
            <th scope="col">State</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map(({text, state, because}, index) => (
            <tr key={index}>
              <th scope="row">{text}</th>
              <td data-label="State">{METRIC_WORDS[state]}</td>
              <td data-label="Because">{because}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Reviews({reviews}: Pick<Status, 'reviews'>): ReactNode {
  if (reviews.length === 0) return null
  return (
    <section>
      <Heading as="h2" id="reviews">
        Reviews
      </Heading>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Review</th>
            <th scope="col">Next</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map(({text, next}, index) => (
            <tr key={index}>
              <th scope="row">{text}</th>
              <td data-label="Next">{next === null ? 'no date' : <time dateTime={next}>{next}</time>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
