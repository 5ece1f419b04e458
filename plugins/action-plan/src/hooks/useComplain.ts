import {usePlans} from './usePlan.ts'

const SAY = {ignore: () => undefined, log: console.log, warn: console.warn} as const

/** Tells whoever builds the site of a page that names what no plan has: as the option `onProblems.errors` says. Open pages say nothing. */
export function useComplain(): (message: string) => void {
  const plans = usePlans()
  const {onErrors = 'throw'} = plans['default'] ?? Object.values(plans)[0] ?? {}
  return (message) => {
    if (onErrors === 'throw') throw new Error(message)
    if (typeof window === 'undefined') SAY[onErrors](message)
  }
}
