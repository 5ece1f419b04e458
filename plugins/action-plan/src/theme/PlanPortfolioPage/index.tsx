import type {ReactNode} from 'react'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import PlanPortfolio from '@theme/PlanPortfolio'
import type {Props} from '@theme/PlanPortfolioPage'
import styles from './styles.module.css'

export default function PlanPortfolioPage(_: Props): ReactNode {
  return (
    <Layout title="All plans" description="Progress of every plan of this site">
      <main className={`container ${styles.page}`}>
        <Heading as="h1">All plans</Heading>
        <PlanPortfolio />
      </main>
    </Layout>
  )
}
