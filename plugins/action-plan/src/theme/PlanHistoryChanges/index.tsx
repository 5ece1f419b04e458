import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import Heading from '@theme/Heading'
import type {Props} from '@theme/PlanHistoryChanges'
import prose from '../../css/prose.module.css'
import type {DayChanges} from '../../model/history.ts'
import {CHANGE_WORDS, changeText, countText, grouped} from '../../view/words/changes.ts'
import styles from './styles.module.css'

/** Days that changed nothing but words are counted, not told. */
export default function PlanHistoryChanges({days}: Props): ReactNode {
  const told = days.filter(({changes, note}) => changes.length > 0 || note !== null)
  const quiet = days.length - told.length
  return (
    <section>
      <Heading as="h2" id="changes">
        {translate({id: 'plan.history.changes', message: 'What changed'})}
      </Heading>
      {quiet > 0 && <p className={prose.small}>{quietText(quiet, days.length)}</p>}
      {told.map((day) => (
        <Day key={day.day} {...day} />
      ))}
    </section>
  )
}

function quietText(quiet: number, days: number): string {
  return quiet === 1
    ? days === 1
      ? translate({id: 'plan.history.onlyQuiet', message: 'The last day with commits changed words only, no task, item or date.'})
      : translate(
          {id: 'plan.history.oneQuiet', message: '1 more of the last {days} days with commits changed words only, no task, item or date.'},
          {days},
        )
    : translate(
        {
          id: 'plan.history.quiet',
          message: '{quiet} more of the last {days} days with commits changed words only, no task, item or date.',
        },
        {quiet, days},
      )
}

function Day({day, commits, changes, note}: DayChanges): ReactNode {
  const id = `day-${day}`
  useBrokenLinks().collectAnchor(id)
  return (
    <div className={styles.day}>
      <Heading as="h3" id={id}>
        <time dateTime={day}>{day}</time>
      </Heading>
      <p>{note === null ? `${countText(changes)}.` : `${note}.`}</p>
      {grouped(changes).map(([kind, own]) => (
        <details key={kind} className={styles.details} open={own.length <= 5}>
          <summary>
            {CHANGE_WORDS[kind]} ({own.length})
          </summary>
          <ul>
            {own.map((change, index) => (
              <li key={index}>{changeText(change)}</li>
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
