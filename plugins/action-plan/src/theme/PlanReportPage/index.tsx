import {useRef, useState, type ReactNode, type RefObject} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import useIsBrowser from '@docusaurus/useIsBrowser'
import Heading from '@theme/Heading'
import PlanAsBuilt from '@theme/PlanAsBuilt'
import PlanLayout from '@theme/PlanLayout'
import PlanProvenance from '@theme/PlanProvenance'
import type {Props} from '@theme/PlanReportPage'
import PlanSummary from '@theme/PlanSummary'
import prose from '../../css/prose.module.css'
import {ChangedItem} from '../../hooks/ChangedItem.tsx'
import {Day} from '../../labels/Day.tsx'
import {healthCause} from '../../labels/health.ts'
import {fieldLabel} from '../../labels/field.ts'
import {lateWords} from '../../labels/lateness.ts'
import {WORDS} from '../../labels/words.ts'
import {spanWords} from '../../labels/span.ts'
import {BaselineText} from '../../hooks/BaselineText.tsx'
import {useJudged} from '../../hooks/useJudged.ts'
import {usePlan} from '../../hooks/usePlan.ts'
import {useStatus} from '../../hooks/useStatus.ts'
import {label} from '../../model/label.ts'
import type {PageStatusItem} from '../../model/page.ts'
import {itemAnchor} from '../../view/address.ts'
import type {PeriodView} from '../../view/pages/changes.ts'
import {withHealth} from '../../view/pages/urgent.ts'
import {nextTask, nextUp} from '../../view/pages/next-up.ts'
import {statedLists} from '../../view/pages/stated-lists.ts'
import {paragraphs} from '../../view/words/paragraphs.ts'
import {fractionWords} from '../../labels/numbers.ts'
import styles from './styles.module.css'

