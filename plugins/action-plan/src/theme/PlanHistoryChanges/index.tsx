import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import Heading from '@theme/Heading'
import type {Props} from '@theme/PlanHistoryChanges'
import '../../css/plan.css'
import prose from '../../css/prose.module.css'
import {WORDS} from '../../labels/words.ts'
import type {DayView} from '../../view/pages/changes.ts'
import styles from './styles.module.css'

/** Days that changed nothing but words are counted, not told. */
export default function PlanHistoryChanges({days}: Props): ReactNode {
  const told = days.filter(({summary}) => summary !== null)
  const quiet = days.length - told.length
  return (
    <section>
      <Heading as="h2" id="changes">
        {translate({id: 'plan.history.changes', message: 'What changed'})}
      </Heading>
      {quiet > 0 && <p className={prose.small}>{quietText(quiet, days.length)}</p>}
      {told.map((day) => (
        <DayOf key={day.day} {...day} />
      ))}
    </section>
  )
}

function quietText(quiet: number, days: number): string {
  return days === 1
    ? translate({id: 'plan.history.onlyQuiet', message: 'The last day with commits changed words only, no task, item or date.'})
    : WORDS.plural(
        'plan.history.quiet',
        '{count} of the last {days} days with commits changed words only, no task, item or date.|{count} of the last {days} days with commits changed words only, no task, item or date.',
        quiet,
        {days},
      )
}

function DayOf({day, commits, summary, groups}: DayView): ReactNode {
  const id = `day-${day}`
  useBrokenLinks().collectAnchor(id)
  return (
    <div className={styles.day}>
      <Heading as="h3" id={id}>
        {WORDS.day(day)}
      </Heading>
      <p>{summary}.</p>
      {groups.map(({kind, heading, lines}) => (
        <details key={kind} className={styles.details} open={lines.length <= 5}>
          <summary>
            {heading} ({lines.length})
          </summary>
          <ul>
            {lines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
      <ul className={styles.commits}>
        {commits.map(({commit, author, subject}) => (
          <li key={commit}>
            <code>{commit.slice(0, 7)}</code> {subject} <span className={prose.small}>({author})</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
