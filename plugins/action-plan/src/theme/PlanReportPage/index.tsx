import {useState, type ReactNode} from 'react'
import clsx from 'clsx'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import useIsBrowser from '@docusaurus/useIsBrowser'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import PlanAsBuilt from '@theme/PlanAsBuilt'
import PlanProvenance from '@theme/PlanProvenance'
import type {Props} from '@theme/PlanReportPage'
import PlanSummary from '@theme/PlanSummary'
import prose from '../../css/prose.module.css'
import {fieldLabel} from '../../labels/field.ts'
import {lateWords} from '../../labels/lateness.ts'
import {spanWords} from '../../labels/span.ts'
import {useJudged} from '../../hooks/useJudged.ts'
import {usePlan} from '../../hooks/usePlan.ts'
import {useStatus} from '../../hooks/useStatus.ts'
import type {ReportPeriod} from '../../model/history.ts'
import {label} from '../../model/label.ts'
import {planEnd} from '../../model/plan-end.ts'
import type {StatusItem} from '../../model/status.ts'
import {itemAnchor} from '../../view/address.ts'
import {baselineText} from '../../view/words/baseline.ts'
import {CHANGE_WORDS, changeText, countText, grouped, newNotesText, withoutNotes} from '../../view/words/changes.ts'
import {withHealth} from '../../view/pages/urgent.ts'
import {nextTask, nextUp, statedLists, TOLD_KINDS} from '../../view/files/weekly.ts'
import {fraction} from '../../view/words/wording.ts'
import styles from './styles.module.css'

export default function PlanReportPage({status: built, periods, instance}: Props): ReactNode {
  const {status, today} = useStatus(built, instance)
  const page = usePlan(instance)?.progressPage ?? ''
  const judged = useJudged()
  const [chosen, choose] = useState(periods[0]?.id)
  const period = periods.find(({id}) => id === chosen) ?? periods[0]
  const items = status.sections.flatMap((section) => section.items)
  const warnings = status.problems.filter(({severity}) => severity !== 'info')
  const against = baselineText(status)
  const itemLine = (item: StatusItem, words: string): ReactNode => (
    <>
      <Link to={`${page}#${itemAnchor(item.id)}`}>{item.label}</Link>: {words}
    </>
  )
  const urgentLine = (item: StatusItem): ReactNode => (
    <>
      {item.priority !== null && `${item.priority} `}
      <Link to={`${page}#${itemAnchor(item.id)}`}>{item.label}</Link>:{' '}
      {item.lateDays !== null && <strong>{lateWords(item.lateDays)}</strong>}
      {[...(item.lateDays === null ? [] : ['']), ...item.owners.map((owner) => `@${owner}`)].join(', ')}
      {item.lateDays !== null || item.owners.length > 0 ? '; ' : ''}
      {item.because}
    </>
  )
  return (
    <Layout
      title={translate({id: 'plan.report.title', message: 'Report'})}
      description={translate(
        {id: 'plan.report.description', message: 'What changed in {title}, what is next, what is late'},
        {title: status.title},
      )}
    >
      <main className={`container ${styles.page}`} {...judged}>
        <Heading as="h1">{translate({id: 'plan.report.heading', message: 'Report: {title}'}, {title: status.title})}</Heading>
        <PlanSummary totals={status.totals} end={planEnd(items)} />
        <PlanProvenance source={status.source} asOf={today} done={status.totals.done} tasks={status.totals.tasks} instance={instance} />
        {against !== null && <p>{against}</p>}
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
            empty={translate({id: 'plan.report.noneNext', message: 'Nothing is open and free to start.'})}
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
                Line {line}: {reason}. <span className={clsx(prose.small, styles.fix)}>Fix: {fix}.</span>
              </>
            ))}
          </List>
        </div>
      </main>
    </Layout>
  )
}

/** Without JavaScript the first period is shown and there is nothing to choose. */
function Choice({
  periods,
  chosen,
  choose,
}: {
  periods: readonly ReportPeriod[]
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

function Changes({period}: {period: ReportPeriod}): ReactNode {
  const changes = withoutNotes(period.changes)
  const told = grouped(changes.filter(({kind}) => TOLD_KINDS.includes(kind)))
  const rest = changes.filter(({kind}) => !TOLD_KINDS.includes(kind))
  const notes = newNotesText(period.changes)
  return (
    <section aria-live="polite">
      <Heading as="h2" id="changes">
        Changes {period.title}
      </Heading>
      {period.note !== null && <p className={styles.notice}>{period.note}</p>}
      {period.base !== null && (
        <p>
          Against {period.base.commit === null ? 'the file' : <code>{period.base.commit.slice(0, 7)}</code>} of{' '}
          <time dateTime={period.base.day}>{period.base.day}</time>
          {period.before !== null && ` (${fraction(period.before.done, period.before.tasks)})`}: {countText(changes)}.
        </p>
      )}
      <div className={styles.columns}>
        {told.map(([kind, own]) => (
          <List key={kind} id={`changes-${kind}`} title={`${CHANGE_WORDS[kind]} (${own.length})`} empty="">
            {own.map((change) => changeText(change))}
          </List>
        ))}
        {period.base !== null && (
          <List
            id="slipped"
            title={translate({id: 'plan.report.slipped', message: 'Slipped'})}
            empty={translate({id: 'plan.report.noneSlipped', message: 'No item ends later than before.'})}
          >
            {period.slipped.map((slip) => `${label(slip)}: ${slip.from} → ${slip.to}`)}
          </List>
        )}
      </div>
      {rest.length > 0 && <p className={prose.small}>Also {countText(rest)}.</p>}
      {notes !== null && <p className={prose.small}>{notes}.</p>}
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
