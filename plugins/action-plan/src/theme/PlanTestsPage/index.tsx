import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import PlanLayout from '@theme/PlanLayout'
import PlanReports from '@theme/PlanReports'
import type {Props} from '@theme/PlanTestsPage'
import styles from './styles.module.css'

export default function PlanTestsPage({about: of, reports, past, help}: Props): ReactNode {
  const {title, about, empty} = of.plan === null ? of : wordsOf(of.plan)
  return (
    <Frame instance={of.plan === null ? null : of.instance} title={title} description={about}>
      <main className={`container ${styles.page}`}>
        <Heading as="h1">{title}</Heading>
        <p>
          {about}
          {of.plan !== null && (
            <>
              {' '}
              <Link to={of.page}>
                <Translate id="plan.tests.back">Progress of the plan</Translate>
              </Link>
            </>
          )}
          {of.plan === null && of.more !== null && (
            <>
              {' '}
              <Link to={of.more.to}>{of.more.title}</Link>
            </>
          )}
        </p>
        {reports.length === 0 ? (
          <div className={styles.empty}>
            <p>
              <strong>
                <Translate id="plan.tests.none">No reports yet.</Translate>
              </strong>{' '}
              {empty}
            </p>
            {help !== null && (
              <p>
                <Link to={help}>
                  <Translate id="plan.evidence.how">How to connect evidence</Translate>
                </Link>
              </p>
            )}
          </div>
        ) : (
          <PlanReports reports={reports} past={past} />
        )}
      </main>
    </Frame>
  )
}

/** Reports that belong to no plan say nothing of one. */
function Frame({instance, ...page}: {instance: string | null; title: string; description: string; children: ReactNode}): ReactNode {
  return instance === null ? <Layout {...page} /> : <PlanLayout instance={instance} {...page} />
}

/** What the page of a plan says. */
function wordsOf(plan: string): {readonly title: string; readonly about: string; readonly empty: string} {
  return {
    title: translate({id: 'plan.tests.title', message: 'Tests and coverage'}),
    about: translate({id: 'plan.tests.about', message: 'What the reports say that the plan “{plan}” names as evidence.'}, {plan}),
    empty: translate({
      id: 'plan.tests.empty',
      message: 'No reports are connected. Name a JUnit, coverage or SARIF file in the settings of the plan, or as the evidence of an item.',
    }),
  }
}
