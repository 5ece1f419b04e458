import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanLayout from '@theme/PlanLayout'
import PlanOverview from '@theme/PlanOverview'
import styles from './index.module.css'

const WAYS: readonly {readonly title: string; readonly links: readonly (readonly [to: string, text: string, why: string])[]}[] = [
  {
    title: 'For engineers',
    links: [
      ['/progress?tasks=open#items', 'Open tasks', 'find them by word, number, owner or health; each leads to its line in the plan'],
      ['/docs/runbooks/rollback-deployment', 'Roll back a deployment', 'the way back when a release went wrong'],
      ['/docs/start/on-call', 'I am on call', 'find a message, follow a runbook whose commands have been run'],
      ['/docs/runbooks', 'Runbooks', 'what was executed, against which versions, and what was not'],
      ['/docs/plan/action-plan', 'The plan', 'every task, with live numbers beside each heading'],
      ['/docs/start/new-here', 'I am new here', 'architecture, setting up, how things are done'],
    ],
  },
  {
    title: 'For managers',
    links: [
      ['/progress/report', 'What changed this week', 'a report to print: done, slipped, late, next; also of four weeks or since the start'],
      ['/progress', 'Progress', 'one page: by priority, by section, what needs attention'],
      ['/progress/timeline', 'Timeline', 'what happens when, what depends on what'],
      ['/progress/history', 'History', 'burn-up, scope and forecast from the plan’s own revisions'],
      ['/progress#problems', 'Contradictions in the plan', 'overcommitted weeks, missed deadlines, unnamed items'],
      ['/progress/badges', 'Badges', 'the numbers of the plan, a section or an item in a README or a dashboard'],
    ],
  },
]

export default function Home(): ReactNode {
  return (
    <PlanLayout title="Where things stand" description="Where the trading-system action plan stands, and what comes next">
      <main className={`container ${styles.page}`}>
        <PlanOverview />
        <div className={styles.ways}>
          {WAYS.map(({title, links}) => (
            <nav key={title} aria-label={title}>
              <Heading as="h2">{title}</Heading>
              <ul>
                {links.map(([to, text, why]) => (
                  <li key={to}>
                    <Link to={to}>{text}</Link>
                    <span className={styles.why}>{why}</span>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
      </main>
    </PlanLayout>
  )
}
