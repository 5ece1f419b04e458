import {memo, useCallback, useDeferredValue, useEffect, useMemo, type ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanAttention from '@theme/PlanAttention'
import PlanBar from '@theme/PlanBar'
import PlanClaims from '@theme/PlanClaims'
import PlanFilter from '@theme/PlanFilter'
import PlanHealth from '@theme/PlanHealth'
import PlanItems from '@theme/PlanItems'
import PlanLayout from '@theme/PlanLayout'
import PlanMetrics from '@theme/PlanMetrics'
import PlanProvenance from '@theme/PlanProvenance'
import type {Props} from '@theme/PlanProgressPage'
import PlanSummary from '@theme/PlanSummary'
import {CauseTexts} from '../../labels/CauseText.tsx'
import {Day} from '../../labels/Day.tsx'
import {fractionWords, progressWords} from '../../labels/numbers.ts'
import {WORDS} from '../../labels/words.ts'
import {useAddress} from '../../hooks/useAddress.ts'
import {useJudged} from '../../hooks/useJudged.ts'
import {useOpenTarget} from '../../hooks/useOpenTarget.ts'
import {useLivePart, usePlan, usePlans} from '../../hooks/usePlan.ts'
import {useStatus} from '../../hooks/useStatus.ts'
import {useTasks, withTasks} from '../../hooks/useTasks.ts'
import {priorityLabel} from '../../model/label.ts'
import type {PageStatus, PageStatusItem} from '../../model/page.ts'
import {lineAddress} from '../../view/address.ts'
import {EVERYTHING, fieldChoices, filteredSections, filterOf, filterQuery, type Filter} from '../../view/pages/filter.ts'
import {Message} from '../../labels/Message.tsx'
import {problemCounts} from '../../view/pages/problem-counts.ts'
import styles from './styles.module.css'

const NO_GUIDES = {}

export default function PlanProgressPage(props: Props): ReactNode {
  const {title, totals} = props.status
  return (
    <PlanLayout
      instance={props.instance}
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
function Progress({status: built, large, trends, help, instance, lineUrl, found}: Props): ReactNode {
  const plan = usePlan(instance)
  const portfolio = Object.values(usePlans()).find(({portfolioPage}) => portfolioPage !== null)?.portfolioPage ?? null
  const {status: known, today} = useStatus(built, instance)
  const judged = useJudged()
  const changed = useLivePart('changed', instance)
  const newest = useLivePart('status', instance)
  const page = plan?.progressPage ?? ''
  const [tasks, load] = useTasks(newest === null ? (plan?.statusUrl ?? null) : null)
  const status = useMemo(() => withTasks(known, tasks), [known, tasks])
  const [filter, choose] = useAddress(filterHere, filterQuery)
  // A large plan may take longer than a key press: the field stays quick.
  const wanted = useDeferredValue(filter)
  const {sections, phases, totals} = status
  const shown = useMemo(() => filteredSections({sections, phases}, wanted), [sections, phases, wanted])
  const choices = useMemo(() => fieldChoices({sections, priorities: status.priorities}), [sections, status.priorities])
  const items = useMemo(() => sections.flatMap((section) => section.items), [sections])
  const {path} = status.source
  const sourceOf = useMemo(() => (lineUrl === null ? undefined : (line: number) => lineAddress(lineUrl, path, line)), [lineUrl, path])
  useOpenTarget(useCallback(() => choose(EVERYTHING), [choose]))
  const problems = newest === null ? found : problemCounts(newest.problems)
  const seeks = large && (filter.text.trim() !== '' || filter.open)
  useEffect(() => {
    if (seeks) load()
  }, [seeks, load])
  const {end, forecast, verdict} = status
  // Drawn again only when the numbers change, and not at each letter that is typed.
  const top = useMemo(
    () => (
      <>
        <PlanSummary
          totals={totals}
          verdict={verdict}
          items={items}
          end={end.planned}
          forecast={forecast}
          page={page}
          chosen={wanted.health}
          choose={(health) => choose({...EVERYTHING, health})}
          changed={changed.has('totals')}
        />
        {items.length > 0 && (
          <div className={styles.top}>
            <PlanAttention
              items={items.map((item) => ({...item, tasks: item.tasksTotal}))}
              priorities={status.priorities.map(({id}) => id)}
              page=""
            />
            <Priorities priorities={status.priorities} page={page} />
          </div>
        )}
      </>
    ),
    [totals, verdict, items, end, forecast, page, wanted.health, choose, changed, status.priorities],
  )
  return (
    <main className={`container ${styles.page}`} {...judged}>
      <Heading as="h1">{status.title}</Heading>
      <Errors path={path} errors={problems.first} />
      {top}
      <section>
        <Heading as="h2" id="items">
          {translate({id: 'plan.items.title', message: 'Items'})}
        </Heading>
        {items.length > 0 && (
          <>
            <PlanFilter
              filter={filter}
              choose={choose}
              choices={choices}
              shown={shown.reduce((sum, section) => sum + section.items.length, 0)}
              items={items.length}
            />
            <Owners items={items} page={page} owner={wanted.fields.owner ?? ''} choose={choose} />
          </>
        )}
        <PlanItems
          status={status}
          sections={shown}
          filter={wanted}
          choose={choose}
          changed={changed}
          sourceOf={sourceOf}
          planPage={plan?.planPage ?? null}
          timelinePage={`${page}/timeline`}
          guides={plan?.guides ?? NO_GUIDES}
          load={large ? load : undefined}
        />
        <PlanClaims sections={sections} />
      </section>
      <Rest status={status} trends={trends} help={help} testsPage={`${page}/tests`} />
      <section>
        <Heading as="h2" id="problems">
          {translate({id: 'plan.progress.problems', message: 'Problems in the plan'})}
        </Heading>
        <p className={styles.line}>
          <Link to={`${page}/problems`}>{problemsText(problems)}</Link>
        </p>
      </section>
      {portfolio !== null && (
        <p>
          <Link to={portfolio}>{translate({id: 'plan.portfolio.title', message: 'All plans'})}</Link>
        </p>
      )}
      <PlanProvenance source={status.source} asOf={today} instance={instance} />
    </main>
  )
}

/** Metrics, reviews and next steps beside each other. */
function Rest({status, trends, help, testsPage}: Pick<Props, 'status' | 'trends' | 'help'> & {testsPage: string}): ReactNode {
  return (
    <div className={styles.rest}>
      {status.metrics.length > 0 && (
        <section>
          <Heading as="h2" id="metrics">
            {translate({id: 'plan.progress.metrics', message: 'Success metrics'})}
          </Heading>
          <PlanMetrics metrics={status.metrics} trends={trends} testsPage={testsPage} help={help} timeZone={status.timeZone} />
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
    </div>
  )
}

/** What the address asks for; one that names an item shows it, whatever else it says. */
function filterHere(query: URLSearchParams): Filter {
  return typeof window !== 'undefined' && window.location.hash.startsWith('#item-') ? EVERYTHING : filterOf(query)
}

/** What cannot be read stands above the numbers, which may be wrong because of it. */
function Errors({path, errors}: {path: string; errors: Props['found']['first']}): ReactNode {
  if (errors.length === 0) return null
  return (
    <ul className={styles.errors}>
      {errors.map(({line, column, reason, fix}) => (
        <li key={`${line}:${column}:${reason}`}>
          <code>
            {path}:{line}:{column}
          </code>{' '}
          <Message reason={reason} fix={fix} fixClass={undefined} />
        </li>
      ))}
    </ul>
  )
}

function problemsText({errors, warnings, notes}: Props['found']): string {
  const {plural} = WORDS
  const parts = [
    ...(errors === 0 ? [] : [plural('plan.problems.someErrors', '{count} error|{count} errors', errors)]),
    ...(warnings === 0 ? [] : [plural('plan.problems.someWarnings', '{count} warning|{count} warnings', warnings)]),
    ...(notes === 0
      ? []
      : [plural('plan.problems.notes', '{count} note for the author of the plan|{count} notes for the author of the plan', notes)]),
  ]
  return parts.length === 0 ? translate({id: 'plan.problems.none', message: 'None found.'}) : parts.join(', ')
}

/** A tile each: how far it is, and by when it should be done. */
function Priorities({priorities, page}: Pick<PageStatus, 'priorities'> & {readonly page: string}): ReactNode {
  if (priorities.every(({id}) => id === null)) return null
  return (
    <section>
      <Heading as="h2" id="priorities">
        {translate({id: 'plan.progress.priorities', message: 'By priority'})}
      </Heading>
      <ul className={styles.tiles}>
        {priorities.map((one) => (
          <li key={one.id ?? ''}>
            <span className={styles.tileHead}>
              {one.id === null ? (
                translate({id: 'plan.progress.noPriority', message: 'No priority'})
              ) : (
                <Link to={`${page}?priority=${encodeURIComponent(one.id)}#items`} title={one.description}>
                  {priorityLabel(one)}
                </Link>
              )}
              <PlanHealth health={one.health} />
            </span>
            <PlanBar done={one.done} tasks={one.tasks} />
            <span className={styles.tileFacts}>
              {WORDS.say('plan.progress.tile', '{tasks} tasks, {items} items', {
                tasks: fractionWords(one.done, one.tasks),
                items: fractionWords(one.itemsDone, one.items),
              })}
              {one.deadline !== null && ` · ${one.deadline}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whose items there are; each name leads to a list that can be bookmarked. */
const Owners = memo(function Owners({
  items,
  page,
  owner: chosenOwner,
  choose,
}: {
  items: readonly PageStatusItem[]
  page: string
  owner: string
  choose: (filter: Filter) => void
}): ReactNode {
  const owners = Array.from(new Set(items.flatMap((item) => item.owners))).sort()
  if (owners.length === 0) return null
  return (
    <p className={styles.owners}>
      {owners.map((owner) => {
        const own = items.filter((item) => item.owners.includes(owner))
        const late = own.filter(({health}) => health === 'late').length
        const chosen = chosenOwner === owner
        return (
          <Link
            key={owner}
            to={`${page}?owner=${encodeURIComponent(owner)}#items`}
            {...(chosen ? {'aria-current': 'true' as const} : {})}
            onClick={(event) => {
              event.preventDefault()
              choose({...EVERYTHING, fields: chosen ? {} : {owner}})
            }}
          >
            @{owner}
            <span>
              {[
                WORDS.plural('plan.number.items', '{count} item|{count} items', own.length),
                ...(late === 0 ? [] : [WORDS.say('plan.items.late', '{count} late', {count: late})]),
              ].join(', ')}
            </span>
          </Link>
        )
      })}
    </p>
  )
})

function Reviews({reviews}: Pick<PageStatus, 'reviews'>): ReactNode {
  if (reviews.length === 0) return null
  return (
    <section>
      <Heading as="h2" id="reviews">
        {translate({id: 'plan.progress.reviews', message: 'Reviews'})}
      </Heading>
      <ul className={styles.reviews}>
        {reviews.map(({text, next}, index) => (
          <li key={index}>
            {text} <span>{next === null ? <Translate id="plan.progress.noDate">no date</Translate> : <Day date={next} />}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
