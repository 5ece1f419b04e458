import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import PlanReports from '@theme/PlanReports'
import type {Props} from '@theme/PlanTestsPage'
import styles from './styles.module.css'

export default function PlanTestsPage({title, about, empty, reports, back, help}: Props): ReactNode {
  return (
    <Layout title={title} description={about}>
      <main className={`container ${styles.page}`}>
        <Heading as="h1">{title}</Heading>
        <p>
          {about}
          {back !== null && (
            <>
              {' '}
              <Link to={back.to}>{back.title}</Link>
            </>
          )}
        </p>
        {reports.length === 0 ? (
          <div className={styles.empty}>
            <p>
              <strong>No reports yet.</strong> {empty}
            </p>
            {help !== null && (
              <p>
                <Link to={help}>How to connect evidence</Link>
              </p>
            )}
          </div>
        ) : (
          <PlanReports reports={reports} />
        )}
      </main>
    </Layout>
  )
}
