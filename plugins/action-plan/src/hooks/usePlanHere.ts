import {useLocation} from '@docusaurus/router'
import type {PlanGlobal} from '../model/global.ts'
import {usePlans} from './usePlan.ts'

/** The plan whose own page this is, with the id of its instance; undefined on every other page. */
export function usePlanHere(): readonly [instance: string, plan: PlanGlobal] | undefined {
  const here = useLocation().pathname.replace(/\/$/, '')
  return Object.entries(usePlans()).find(([, {planPage}]) => planPage?.replace(/\/$/, '') === here)
}
