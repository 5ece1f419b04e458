import type {ReactNode} from 'react'
import Layout from '@theme/Layout'
import PlanHead from '@theme/PlanHead'
import type {Props} from '@theme/PlanLayout'
import PlanLive from '@theme/PlanLive'

/** The frame of every page of a plan: the site's own layout, the day that the numbers are of, the feed of changes, and how new the numbers are. */
export default function PlanLayout({instance, children, ...layout}: Props): ReactNode {
  return (
    <Layout {...layout}>
      <PlanHead instance={instance} />
      {children}
      <PlanLive plan={instance} ofPage />
    </Layout>
  )
}
