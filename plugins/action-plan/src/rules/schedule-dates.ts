import {quotedLabel} from '../model/label.ts'
import {deadlineOf, isDone, itemsOf, phaseName, workingDays} from './evaluated.ts'
import {rule} from './rule.ts'

/** A deadline of the legend that an item does not meet. */
export interface MissedDeadline {
  readonly item: string
  readonly priority: string
  readonly deadline: string
  /** "Immediate" is about the start; anything else about the end. */
  readonly event: 'starts' | 'ends'
  readonly day: number
  /** ISO; null in a plan without dates. */
  readonly date: string | null
  readonly late: number
}

/** Rules that compare the dates of items with deadlines and due dates. */
export const DATES_RULES = {
  'schedule/misses-deadline': rule<MissedDeadline>({
    severity: 'warning',
    finds: 'An item scheduled later than the deadline of its priority.',
    help: 'Schedule it earlier, or change its priority or the deadline in the legend.',
    message: ({item, priority, deadline, event, day, date, late}) =>
      `${item} ${event} ${date ?? `on working day ${day}`}, ${workingDays(late)} after the ${priority} deadline ("${deadline}")`,
    fix: () => 'schedule it earlier, or change its priority or the legend',
    find: (evaluated) =>
      itemsOf(evaluated).flatMap((one) => {
        const [level, slot] = [deadlineOf(evaluated, one), one.scheduled]
        if (slot === null || level === null || isDone(one)) return []
        const immediate = level.deadlineDays === 0
        const late = immediate ? slot.earlyStart : slot.earlyFinish - level.deadlineDays
        if (late <= 0) return []
        const at = immediate
          ? {event: 'starts' as const, day: slot.earlyStart + 1, date: one.start}
          : {event: 'ends' as const, day: slot.earlyFinish, date: one.finish}
        return [[one.item, {item: quotedLabel(one.item), priority: level.id, deadline: level.deadline ?? '', ...at, late}]]
      }),
  }),
  'schedule/misses-due-date': rule<{readonly item: string; readonly due: string; readonly finish: string}>({
    severity: 'warning',
    finds: 'An item scheduled to finish after its due date.',
    help: 'Start it earlier, shorten what it waits for, or move the due date.',
    message: ({item, due, finish}) => `${item} is due ${due}, but its planned end is ${finish}`,
    fix: () => 'schedule it earlier, or change the due date',
    find: (evaluated) =>
      itemsOf(evaluated).flatMap((one) => {
        const {item, finish} = one
        if (item.due === null || finish === null || finish <= item.due.date || isDone(one)) return []
        return [[item.due, {item: quotedLabel(item), due: item.due.date, finish}]]
      }),
  }),
  'schedule/longer-than-deadline': rule<{
    readonly item: string
    readonly days: number
    readonly priority: string
    readonly deadline: string
    readonly deadlineDays: number
  }>({
    severity: 'warning',
    finds: 'A timeline longer than the deadline of its priority.',
    help: 'Split the item, or change its priority or the deadline in the legend: it cannot be met at all.',
    message: ({item, days, priority, deadline, deadlineDays}) =>
      `${item} takes ${workingDays(days)}, but the ${priority} deadline is ${workingDays(deadlineDays)} ("${deadline}")`,
    fix: () => 'split the item, or change its priority or the legend',
    find: (evaluated) =>
      itemsOf(evaluated).flatMap((one) => {
        const [level, {item}] = [deadlineOf(evaluated, one), one]
        if (item.duration === null || level === null || level.deadlineDays === 0 || item.duration.days <= level.deadlineDays) return []
        const {id: priority, deadline, deadlineDays} = level
        return [[item.duration, {item: quotedLabel(item), days: item.duration.days, priority, deadline: deadline ?? '', deadlineDays}]]
      }),
  }),
  'schedule/beyond-calendar': rule<{readonly what: string}>({
    severity: 'warning',
    finds: 'Work that would end after the year 9999 has no dates.',
    help: 'Correct the duration, or the start: one of them is a slip of the pen.',
    message: ({what}) => `${what} would end after the year 9999, so it has no dates`,
    fix: () => 'correct its length, or the start',
    find: (evaluated) => {
      const {plan, phases} = evaluated
      const dated = plan.settings.start !== null || plan.phases.some(({period}) => period.unit === 'date')
      const isBeyond = (start: string | null, length: number | null): boolean => dated && length !== null && length > 0 && start === null
      return [
        ...phases
          .filter(({start, workingDays: length}) => isBeyond(start, length))
          .map((report) => [report.phase, {what: phaseName(report)}] as const),
        ...itemsOf(evaluated)
          .filter(({start, scheduled}) => isBeyond(start, scheduled === null ? null : scheduled.earlyFinish - scheduled.earlyStart))
          .map(({item}) => [item, {what: quotedLabel(item)}] as const),
      ]
    },
  }),
  'schedule/before-start': rule<{readonly phase: string; readonly begins: string; readonly start: string; readonly whole: boolean}>({
    severity: 'warning',
    finds: 'A period that begins before the start of the plan.',
    help: 'Correct the period, or the `start` in the front matter: days are counted from there. Work in a period that lies wholly before it has no dates, and is never late.',
    message: ({phase, begins, start, whole}) =>
      `${phase} begins on ${begins}, before the plan starts on ${start}; ${whole ? 'it has no days' : 'its days before the start do not count'}`,
    fix: () => 'correct the period, or start: in the front matter',
    find: ({phases, plan: {settings}}) =>
      phases.flatMap((report) => {
        const [{period}, {start}] = [report.phase, settings]
        if (start === null || period.unit !== 'date' || period.start >= start) return []
        return [
          [report.phase, {phase: phaseName(report), begins: period.start, start, whole: period.finish !== null && period.finish < start}],
        ]
      }),
  }),
}
