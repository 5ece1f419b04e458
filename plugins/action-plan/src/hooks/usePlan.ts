import {useAllPluginInstancesData} from '@docusaurus/useGlobalData'
import type {PlanGlobal} from '../model/global.ts'

const NAME = 'docusaurus-plugin-action-plan'

/** The numbers of every plan of the site, by the id of its instance. */
export function usePlans(): Readonly<Record<string, PlanGlobal>> {
  return (useAllPluginInstancesData(NAME) ?? {}) as unknown as Readonly<Record<string, PlanGlobal>>
}

/** The numbers of one plan: of the instance named, else of `default`, else of the only one. Undefined when there is none. */
export function usePlan(instance?: string): PlanGlobal | undefined {
  const plans = usePlans()
  return instance === undefined ? (plans.default ?? Object.values(plans)[0]) : plans[instance]
}
