import PlanLayout from '@theme/PlanLayout'
import PlanOverview from '@theme/PlanOverview'

export default function Home() {
  return (
    <PlanLayout title="Overview" description="Where the plan stands, and what comes next">
      <main className="container margin-vert--lg">
        <PlanOverview />
      </main>
    </PlanLayout>
  )
}
