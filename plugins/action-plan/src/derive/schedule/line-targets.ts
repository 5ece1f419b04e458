import {stemmer} from 'stemmer'
import {shortLabel} from '../../model/label.ts'
import type {Item, Phase, Plan, Section} from '../../model/plan.ts'

/** Words that say what is done to something, not to what. */
const GENERIC = new Set(
  'a an and the of for to in on with by all any our its & improvement enhance enhancement overhaul addition additional implement complete resolve fix start begin finish create set up update upgrade improve work task item section issue action critical high medium low priority immediate'
    .split(' ')
    .map(stemmer),
)
/** "Fix Build Issues" keeps "issue": a title's own words all count. */
const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/(\p{L})\/(\p{L})/gu, '$1$2')
    .split(/[^\p{L}\p{N}._-]+/u)
    .map((word) => stemmer(word.replace(/^[._-]+/, '').replace(/(?<![._-])[._-]+$/, '')))
    .filter((word) => word !== '')
/** A line of more words, or of more parts, names nothing by them. */
export const MOST_WORDS = 200
/** The words of a text that say what it is about. */
export const telling = (text: string): readonly string[] =>
  [...new Set(words(text).filter((word) => !GENERIC.has(word)))].slice(0, MOST_WORDS)
/** A word that more targets have says nothing about which one is meant. */
const COMMON = 500

/** How much of a line's words a target must have before it is taken for what the line speaks of. */
const ENOUGH = 0.5
/** How much of them, in percent, says for certain that its author meant the target. */
const CERTAIN = 80
/** What a line of the schedule can name: an item, or a section with all its items. */
export interface PlacementTarget {
  readonly items: readonly Item[]
  readonly name: string
  readonly own: ReadonlySet<string>
  readonly around: ReadonlySet<string>
  readonly priority: string | null
  readonly isItem: boolean
}

export interface Fits {
  /** Several when they fit equally well. */
  readonly fits: readonly PlacementTarget[]
  readonly isSure: boolean
  /** The line says the title of what fits, and little else. */
  readonly isTitle: boolean
}

const NO_FIT: Fits = {fits: [], isSure: false, isTitle: false}

/** The targets of a plan, and how a line finds them. */
export interface LineTargets {
  /** Those that share a word with a line, in the order of the plan. `deep` takes the words of tasks, too. */
  sharing(line: readonly string[], deep: boolean): readonly PlacementTarget[]
  /** Those of some that fit a line best, several when they fit equally well. `deep` lets the words of tasks count as well as titles. */
  best(line: readonly string[], among: readonly PlacementTarget[], phase: Phase, deep?: boolean): Fits
  /** The target that is this item; undefined for one without a heading. */
  itself(item: Item): PlacementTarget | undefined
}

export function lineTargets(plan: Plan): LineTargets {
  const targets = plan.sections.flatMap(targetsOf)
  const weight = weights(targets)
  const itself = new Map(targets.flatMap((target) => (target.isItem ? [[target.items[0], target] as const] : [])))
  return {
    sharing: sharers(targets),
    best: (line, among, phase, deep = false) => best(line, among, phase, deep, weight),
    itself: (item) => itself.get(item),
  }
}

function best(line: readonly string[], among: readonly PlacementTarget[], phase: Phase, deep: boolean, weight: Weights): Fits {
  const total = sum(line, weight)
  if (total === 0) return NO_FIT
  const scored = among.flatMap((target) => {
    const rank = rankOf(target, line, total, phase, deep, weight)
    return rank === null ? [] : [{target, rank}]
  })
  scored.sort((a, b) => compare(b.rank, a.rank))
  const [first] = scored
  if (first === undefined) return NO_FIT
  const fits = scored.filter(({rank}) => compare(rank, first.rank) === 0).map(({target}) => target)
  const [coverage, , own] = first.rank
  return {fits, isSure: Math.max(coverage, own) >= CERTAIN, isTitle: coverage >= CERTAIN && hasTitle(line, first.target, weight)}
}

/** Whether a line has the words of a title, but for those that many titles have. */
function hasTitle(line: readonly string[], {own}: PlacementTarget, weight: Weights): boolean {
  const title = [...own].filter((word) => !GENERIC.has(word))
  const said = new Set(line)
  return (
    100 *
      sum(
        title.filter((word) => said.has(word)),
        weight,
      ) >=
    CERTAIN * sum(title, weight)
  )
}

