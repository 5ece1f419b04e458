import type {ReactNode} from 'react'
import Head from '@docusaurus/Head'
import Layout from '@theme/Layout'
import type {Props} from '@theme/PlanLayout'
import PlanLive from '@theme/PlanLive'
import {usePlan} from '../../hooks/usePlan.ts'
import {DAY_SCRIPT} from '../../view/pages/day-script.ts'

/** The frame of every page of a plan: the site's own layout, the day that the numbers are of, the feed of changes, and how new the numbers are. */
export default function PlanLayout({instance, children, ...layout}: Props): ReactNode {
  const plan = usePlan(instance)
  return (
    <Layout {...layout}>
      {plan !== undefined && (
        <Head>
          <script {...{'data-from': plan.day.from, 'data-to': plan.day.to}}>{DAY_SCRIPT}</script>
          {plan.feed !== null && <link rel="alternate" type="application/atom+xml" title={plan.feed.title} href={plan.feed.url} />}
        </Head>
      )}
      {children}
      <PlanLive plan={instance} ofPage />
    </Layout>
  )
}
