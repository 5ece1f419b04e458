import type {ChangeDoubt} from '../../model/cause.ts'
import type {Task} from '../../model/plan.ts'
import {areSpelledAlike} from '../nearest.ts'
import {haveOneWord, likeness, match, PAIRS} from './match.ts'

export interface TaskMatch {
  readonly before: Task
  readonly after: Task
  /** Why the two may not be the same; null when that is certain. */
  readonly doubt: ChangeDoubt | null
}

export interface TaskMatching {
  readonly pairs: readonly TaskMatch[]
  readonly gone: readonly Task[]
  readonly come: readonly Task[]
  /** Of a task that is gone or came: the one at its place in the other revision, which has too little in common with it. */
  readonly instead: ReadonlyMap<Task, Task>
}

/** Share of words that two tasks at the same place must have in common. In 27 public histories, of those with less every second was another task. */
const ALIKE_IN_PLACE = 0.42
const SAME_BEGINNING: ChangeDoubt = {code: 'same-beginning', facts: {}}
const SAME_PLACE: ChangeDoubt = {code: 'same-place', facts: {}}

/**
 * Pairs the tasks of one item in two revisions. What is ticked is often reworded in the same edit ("Slides (20 min)", "Slides (12 pages)"): tasks that share
 * too few words are paired by what stands before a bracket, a colon or a dash, then by their place between tasks that stayed.
 */
export function matchTasks(before: readonly Task[], after: readonly Task[]): TaskMatching {
  const byWords = match(before, after, ({text}) => ({number: null, title: text, parts: []}))
  // "Build script" and "Build it" have half of their words in common, and are two tasks.
  const pairs: TaskMatch[] = byWords.pairs.filter((pair) => !haveOneWord(pair.before.text, pair.after.text))
  const paired = new Set(pairs.flatMap((pair) => [pair.before, pair.after]))
  const left = {gone: before.filter((task) => !paired.has(task)), come: after.filter((task) => !paired.has(task))}
  const take = (found: readonly TaskMatch[]): void => {
    const taken = new Set(found.flatMap(({before, after}) => [before, after]))
    for (const pair of found) pairs.push(pair)
    left.gone = left.gone.filter((task) => !taken.has(task))
    left.come = left.come.filter((task) => !taken.has(task))
  }
  take(sameBeginning(left.gone, left.come))
  const places = placesOf(before, after, pairs)
  take(samePlace(left.gone, left.come, places))
  pairs.sort((one, other) => one.after.line - other.after.line || one.after.column - other.after.column)
  return {pairs, ...left, instead: alone(left.gone, left.come, places)}
}

/** What sets the rest of a task off from what it is about. */
const REST = /[([;–—→]| -|->/
/** One word before a colon is a topic, which other tasks may have too. */
const TOPIC = /^\S+:/
function beginningOf({text}: Task): string {
  const beginning = text.split(REST, 1)[0] ?? ''
  return (TOPIC.test(beginning) ? beginning : (beginning.split(':', 1)[0] ?? '')).trim().toLowerCase()
}

/** Of those whose beginning stands once on each side. */
function sameBeginning(gone: readonly Task[], come: readonly Task[]): readonly TaskMatch[] {
  const [left, right] = [byKey(gone, beginningOf), byKey(come, beginningOf)]
  return [...left].flatMap(([beginning, [before, ...others]]) => {
    const [after, ...more] = right.get(beginning) ?? []
    const isOne = others.length === 0 && more.length === 0 && beginning !== ''
    return isOne && before !== undefined && after !== undefined ? [{before, after, doubt: SAME_BEGINNING}] : []
  })
}

/** Those with some words in common between the same tasks, the most alike first, then the nearest. The order does not depend on which side is first. */
function samePlace(gone: readonly Task[], come: readonly Task[], places: ReadonlyMap<Task, string>): readonly TaskMatch[] {
  const place = (task: Task): string => places.get(task) ?? ''
  const [left, right] = [byKey(gone, place), byKey(come, place)]
  const found = [...left].flatMap(([key, before]) => {
    const after = right.get(key) ?? []
    if (before.length * after.length > PAIRS) return []
    // One word in common is enough where each stands exactly where the other stood.
    const isInPlace = (a: number, b: number): boolean => a === b && before.length === after.length
    return before
      .flatMap((one, a) => after.map((other, b) => alike(one, other, a, b)))
      .filter(({before: one, after: other, a, b, worth}) => worth === 1 || isInPlace(a, b) || !haveOneWord(one.text, other.text))
  })
  const taken = new Set<Task>()
  return found
    .filter(({worth}) => worth >= ALIKE_IN_PLACE)
    .sort(
      (one, other) => other.worth - one.worth || Math.abs(one.a - one.b) - Math.abs(other.a - other.b) || one.a + one.b - other.a - other.b,
    )
    .flatMap(({before, after}) => {
      if (taken.has(before) || taken.has(after)) return []
      taken.add(before).add(after)
      return [{before, after, doubt: SAME_PLACE}]
    })
}

const alike = (before: Task, after: Task, a: number, b: number) => ({
  before,
  after,
  a,
  b,
  worth: areSpelledAlike(before.text, after.text) ? 1 : likeness(before.text, after.text),
})

/** Where one alone went and one alone came between the same tasks. */
function alone(gone: readonly Task[], come: readonly Task[], places: ReadonlyMap<Task, string>): ReadonlyMap<Task, Task> {
  const place = (task: Task): string => places.get(task) ?? ''
  const [left, right] = [byKey(gone, place), byKey(come, place)]
  const found = new Map<Task, Task>()
  for (const [key, [before, ...others]] of left) {
    const [after, ...more] = right.get(key) ?? []
    if (before !== undefined && after !== undefined && others.length === 0 && more.length === 0) found.set(before, after).set(after, before)
  }
  return found
}

/** Each task → between which paired tasks it stands, named alike on both sides. */
function placesOf(before: readonly Task[], after: readonly Task[], pairs: readonly TaskMatch[]): ReadonlyMap<Task, string> {
  const names = new Map<Task, number>(pairs.flatMap((pair, index) => [[pair.before, index] as const, [pair.after, index] as const]))
  const places = new Map<Task, string>()
  for (const side of [before, after]) {
    const next = new Map<Task, number | null>()
    let following: number | null = null
    for (const task of [...side].reverse()) {
      next.set(task, following)
      following = names.get(task) ?? following
    }
    let last: number | null = null
    for (const task of side) {
      places.set(task, `${last} ${next.get(task)}`)
      last = names.get(task) ?? last
    }
  }
  return places
}

function byKey(tasks: readonly Task[], keyOf: (task: Task) => string): ReadonlyMap<string, readonly Task[]> {
  const found = new Map<string, Task[]>()
  for (const task of tasks) {
    const list = found.get(keyOf(task))
    if (list === undefined) found.set(keyOf(task), [task])
    else list.push(task)
  }
  return found
}
