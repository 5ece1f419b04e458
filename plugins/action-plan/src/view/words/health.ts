import type {GroupCause} from '../../model/cause.ts'
import type {Wording} from './words.ts'

type Say = {readonly [Code in GroupCause['code']]: (words: Wording, facts: Extract<GroupCause, {code: Code}>['facts']) => string}

interface Counts {
  readonly done: number
  readonly tasks: number
}

const fraction = ({say}: Wording, {done, tasks}: Counts): string =>
  say('plan.cause.fraction', '{done} of {tasks} tasks done', {done, tasks})

const first = ({say}: Wording, names: readonly string[], more: number): string =>
  more === 0 ? names.join(', ') : say('plan.cause.more', '{names} and {more} more', {names: names.join(', '), more})

/** What passed, when it came into the plan where that decides, and how much is done. */
function passed(words: Wording, what: string, {addedOn, done, tasks}: Counts & {readonly addedOn: string | null}): string {
  const shown = tasks === 0 ? words.say('plan.cause.unshown', 'no tasks show that it is done') : fraction(words, {done, tasks})
  const came = addedOn === null ? '' : `, ${words.say('plan.cause.added', 'added {day}', {day: words.day(addedOn)})}`
  return `${what}${came}; ${shown}`
}

const SENTENCES: Say = {
  'no-tasks': ({say}) => say('plan.cause.noTasks', 'no tasks'),
  'planned-without-tasks': ({say}) => say('plan.cause.planned', 'planned, and no tasks show that it is done'),
  'all-done': ({plural}, {tasks}) => plural('plan.cause.allDone', 'its task is done|all {count} tasks done', tasks),
  'due-passed': (words, {due, ...facts}) => passed(words, words.say('plan.cause.wasDue', 'was due {day}', {day: words.day(due)}), facts),
  'finish-passed': (words, {finish, ...facts}) =>
    passed(words, words.say('plan.cause.wasPlanned', 'should have finished {day}', {day: words.day(finish)}), facts),
  'finish-passed-in-time': (words, {finish, due, addedOn, ...counts}) => {
    const then =
      addedOn === null
        ? words.say('plan.cause.due', 'due {day}', {day: words.day(due ?? '')})
        : words.say('plan.cause.added', 'added {day}', {day: words.day(addedOn)})
    return `${words.say('plan.cause.planFinish', 'planned to finish {day}', {day: words.day(finish)})}, ${then}; ${fraction(words, counts)}`
  },
  'behind-calendar': (words, {start, finish, ...counts}) =>
    words.say('plan.cause.behind', '{start} to {finish} and {done}: behind the calendar', {
      start: words.day(start),
      finish: words.day(finish),
      done: fraction(words, counts),
    }),
  'started-undated': (words, counts) => `${fraction(words, counts)}; ${words.say('plan.cause.undated', 'no dates')}`,
  'started-early': (words, {start, ...counts}) =>
    words.say('plan.cause.early', '{done} before its start on {day}', {done: fraction(words, counts), day: words.day(start)}),
  'under-way': (words, {due, finish, ...counts}) =>
    `${fraction(words, counts)}, ${
      due === null
        ? words.say('plan.cause.until', 'until {day}', {day: words.day(finish ?? '')})
        : words.say('plan.cause.due', 'due {day}', {day: words.day(due)})
    }`,
  starts: ({say, day}, {start}) => say('plan.cause.starts', 'starts {day}', {day: day(start)}),
  open: ({say, day}, {due, finish}) =>
    finish === null
      ? say('plan.cause.openDue', 'no task done, due {day}', {day: day(due ?? '')})
      : say('plan.cause.openUntil', 'no task done yet, until {day}', {day: day(finish)}),
  'open-undated': ({say}) => say('plan.cause.openUndated', 'no task done, no dates'),
  'items-late': (words, {count, items, names, more}) =>
    words.plural('plan.cause.late', '{late} of {count} item late: {names}|{late} of {count} items late: {names}', items, {
      late: count,
      names: first(words, names, more),
    }),
  'items-at-risk': (words, {count, items, names, more}) =>
    words.plural('plan.cause.atRisk', '{risky} of {count} item at risk: {names}|{risky} of {count} items at risk: {names}', items, {
      risky: count,
      names: first(words, names, more),
    }),
  'items-done': ({plural}, {items}) => plural('plan.cause.itemsDone', 'its item is done|all {count} items done', items),
  'items-not-started': ({say}, {items}) => say('plan.cause.itemsNotStarted', 'none of {items} items started', {items}),
  'items-undated': ({plural}, {count, items, withoutTasks}) =>
    withoutTasks
      ? plural(
          'plan.cause.itemsBare',
          '{bare} of {count} item without tasks or dates|{bare} of {count} items without tasks or dates',
          items,
          {bare: count},
        )
      : plural('plan.cause.itemsUndated', '{bare} of {count} item without dates|{bare} of {count} items without dates', items, {
          bare: count,
        }),
  'items-on-track': ({plural}, {items, done}) =>
    plural(
      'plan.cause.itemsOnTrack',
      'none of {count} item late or at risk, {done} done|none of {count} items late or at risk, {done} done',
      items,
      {
        done,
      },
    ),
}

/** Why something has its health, as a sentence without its full stop. */
export function healthText(words: Wording, cause: GroupCause): string {
  return (SENTENCES[cause.code] as (words: Wording, facts: GroupCause['facts']) => string)(words, cause.facts)
}
