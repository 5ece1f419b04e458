// What a site's own components may use of a plan: the numbers that its pages know, which follow the plan while a page is open.
export {usePlan, usePlans} from './hooks/usePlan.ts'
export type {PlanGlobal, PlanNumbers} from './model/global.ts'
