import type {ReactNode} from 'react'
import InitFooter from '@theme-init/Footer'
import PlanLive from '@theme/PlanLive'

/** Every page ends with where its numbers are from. */
export default function Footer(): ReactNode {
  return (
    <>
      <PlanLive />
      <InitFooter />
    </>
  )
}
