import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import useBrokenLinks from '@docusaurus/useBrokenLinks'
import Heading from '@theme/Heading'
import type {Props} from '@theme/PlanHistoryChanges'
import '../../css/plan.css'
import prose from '../../css/prose.module.css'
import {ChangedItem} from '../../hooks/ChangedItem.tsx'
import {WORDS} from '../../labels/words.ts'
import type {DayView} from '../../view/pages/changes.ts'
import styles from './styles.module.css'

/** So many days are told; those before them are folded. */
const RECENT = 10

/** Days that changed nothing but words are counted, not told. */
export default function PlanHistoryChanges({days, page}: Props): ReactNode {
  const told = days.filter(({summary}) => summary !== null)
  const quiet = days.length - told.length
  return (
    <section>
      <Heading as="h2" id="changes">
        {translate({id: 'plan.history.changes', message: 'What changed'})}
      </Heading>
      {quiet > 0 && <p className={prose.small}>{quietText(quiet, days.length === 1)}</p>}
      <Days days={told.slice(0, RECENT)} page={page} />
      {told.length > RECENT && (
        <details className={styles.older}>
          <summary>{WORDS.say('plan.history.older', 'Earlier changes ({count})', {count: told.length - RECENT})}</summary>
          <Days days={told.slice(RECENT)} page={page} />
        </details>
      )}
    </section>
  )
}

function quietText(quiet: number, only: boolean): string {
  return only
    ? translate({id: 'plan.history.onlyQuiet', message: 'On the last day with commits, only wording changed: no task, item or date.'})
    : WORDS.plural(
        'plan.history.quiet',
        '{count} day on which only wording changed is not listed.|{count} days on which only wording changed are not listed.',
        quiet,
      )
}

/** A line a day, which opens to what changed and the commits that did it. */
function Days({days, page}: Props): ReactNode {
  return days.map((day) => <DayOf key={day.day} {...day} page={page} />)
}

function DayOf({day, commits, summary, groups, page}: DayView & Pick<Props, 'page'>): ReactNode {
  const id = `day-${day}`
  useBrokenLinks().collectAnchor(id)
  const authors = Array.from(new Set(commits.map(({author}) => author)))
  return (
    <details id={id} className={styles.day}>
      <summary>
        <strong>{WORDS.day(day)}</strong> <span>{summary}</span> <span className={prose.small}>{authors.join(', ')}</span>
      </summary>
      {groups.map(({kind, heading, lines}) => (
        <div key={kind}>
          <p>{heading}</p>
          <ul>
            {lines.map((line, index) => (
              <li key={index}>
                <ChangedItem line={line} page={page} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ul className={styles.commits}>
        {commits.map(({commit, author, subject}) => (
          <li key={commit}>
            <code>{commit.slice(0, 7)}</code> {subject} <span className={prose.small}>({author})</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
