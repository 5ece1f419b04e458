import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import Heading from '@theme/Heading'
import PlanLayout from '@theme/PlanLayout'
import PlanPortfolio from '@theme/PlanPortfolio'
import type {Props} from '@theme/PlanPortfolioPage'
import styles from './styles.module.css'

export default function PlanPortfolioPage({others, pollSeconds}: Props): ReactNode {
  return (
    <PlanLayout
      title={translate({id: 'plan.portfolio.title', message: 'All plans'})}
      description={translate({id: 'plan.portfolio.description', message: 'Progress of every plan of this site'})}
    >
      <main className={`container ${styles.page}`}>
        <Heading as="h1">{translate({id: 'plan.portfolio.title', message: 'All plans'})}</Heading>
        <PlanPortfolio others={others} pollSeconds={pollSeconds} />
      </main>
    </PlanLayout>
  )
}
