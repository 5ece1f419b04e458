import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import PlanLayout from '@theme/PlanLayout'
import PlanProblems from '@theme/PlanProblems'
import type {Props} from '@theme/PlanProblemsPage'
import PlanProvenance from '@theme/PlanProvenance'
import {useLivePart, usePlan} from '../../hooks/usePlan.ts'
import {useToday} from '../../hooks/useToday.ts'
import styles from './styles.module.css'

export default function PlanProblemsPage({title, problems, rules, instance}: Props): ReactNode {
  const plan = usePlan(instance)
  const newest = useLivePart('status', instance)
  const today = useToday(plan?.statusDate ?? '', plan?.timeZone ?? 'UTC')
  const heading = translate({id: 'plan.progress.problems', message: 'Problems in the plan'})
  return (
    <PlanLayout
      instance={instance}
      title={heading}
      description={translate({id: 'plan.problems.description', message: 'Errors, warnings and notes of {title}'}, {title})}
    >
      <main className={`container ${styles.page}`}>
        <Heading as="h1">{heading}</Heading>
        <p>
          <Translate id="plan.problems.about" values={{plan: plan === undefined ? title : <Link to={plan.progressPage}>{title}</Link>}}>
            {'Contradictions in {plan}, and parts of it that cannot be read, each with its line and the fix.'}
          </Translate>
        </p>
        <PlanProblems problems={newest?.problems ?? problems} path={plan?.source.path ?? ''} rules={rules} />
        {plan !== undefined && <PlanProvenance source={plan.source} asOf={today} instance={instance} />}
      </main>
    </PlanLayout>
  )
}
