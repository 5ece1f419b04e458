import {shortTitle} from '../model/label.ts'
import {daysText} from '../model/number.ts'
import type {PriorityLevel} from '../model/plan.ts'
import type {ItemReport, PhaseReport} from '../model/report.ts'
import type {Evaluated} from './rule.ts'

// What several rules of the schedule ask of an evaluated plan.

export const itemsOf = ({items}: Pick<Evaluated, 'items'>): readonly ItemReport[] => [...items.values()]
export const isDone = ({progress}: ItemReport): boolean => progress.itemsDone > 0
export const phaseName = ({phase}: PhaseReport): string => shortTitle(phase.title)
export const workingDays = (count: number): string => daysText(count, 'working day')

/** The priority of an item in the legend, when that gives it a deadline. */
export function deadlineOf({plan}: Evaluated, {item}: ItemReport): (PriorityLevel & {readonly deadlineDays: number}) | null {
  const level = plan.priorities.find(({id}) => id === item.priority)
  return level?.deadlineDays == null ? null : {...level, deadlineDays: level.deadlineDays}
}
