import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import PlanLayout from '@theme/PlanLayout'
import PlanOverview from '@theme/PlanOverview'
import styles from './index.module.css'

export default function Home(): ReactNode {
  return (
    <PlanLayout title="Overview" description="Where the trading-system action plan stands, and what comes next">
      <main className={`container ${styles.page}`}>
        <PlanOverview>
          <p className={styles.ways}>
            <Link className="button button--primary" to="/progress/report">
              Weekly report
            </Link>
            <Link className="button button--secondary" to="/docs/start/on-call">
              I am on call
            </Link>
          </p>
        </PlanOverview>
      </main>
    </PlanLayout>
  )
}
