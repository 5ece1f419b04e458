import {useState, type ReactNode} from 'react'
import clsx from 'clsx'
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
import {Day} from '../../labels/Day.tsx'
import {healthCause} from '../../labels/health.ts'
import {fieldLabel} from '../../labels/field.ts'
import {lateWords} from '../../labels/lateness.ts'
import {Message} from '../../labels/Message.tsx'
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
  const warnings = status.problems.filter(({severity}) => severity !== 'info')
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
        <PlanSummary totals={status.totals} items={items} end={status.end.planned} forecast={status.forecast} page={page} />
        <BaselineText built={against} status={status} instance={instance} />
        <PlanAsBuilt instance={instance} />
        <Choice periods={periods} chosen={period?.id} choose={choose} />
        {period !== undefined && <Changes period={period} />}
        <div className={styles.columns}>
          <List
            id="late"
            title={translate({id: 'plan.report.late', message: 'Late'})}
            empty={translate({id: 'plan.report.nothing', message: 'Nothing.'})}
          >
            {withHealth(status, 'late').map(urgentLine)}
          </List>
          <List
            id="at-risk"
            title={translate({id: 'plan.report.risk', message: 'At risk'})}
            empty={translate({id: 'plan.report.nothing', message: 'Nothing.'})}
          >
            {withHealth(status, 'at-risk').map(urgentLine)}
          </List>
          {statedLists(status).map(({name, items: found}) => (
            <List key={name} id={`stated-${name}`} title={fieldLabel(name)} empty="">
              {found.map(([item, text]) => itemLine(item, text))}
            </List>
          ))}
          <List
            id="next-up"
            title={translate({id: 'plan.report.next', message: 'Next tasks'})}
            empty={translate({id: 'plan.report.noneNext', message: 'No task is ready to start.'})}
          >
            {nextUp(status).map((item) =>
              itemLine(item, `${nextTask(item)}${item.start === null ? '' : ` (${spanWords(item.start, null)})`}`),
            )}
          </List>
          <List
            id="problems"
            title={translate({id: 'plan.progress.problems', message: 'Problems in the plan'})}
            empty={translate({id: 'plan.report.noProblems', message: 'None.'})}
          >
            {warnings.map(({line, reason, fix}) => (
              <>
                {translate({id: 'plan.report.line', message: 'Line {line}:'}, {line: String(line)})}{' '}
                <Message reason={reason} fix={fix} fixClass={clsx(prose.small, styles.fix)} />
              </>
            ))}
          </List>
        </div>
        <PlanProvenance source={status.source} asOf={today} instance={instance} />
      </main>
    </PlanLayout>
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

function Changes({period}: {period: PeriodView}): ReactNode {
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
            {'Against {commit} of {day}{then}: {summary}.'}
          </Translate>
        </p>
      )}
      <div className={styles.columns}>
        {groups.map(({kind, heading, lines}) => (
          <List key={kind} id={`changes-${kind}`} title={`${heading} (${lines.length})`} empty="">
            {lines}
          </List>
        ))}
        {base !== null && (
          <List
            id="slipped"
            title={translate({id: 'plan.report.slipped', message: 'Slipped'})}
            empty={translate({id: 'plan.report.noneSlipped', message: 'No end date moved this period.'})}
          >
            {slipped.map((slip) => (
              <>
                {label(slip)}: <Day date={slip.from} /> → <Day date={slip.to} />
              </>
            ))}
          </List>
        )}
      </div>
      {rest !== null && <p className={prose.small}>{translate({id: 'plan.report.also', message: 'Also {rest}.'}, {rest})}</p>}
      {newNotes !== null && <p className={prose.small}>{newNotes}.</p>}
    </section>
  )
}

function List({id, title, empty, children}: {id: string; title: string; empty: string; children: readonly ReactNode[]}): ReactNode {
  return (
    <section className={styles.block}>
      <Heading as="h3" id={id}>
        {title}
      </Heading>
      {children.length === 0 ? (
        <p className={prose.small}>{empty}</p>
      ) : (
        <ul>
          {children.map((child, index) => (
            <li key={index}>{child}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
