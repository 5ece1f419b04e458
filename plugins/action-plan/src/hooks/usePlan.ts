import {useSyncExternalStore} from 'react'
import built from '@generated/docusaurus-plugin-action-plan/plans.json'
import {plansView} from '../live/plans.ts'
import {storeOf} from '../live/store.ts'
import {AS_BUILT, type Live} from '../model/live.ts'
import type {PlanGlobal} from '../model/global.ts'

type Plans = Readonly<Record<string, PlanGlobal>>

/** The plans of the site as they were built, by the id of their instance. Only pages that show a plan load them. */
const BUILT = built as unknown as Plans
const SERVER = typeof window === 'undefined'
const NOTHING = (): (() => void) => () => undefined

/** The one that is meant: the instance named, else `default`, else the only one. */
function chosen(plans: Plans, instance: string | undefined): PlanGlobal | undefined {
  return instance === undefined ? (plans['default'] ?? Object.values(plans)[0]) : plans[instance]
}

function useStore<T>(instance: string | undefined, part: (live: Live) => T): T {
  const plan = chosen(BUILT, instance)
  const store = plan === undefined || SERVER ? null : storeOf(plan)
  return useSyncExternalStore(
    store?.subscribe ?? NOTHING,
    () => part(store?.get() ?? AS_BUILT),
    () => part(AS_BUILT),
  )
}

/** What the page knows of a plan beyond its build; nothing on the server and while React takes over. Every look at the server changes it. */
export const useLive = (instance?: string): Live => useStore(instance, (live) => live)

/** A part of it: what needs no more is not drawn again after every look. Each link of Docusaurus that is drawn again costs memory for good. */
export const useLivePart = <Key extends keyof Live>(key: Key, instance?: string): Live[Key] => useStore(instance, (live) => live[key])

/** The commit of the newest numbers when it is not the one that the page was built from; null when it is, or nothing newer is known. */
export function useNewerCommit(instance?: string): string | null {
  const commit = chosen(BUILT, instance)?.source.commit ?? null
  const newest = useLivePart('status', instance)?.source.commit ?? null
  return newest === commit ? null : newest
}

/** The numbers of every plan of the site, by the id of its instance: the newest that the page knows. */
export function usePlans(): Plans {
  const view = SERVER ? null : plansView(BUILT)
  return useSyncExternalStore(view?.subscribe ?? NOTHING, view?.get ?? (() => BUILT), () => BUILT)
}

/** The numbers of one plan: of the instance named, else of `default`, else of the only one. Undefined when there is none. */
export function usePlan(instance?: string): PlanGlobal | undefined {
  return chosen(usePlans(), instance)
}
