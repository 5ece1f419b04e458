import type {PlanGlobal} from '../model/global.ts'
import {storeOf} from './store.ts'

type Plans = Readonly<Record<string, PlanGlobal>>

/** The plans of a site with their newest numbers, as one thing that changes when one of them does. */
export interface PlansView {
  get(): Plans
  subscribe(run: () => void): () => void
}

const views = new WeakMap<Plans, PlansView>()

/** The view of the plans that a page was built with: one for all its components. */
export function plansView(built: Plans): PlansView {
  const known = views.get(built)
  if (known !== undefined) return known
  const stores = Object.entries(built).map(([id, plan]) => ({id, plan, store: storeOf(plan)}))
  let shown = stores.map(({store}) => store.numbers())
  let made = merged()
  /** As built while nothing newer is known, and while the newest says the same: then nothing is drawn again. */
  function merged(): Plans {
    const next = Object.fromEntries(stores.map(({id, plan}, index) => [id, {...plan, ...shown[index]}]))
    return JSON.stringify(next) === JSON.stringify(built) ? built : next
  }
  const view: PlansView = {
    get() {
      const numbers = stores.map(({store}) => store.numbers())
      if (numbers.every((one, index) => one === shown[index])) return made
      shown = numbers
      return (made = merged())
    },
    subscribe(run) {
      const ends = stores.map(({store}) => store.subscribe(run))
      return () => ends.forEach((end) => end())
    },
  }
  views.set(built, view)
  return view
}
