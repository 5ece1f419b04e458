import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import Layout from '@theme/Layout'
import PlanOverview from '@theme/PlanOverview'
import styles from './index.module.css'

export default function Home(): ReactNode {
  return (
    <Layout title="Where things stand" description="Where the trading-system action plan stands, and what comes next">
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
    </Layout>
  )
}
