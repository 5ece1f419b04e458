import {lateness} from '../../model/lateness.ts'
import {numberText, roundTo} from '../../model/number.ts'
import type {Wording} from './words.ts'

/** A floored percentage: "17 %", "<1 %" for something that is not nothing, "no tasks" when there is nothing to count. */
export function percentIn({say, number}: Wording, percent: number | null, done: number): string {
  if (percent === null) return say('plan.cause.noTasks', 'no tasks')
  return percent === 0 && done > 0 ? '<1 %' : `${number(percent)} %`
}

/** "15/88", or "no tasks". */
export function fractionIn({say, number}: Wording, done: number, tasks: number): string {
  return tasks === 0 ? say('plan.cause.noTasks', 'no tasks') : `${number(done)}/${number(tasks)}`
}

/** "15 of 88 tasks, 17 %": for screen readers. */
export function progressIn(words: Wording, done: number, tasks: number, percent: number | null): string {
  if (tasks === 0) return words.say('plan.cause.noTasks', 'no tasks')
  return `${words.plural('plan.number.ofTasks', '{done} of {count} task|{done} of {count} tasks', tasks, {done})}, ${percentIn(words, percent, done)}`
}

/** "2 days late", "3 weeks late". */
export function lateIn({plural}: Wording, days: number): string {
  const {count, unit} = lateness(days)
  return unit === 'week'
    ? plural('plan.late.weeks', '{count} week late|{count} weeks late', count)
    : plural('plan.late.days', '{count} day late|{count} days late', count)
}

/** "1 day", "10.9 days". */
export function daysIn({plural}: Wording, days: number): string {
  return plural('plan.number.days', '{count} day|{count} days', roundTo(days, 1))
}

/** "1 working day", "3 working days". */
export function workingDaysText({plural}: Wording, days: number): string {
  return plural('plan.number.workingDays', '{count} working day|{count} working days', days)
}

/** A day of a plan without dates, counted from 1. */
export function workingDayText({say}: Wording, day: number): string {
  return say('plan.timeline.workingDay', 'working day {day}', {day})
}

/** A number with its unit: "83.45 %", "1.5 s". Shares have the decimals that `shareOf` gives them. */
export function amount({number}: Wording, value: number, unit: string | null): string {
  if (unit === '%') return `${number(value)} %`
  const shown = number(Number(numberText(value)))
  return unit === null ? shown : `${shown} ${unit}`
}