/** How well a target fits a line: the share of the line's words that it has, whether the phase takes its priority, and the share of its own words. Null when it does not. */
function rankOf(
  target: PlacementTarget,
  line: readonly string[],
  total: number,
  phase: Phase,
  deep: boolean,
  weight: Weights,
): readonly [coverage: number, inPhase: number, own: number] | null {
  const own = line.filter((word) => target.own.has(word))
  const around = line.filter((word) => !target.own.has(word) && target.around.has(word))
  const inTasks = deep ? line.filter((word) => !target.own.has(word) && !target.around.has(word) && taskWords(target).has(word)) : []
  // An item is meant only by a word that its section does not have already.
  if (target.isItem && !deep && !own.some((word) => !target.around.has(word))) return null
  if (own.length === 0 && inTasks.length === 0) return null
  const coverage = (sum(own, weight) + sum(around, weight) + 0.9 * sum(inTasks, weight)) / total
  const inPhase = phase.priorities.some(({id}) => id === target.priority) ? 1 : 0
  const ofOwn = Math.round((100 * sum(own, weight)) / Math.max(sum([...target.own], weight), 0.01))
  return coverage >= ENOUGH ? [Math.round(coverage * 100), inPhase, ofOwn] : null
}

function targetsOf(section: Section): readonly PlacementTarget[] {
  const around = new Set(words(section.title))
  const whole: PlacementTarget = {
    items: section.items,
    name: `section ${shortLabel(section)}`,
    own: around,
    around: new Set(),
    priority: section.priority,
    isItem: false,
  }
  const items = section.items
    .filter(({implicit}) => !implicit)
    .map((item): PlacementTarget => ({
      items: [item],
      name: shortLabel(item),
      own: new Set(words(item.title)),
      around,
      priority: item.priority,
      isItem: true,
    }))
  return [whole, ...items]
}

/** Finds the targets that share a word with a line, in the order of the plan: of a long plan, few. `deep` takes the words of tasks, too. */
function sharers(targets: readonly PlacementTarget[]): (line: readonly string[], deep: boolean) => readonly PlacementTarget[] {
  const index = (wordsOf: (target: PlacementTarget) => Iterable<string>): ReadonlyMap<string, readonly number[]> => {
    const places = new Map<string, number[]>()
    for (const [place, target] of targets.entries())
      for (const word of wordsOf(target)) {
        const known = places.get(word)
        if (known === undefined) places.set(word, [place])
        else known.push(place)
      }
    return places
  }
  const own = index((target) => target.own)
  const few = (places: readonly number[] = []): readonly number[] => (places.length > COMMON ? [] : places)
  // Only few plans need it.
  let inTasks: typeof own | null = null
  return (line, deep) => {
    const found = new Set(line.flatMap((word) => few(own.get(word))))
    if (deep) for (const word of line) for (const place of few((inTasks ??= index(taskWords)).get(word))) found.add(place)
    return [...found].sort((a, b) => a - b).map((place) => targets[place] as PlacementTarget)
  }
}

const tasksOf = new WeakMap<PlacementTarget, ReadonlySet<string>>()
function taskWords(target: PlacementTarget): ReadonlySet<string> {
  const known = tasksOf.get(target)
  if (known !== undefined) return known
  const made = new Set(target.items.flatMap(({tasks, issue}) => [...tasks.flatMap(({text}) => words(text)), ...words(issue ?? '')]))
  tasksOf.set(target, made)
  return made
}

/** Rare words tell more: each weighs the logarithm of how few titles have it. */
const UNSEEN = 1
type Weights = ReadonlyMap<string, number>
function weights(targets: readonly PlacementTarget[]): Weights {
  const count = new Map<string, number>()
  for (const {own} of targets) for (const word of own) count.set(word, (count.get(word) ?? 0) + 1)
  return new Map([...count].map(([word, seen]) => [word, 1 + Math.log(Math.max(targets.length, 1) / seen)]))
}

function sum(list: readonly string[], weight: Weights): number {
  return list.reduce((total, word) => total + (weight.get(word) ?? UNSEEN), 0)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] as number) - (b[index] as number)
    if (difference !== 0) return difference
  }
  return 0
}