export default function PlanReportPage({status: built, periods, against, instance}: Props): ReactNode {
  const {status, today} = useStatus(built, instance)
  const plan = usePlan(instance)
  const page = plan?.progressPage ?? ''
  const judged = useJudged()
  const [chosen, choose] = useState(periods[0]?.id)
  const period = periods.find(({id}) => id === chosen) ?? periods[0]
  const items = status.sections.flatMap((section) => section.items)
  const body = useRef<HTMLDivElement>(null)
  const lists = partsOf(status, page)
  const nothing = lists.flatMap(({lines, none}) => (lines.length === 0 && none !== undefined ? none : []))
  return (
    <PlanLayout
      instance={instance}
      title={translate({id: 'plan.report.title', message: 'Report'})}
      description={translate(
        {id: 'plan.report.description', message: 'What changed in {title}, what is next, what is late'},
        {title: status.title},
      )}
    >
      <main className={`container ${styles.page}`} {...judged}>
        <Heading as="h1">{translate({id: 'plan.report.heading', message: 'Report: {title}'}, {title: status.title})}</Heading>
        {status.weeklyNote !== null && (
          <section className={styles.note} aria-label={translate({id: 'plan.report.note', message: 'Note of the week'})}>
            {paragraphs(status.weeklyNote).map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
        )}
        <PlanSummary
          totals={status.totals}
          verdict={status.verdict}
          items={items}
          end={status.end.planned}
          forecast={status.forecast}
          page={page}
          changes="#changes"
        />
        <div className={styles.tools}>
          <Choice periods={periods} chosen={period?.id} choose={choose} />
          <CopyReport source={body} />
        </div>
        <PlanAsBuilt instance={instance} />
        <div ref={body}>
          {period !== undefined && <Changes period={period} page={page} />}
          <div className={styles.columns}>
            {lists
              .filter(({lines}) => lines.length > 0)
              .map(({id, title, lines, all}) => (
                <List key={id} id={id} title={title}>
                  {all === undefined ? lines : first(lines, all)}
                </List>
              ))}
          </div>
          <p className={prose.small}>
            {nothing.join(' ')} <Warnings count={status.problems.filter(({severity}) => severity !== 'info').length} page={page} />
          </p>
          <BaselineText built={against} status={status} instance={instance} />
        </div>
        <PlanProvenance source={status.source} asOf={today} instance={instance} />
      </main>
    </PlanLayout>
  )
}

/** A list of the report. */
interface Part {
  readonly id: string
  readonly title: string
  readonly lines: readonly ReactNode[]
  /** What is said when it has no lines; left out: nothing. */
  readonly none?: string
  /** Where all are when there are too many for the page. */
  readonly all?: string
}

/** How the items stand, and what comes next. */
function partsOf(status: Props['status'], page: string): readonly Part[] {
  const itemLine = (item: PageStatusItem, words: string): ReactNode => (
    <>
      <Link to={`${page}#${itemAnchor(item.id)}`}>{item.label}</Link>: {words}
    </>
  )
  const urgentLine = (item: PageStatusItem): ReactNode => (
    <>
      {item.priority !== null && `${item.priority} `}
      <Link to={`${page}#${itemAnchor(item.id)}`}>{item.label}</Link>:{' '}
      {item.lateDays !== null && <strong>{lateWords(item.lateDays)}</strong>}
      {[...(item.lateDays === null ? [] : ['']), ...item.owners.map((owner) => `@${owner}`)].join(', ')}
      {item.lateDays !== null || item.owners.length > 0 ? '; ' : ''}
      <span suppressHydrationWarning>{healthCause(item.cause)}</span>
    </>
  )
  return [
    {
      id: 'late',
      title: translate({id: 'plan.report.late', message: 'Late'}),
      lines: withHealth(status, 'late').map(urgentLine),
      none: translate({id: 'plan.report.noneLate', message: 'Nothing is late.'}),
      all: `${page}?health=late#items`,
    },
    {
      id: 'at-risk',
      title: translate({id: 'plan.report.risk', message: 'At risk'}),
      lines: withHealth(status, 'at-risk').map(urgentLine),
      none: translate({id: 'plan.report.noneRisk', message: 'Nothing is at risk.'}),
      all: `${page}?health=at-risk#items`,
    },
    ...statedLists(status).map(({name, items: found}) => ({
      id: `stated-${name}`,
      title: fieldLabel(name),
      lines: found.map(([item, text]) => itemLine(item, text)),
    })),
    {
      id: 'next-up',
      title: translate({id: 'plan.report.next', message: 'Next tasks'}),
      lines: nextUp(status).map((item) =>
        itemLine(item, `${nextTask(item)}${item.start === null ? '' : ` (${spanWords(item.start, null)})`}`),
      ),
      ...(status.totals.done < status.totals.tasks && {
        none: translate({id: 'plan.report.noneNext', message: 'No task is ready to start.'}),
      }),
    },
  ]
}

/** The first of many, and the way to all: the page is a sheet of paper. */
function first(lines: readonly ReactNode[], all: string): readonly ReactNode[] {
  if (lines.length <= MOST + 1) return lines
  const more = WORDS.say('plan.report.more', 'and {count} more', {count: lines.length - MOST})
  return [...lines.slice(0, MOST), <Link to={all}>{more}</Link>]
}
const MOST = 10

function Warnings({count, page}: {count: number; page: string}): ReactNode {
  if (count === 0) return null
  return (
    <Link to={`${page}/problems`}>
      {WORDS.plural('plan.report.problemsLink', '{count} warning in the plan|{count} warnings in the plan', count)}
    </Link>
  )
}

/** Without JavaScript the first period is shown and there is nothing to choose. */
function Choice({
  periods,
  chosen,
  choose,
}: {
  periods: readonly PeriodView[]
  chosen: string | undefined
  choose: (id: string) => void
}): ReactNode {
  const browser = useIsBrowser()
  if (periods.length < 2) return null
  return (
    <fieldset className={styles.choice} disabled={!browser}>
      <legend>
        <Translate id="plan.report.period">Period</Translate>
      </legend>
      {periods.map(({id, title}) => (
        <label key={id}>
          <input type="radio" name="period" value={id} checked={id === chosen} onChange={() => choose(id)} /> {title}
        </label>
      ))}
    </fieldset>
  )
}

function Changes({period, page}: {period: PeriodView; page: string}): ReactNode {
  const {base, before, groups, rest, newNotes, note, slipped, summary, title} = period
  return (
    <section aria-live="polite">
      <Heading as="h2" id="changes">
        {translate({id: 'plan.report.changes', message: 'Changes {since}'}, {since: title})}
      </Heading>
      {note !== null && <p className={styles.notice}>{note}</p>}
      {base !== null && (
        <p>
          <Translate
            id="plan.report.against"
            values={{
              commit:
                base.commit === null ? translate({id: 'plan.report.file', message: 'the file'}) : <code>{base.commit.slice(0, 7)}</code>,
              day: <Day date={base.day} />,
              then: before === null ? '' : ` (${fractionWords(before.done, before.tasks)})`,
              summary,
            }}
          >
            {'Compared with {commit} of {day}{then}: {summary}.'}
          </Translate>
        </p>
      )}
      <div className={styles.columns}>
        {groups.map(({kind, heading, lines}) => (
          <List key={kind} id={`changes-${kind}`} title={`${heading} (${lines.length})`}>
            {lines.map((line, index) => (
              <ChangedItem key={index} line={line} page={page} />
            ))}
          </List>
        ))}
        {slipped.length > 0 && (
          <List id="slipped" title={translate({id: 'plan.report.slipped', message: 'Slipped'})}>
            {slipped.map((slip) => (
              <>
                <Link to={`${page}#${itemAnchor(slip.id)}`}>{label(slip)}</Link>: <Day date={slip.from} /> → <Day date={slip.to} />
              </>
            ))}
          </List>
        )}
      </div>
      {base !== null && slipped.length === 0 && (
        <p className={prose.small}>
          <Translate id="plan.report.noneSlipped">No end date moved this period.</Translate>
        </p>
      )}
      {rest !== null && <p className={prose.small}>{translate({id: 'plan.report.also', message: 'Also {rest}.'}, {rest})}</p>}
      {newNotes !== null && <p className={prose.small}>{newNotes}.</p>}
    </section>
  )
}

function List({id, title, children}: {id: string; title: string; children: readonly ReactNode[]}): ReactNode {
  return (
    <section className={styles.block}>
      <Heading as="h3" id={id}>
        {title}
      </Heading>
      <ul>
        {children.map((child, index) => (
          <li key={index}>{child}</li>
        ))}
      </ul>
    </section>
  )
}

/** Puts what stands on the page on the clipboard, for a mail, a chat or a wiki. */
function CopyReport({source}: {source: RefObject<HTMLDivElement | null>}): ReactNode {
  const [state, setState] = useState('')
  const copy = (rich: boolean): void => {
    import(/* webpackChunkName: "plan-copy" */ './copy.ts')
      .then(async ({copyPart}) => copyPart(source.current as HTMLElement, rich))
      .then(
        () => setState(translate({id: 'plan.report.copied', message: 'Copied'})),
        () => setState(translate({id: 'plan.report.copyFailed', message: 'Copying is not possible here'})),
      )
  }
  return (
    <p className={styles.copy}>
      <button type="button" className="button button--sm button--secondary" onClick={() => copy(false)}>
        <Translate id="plan.report.copyMarkdown">Copy as Markdown</Translate>
      </button>{' '}
      <button type="button" className="button button--sm button--secondary" onClick={() => copy(true)}>
        <Translate id="plan.report.copyRich">Copy as rich text</Translate>
      </button>{' '}
      <button type="button" className="button button--sm button--secondary" onClick={() => window.print()}>
        <Translate id="plan.report.print">Print</Translate>
      </button>{' '}
      <span role="status">{state}</span>
    </p>
  )
}
