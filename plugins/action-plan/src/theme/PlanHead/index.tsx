import type {ReactNode} from 'react'
import Head from '@docusaurus/Head'
import type {Props} from '@theme/PlanHead'
import {usePlan} from '../../hooks/usePlan.ts'
import {DAY_SCRIPT} from '../../view/pages/day-script.ts'

/** In the head of a page that judges a plan by the day: which day its numbers are of, and the feed of changes. */
export default function PlanHead({instance}: Props): ReactNode {
  const plan = usePlan(instance)
  if (plan === undefined) return null
  const {day, feed} = plan
  return (
    <Head>
      <script {...{'data-from': day.from, 'data-to': day.to}}>{DAY_SCRIPT}</script>
      {feed !== null && <link rel="alternate" type="application/atom+xml" title={feed.title} href={feed.url} />}
    </Head>
  )
}
