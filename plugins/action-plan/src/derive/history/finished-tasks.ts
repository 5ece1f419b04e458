import {addAll} from '../../model/list.ts'
import type {Revision} from '../../model/history.ts'
import type {Plan} from '../../model/plan.ts'
import {match, normal} from '../changes/match.ts'

/** A task in scope, as one revision has it. */
interface InScope {
  readonly text: string
  readonly done: boolean
}

const inScope = (plan: Plan): readonly InScope[] =>
  plan.sections.flatMap(({items}) =>
    items.flatMap(({tasks}) => tasks.flatMap(({text, mark}) => (mark === 'dropped' ? [] : [{text, done: mark === 'done'}]))),
  )

/** Keeps of a plan's revisions what tells the tasks that were finished after a day: their own tasks, and those of the last one before it that can be counted. */
export function finishedTasks(
  revisions: readonly Pick<Revision, 'content'>[],
  days: readonly string[],
  since: string,
): {keep(content: string, plan: Plan): void; finished(): readonly number[]} {
  const first = days.findIndex((day) => day > since)
  const start = first === -1 ? revisions.length : first
  const recent = new Set(revisions.slice(start).map(({content}) => content))
  const lastBefore = new Map(revisions.slice(0, start).map(({content}, index) => [content, index]))
  const kept = new Map<string | null, readonly InScope[]>()
  let base = {index: -1, tasks: NOTHING}
  return {
    keep(content, plan) {
      const index = lastBefore.get(content) ?? -1
      if (!recent.has(content) && index < base.index) return
      const tasks = inScope(plan)
      if (recent.has(content)) kept.set(content, tasks)
      if (index > base.index) base = {index, tasks}
    },
    /** For each revision; one that cannot be counted has what the one before it has. */
    finished() {
      const states = base.index === -1 ? [] : [base.tasks]
      const places = revisions.map(({content}, index) => {
        const tasks = index < start ? undefined : kept.get(content)
        if (tasks !== undefined) states.push(tasks)
        return states.length - 1
      })
      const sums = finishedBy(states)
      return places.map((place) => sums[place] ?? 0)
    },
  }
}

/** Tasks finished from the first state of a plan up to each one: ticked less unticked. A finished task that is removed stays finished, and is not finished anew when it comes back. */
function finishedBy(states: readonly (readonly InScope[])[]): readonly number[] {
  const removed = new Map<string, number>()
  let finished = 0
  return states.map((state, index) => {
    if (index > 0) finished += between(states[index - 1] as readonly InScope[], state, removed)
    return finished
  })
}

function between(before: readonly InScope[], after: readonly InScope[], removed: Map<string, number>): number {
  const [was, is] = [byText(before), byText(after)]
  const gone: InScope[] = []
  const come: InScope[] = []
  let ticked = 0
  for (const text of new Set([...was.keys(), ...is.keys()])) {
    const [a, b] = [was.get(text) ?? NONE, is.get(text) ?? NONE]
    // Of tasks with the same words, as few as can be have changed.
    const goneDone = within(a.done - b.done, a.tasks - b.tasks)
    const comeDone = within(b.done - a.done, b.tasks - a.tasks)
    ticked += b.done - comeDone - (a.done - goneDone)
    addAll(gone, several(text, goneDone, a.tasks - b.tasks))
    addAll(come, several(text, comeDone, b.tasks - a.tasks))
  }
  const restored = come.map(({text, done}) => done && take(removed, normal(text)))
  const reworded = match(
    gone,
    come.filter((_, index) => restored[index] === false),
    ({text}) => ({number: null, title: text, parts: []}),
  )
  for (const pair of reworded.pairs) ticked += Number(pair.after.done) - Number(pair.before.done)
  const fresh = reworded.come.filter(({done}) => done).length
  const left = reworded.gone.filter(({done}) => done)
  for (const {text} of left) removed.set(normal(text), (removed.get(normal(text)) ?? 0) + 1)
  // As many as went may be the same ones in other words.
  return ticked + Math.max(0, fresh - left.length)
}

const NOTHING: readonly InScope[] = []
const NONE = {tasks: 0, done: 0}
const within = (count: number, most: number): number => Math.max(0, Math.min(count, most))
const several = (text: string, done: number, count: number): readonly InScope[] =>
  Array.from({length: Math.max(0, count)}, (_, index) => ({text, done: index < done}))

function byText(tasks: readonly InScope[]): ReadonlyMap<string, {readonly tasks: number; readonly done: number}> {
  const found = new Map<string, {tasks: number; done: number}>()
  for (const {text, done} of tasks) {
    const sum = found.get(text) ?? {tasks: 0, done: 0}
    found.set(text, {tasks: sum.tasks + 1, done: sum.done + Number(done)})
  }
  return found
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0
  if (count > 0) counts.set(key, count - 1)
  return count > 0
}
