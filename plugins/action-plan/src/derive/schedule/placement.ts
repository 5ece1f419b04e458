import {stemmer} from 'stemmer'
import {shortLabel, shortTitle} from '../../model/label.ts'
import {isVersion, numberParts} from '../../model/item-number.ts'
import {letteredNames} from '../../model/item-references.ts'
import {numberRange} from '../../model/number-range.ts'
import type {Item, Phase, PhaseLine, Plan, Section} from '../../model/plan.ts'
import {excerpt, type Problem} from '../../model/problem.ts'
import type {Naming, Placement} from '../../model/report.ts'
import {problem} from '../../rules/problem.ts'
import {fewNames} from '../names.ts'

export interface Placements {
  /** By item id; an item that falls into no phase is absent. */
  readonly byItem: ReadonlyMap<string, Placement>
  readonly namings: readonly Naming[]
  readonly problems: readonly Problem[]
}

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
const MOST = 200
const telling = (text: string): readonly string[] => [...new Set(words(text).filter((word) => !GENERIC.has(word)))].slice(0, MOST)
/** A word that more targets have says nothing about which one is meant. */
const COMMON = 500
/** What brackets hold; behind the last that closes, none is looked for. */
// eslint-disable-next-line regexp/no-super-linear-move -- is used up to the last bracket that closes: each that opens finds one, and goes on behind it
const IN_BRACKETS = /[([]([^)\]]*)[)\]]/g
const closedEnd = (text: string): number => Math.max(text.lastIndexOf(')'), text.lastIndexOf(']')) + 1

/** "1.2", and "1.1-1.3" with all between. */
const NUMBERS = /(?<![\w.])(\d+(?:\.\d+)+)(?![\w.]*\d)(?:\s*(?:-|–|—|to)\s*(\d+(?:\.\d+)+)(?![\w.]*\d))?/g

/** A text that begins like a reference: "1.2", "Task 3", "Item 2.1", with the number in brackets too. "Switch off TLS 1.2" is none. */
const LIKE_REFERENCE =
  /^[^\p{L}\p{N}]*(?:(?:items?|tasks?|sections?|steps?)\s+)?#?\d+(?:\.\d+)+(?![\w%])|^[^\p{L}\p{N}]*(?:items?|tasks?|sections?)\s+#?\d+(?![\w%])/iu

/** How much of a line's words a target must have before it is taken for what the line speaks of. */
const ENOUGH = 0.5
/** How much of them, in percent, says for certain that its author meant the target. */
const CERTAIN = 80
/** Which share of the lines of a plan, or of a phase with one that is certain, must name something before the others are taken for mistakes. */
const MOST_OF_PLAN = 0.5
const SOME_OF_PHASE = 0.25

interface PlacementTarget {
  readonly items: readonly Item[]
  readonly name: string
  readonly own: ReadonlySet<string>
  readonly around: ReadonlySet<string>
  readonly priority: string | null
  readonly isItem: boolean
}

interface Fits {
  /** Several when they fit equally well. */
  readonly fits: readonly PlacementTarget[]
  readonly isSure: boolean
}

/** What a line of the schedule names, and what would be wrong with it if its author meant it as a reference. */
interface Resolved {
  readonly items: readonly Item[]
  readonly asSection: boolean
  readonly sure: 'by-number' | 'certain' | 'likely' | 'none'
  /** Wrong in any case. */
  readonly problems: readonly Problem[]
  /** Wrong where lines of the schedule are references. */
  readonly doubts: readonly Problem[]
}
type ResolvedLine = Resolved & {readonly line: PhaseLine}
const NOTHING: Resolved = {items: [], asSection: false, sure: 'none', problems: [], doubts: []}

/** Says which phase each item is in: what a line names, else the phase whose heading names its priority, each with its reason. */
export function placements(plan: Plan): Placements {
  const byItem = new Map<string, Placement>()
  const namings: Naming[] = []
  const items = plan.sections.flatMap((section) => section.items)
  const isNumbered = items.some(({number, implicit}) => number !== null && !implicit)
  const byNumber = new Map(items.map((item) => [item.number ?? item.id, item]))
  let known: ReadonlySet<string> | null = null
  const prefixes = (): ReadonlySet<string> => (known ??= new Set([...byNumber.keys()].flatMap((one) => numberParts(one)?.prefix ?? [])))
  const targets = plan.sections.flatMap(targetsOf)
  const weight = weights(targets)
  const sharing = sharers(targets)
  const itself = new Map(targets.flatMap((target) => (target.isItem ? [[target.items[0], target] as const] : [])))

  const sectionOf = new Map(plan.sections.map((section) => [section.id, section]))
  for (const phase of plan.phases) {
    if (phase.section === null) continue
    const section = sectionOf.get(phase.section)
    for (const item of section?.items ?? [])
      byItem.set(item.id, {id: phase.id, cause: {code: 'under-heading', facts: {phase: phase.title}}})
  }
  const bySection: (readonly [item: Item, placement: Placement])[] = []
  const resolved: (readonly ResolvedLine[])[] = []
  for (const phase of plan.phases) {
    const own = phase.lines.map((line) => ({line, ...resolve(line, phase)}))
    resolved.push(own)
    for (const {line, items: named, asSection} of own) {
      namings.push({phase, line, items: named.map(({id}) => id)})
      for (const item of named) {
        const placement = placed(phase.id, line, asSection)
        if (asSection) bySection.push([item, placement])
        else if (!byItem.has(item.id)) byItem.set(item.id, placement)
      }
    }
  }
  // A line that names an item itself says more than one that names its section.
  for (const [item, placement] of bySection) if (!byItem.has(item.id)) byItem.set(item.id, placement)
  const holdsLines = plan.phases.some(({section}) => section === null)
  for (const item of items) {
    if (byItem.has(item.id) || !holdsLines || item.priority === null) continue
    const phase = plan.phases.find(({priorities}) => priorities.some(({id, qualified}) => id === item.priority && !qualified))
    if (phase !== undefined)
      byItem.set(item.id, {
        id: phase.id,
        cause: {
          code: 'heading-names-priority',
          facts: {phase: shortTitle(phase.title), line: phase.line, priority: item.priority},
        },
      })
  }
  return {byItem, namings, problems: problemsOf(resolved, isNumbered)}

  function resolve(line: PhaseLine, phase: Phase): Resolved {
    const stated = [...line.text.matchAll(NUMBERS)].flatMap(({1: first, 2: last, index}) =>
      isVersion(line.text, index) ? [] : [[first as string, last ?? null] as const],
    )
    const ranges = [...new Map(stated.map((range) => [range.join(' '), range])).values()]
    const lettered = letteredNames(line.text, (number) => byNumber.has(number)).flatMap(({numbers}) => numbers)
    const numbers = new Set(
      [...ranges.flatMap((range) => numberRange(...range)), ...lettered].flatMap((number) => byNumber.get(number) ?? []),
    )
    if (numbers.size > 0) return {...NOTHING, items: [...numbers], sure: 'by-number'}
    const closed = line.text.slice(0, closedEnd(line.text))
    const main = closed.replace(IN_BRACKETS, ' ') + line.text.slice(closed.length)
    const parts = [...closed.matchAll(IN_BRACKETS)]
      .flatMap(([, inner]) => (inner as string).split(/[,;&]|\sand\s/))
      .map((part) => part.trim())
      .slice(0, MOST)
      .filter((part) => telling(part).length > 0)
    const told = telling(main)
    const {fits: whole, isSure} = best(told, sharing(told, false), phase)
    const sure = isSure ? 'certain' : 'likely'
    if (parts.length > 0) {
      const [section] = whole.length === 1 && !whole[0]?.isItem ? whole : []
      const inside = section?.items.flatMap((item) => itself.get(item) ?? [])
      const found = parts.map((part) => {
        const told = telling(part)
        return {part, ...best(told, inside ?? sharing(told, true).filter(({isItem}) => isItem), phase, true)}
      })
      const named = found.flatMap(({fits}) => (fits.length === 1 ? (fits[0]?.items ?? []) : []))
      const ties = found.filter(({fits}) => fits.length > 1).map(({part, fits}) => ambiguous(line, part, fits))
      // What brackets hold are names of items where one of them is; else they explain.
      const missing = found.filter(({fits}) => fits.length === 0).map(({part}) => unresolved(line, part, telling(part)))
      if (named.length > 0) return {...NOTHING, items: [...new Set(named)], sure: 'certain', problems: [...ties, ...missing]}
      if (ties.length > 0) return section === undefined ? {...NOTHING, doubts: ties} : {...NOTHING, problems: ties}
    }
    const [only] = whole
    if (only !== undefined && whole.length === 1) return {...NOTHING, items: only.items, asSection: !only.isItem, sure}
    // "AUTH-99" where the plan has AUTH-7.
    if (lettered.some((number) => prefixes().has(numberParts(number)?.prefix ?? '')))
      return {...NOTHING, problems: [unresolved(line, null, told)]}
    if (whole.length === 0) return {...NOTHING, doubts: [unresolved(line, null, told)]}
    const tie = [ambiguous(line, line.text, whole)]
    return isSure ? {...NOTHING, problems: tie} : {...NOTHING, doubts: tie}
  }

  /** The targets that fit best, several when they fit equally well. `deep` lets the words of tasks count as well as titles. */
  function best(line: readonly string[], among: readonly PlacementTarget[], phase: Phase, deep = false): Fits {
    const total = sum(line)
    if (total === 0) return {fits: [], isSure: false}
    const scored = among.flatMap((target) => {
      const own = line.filter((word) => target.own.has(word))
      const around = line.filter((word) => !target.own.has(word) && target.around.has(word))
      const inTasks = deep ? line.filter((word) => !target.own.has(word) && !target.around.has(word) && taskWords(target).has(word)) : []
      // An item is meant only by a word that its section does not have already.
      if (target.isItem && !deep && !own.some((word) => !target.around.has(word))) return []
      if (own.length === 0 && inTasks.length === 0) return []
      const coverage = (sum(own) + sum(around) + 0.9 * sum(inTasks)) / total
      const inPhase = phase.priorities.some(({id}) => id === target.priority) ? 1 : 0
      return coverage >= ENOUGH
        ? [
            {
              target,
              rank: [Math.round(coverage * 100), inPhase, Math.round((100 * sum(own)) / Math.max(sum([...target.own]), 0.01))] as const,
            },
          ]
        : []
    })
    scored.sort((a, b) => compare(b.rank, a.rank))
    const [first] = scored
    if (first === undefined) return {fits: [], isSure: false}
    const fits = scored.filter(({rank}) => compare(rank, first.rank) === 0).map(({target}) => target)
    return {fits, isSure: Math.max(first.rank[0], first.rank[2]) >= CERTAIN}
  }

  function sum(list: readonly string[]): number {
    return list.reduce((total, word) => total + (weight.get(word) ?? UNSEEN), 0)
  }

  function ambiguous(line: PhaseLine, text: string, fits: readonly PlacementTarget[]): Problem {
    const names = fits.map(({name}) => name)
    return problem('schedule/ambiguous-line', line, {text, names: fewNames(names, ' and ')})
  }

  /** `part` is the part of the line that names nothing; null for the whole line. */
  function unresolved(line: PhaseLine, part: string | null, told: readonly string[]): Problem {
    const nearest = sharing(told, false)[0]?.name ?? null
    return problem('schedule/unresolved-line', line, {line: line.text, part, nearest})
  }
}

/** What is wrong with the lines of a schedule. A line that names nothing is a mistake only where it looks like a reference, or where lines beside it are references: elsewhere the list describes the phase. */
function problemsOf(phases: readonly (readonly ResolvedLine[])[], isNumbered: boolean): readonly Problem[] {
  const outer = phases.flatMap((lines) => lines.filter(isOuter))
  const areReferences = shareOf(outer) >= MOST_OF_PLAN
  return phases.flatMap((lines) => {
    const depths = new Map<number, ResolvedLine[]>()
    for (const one of lines) {
      const known = depths.get(one.line.depth)
      if (known === undefined) depths.set(one.line.depth, [one])
      else known.push(one)
    }
    const named = new Set([...depths].flatMap(([depth, beside]) => (nameItems(beside) ? [depth] : [])))
    return lines.flatMap((one) => {
      const {line, problems, doubts} = one
      const isMeant =
        doubts.length > 0 && (named.has(line.depth) || (areReferences && isOuter(one)) || (isNumbered && LIKE_REFERENCE.test(line.text)))
      return isMeant ? [...problems, ...doubts] : problems
    })
  })
}

const isOuter = ({line}: ResolvedLine): boolean => line.depth === 0
const shareOf = (lines: readonly ResolvedLine[]): number => lines.filter(({sure}) => sure !== 'none').length / Math.max(lines.length, 1)
/** Whether lines that stand beside each other are meant as references: by number, or enough of them by words. */
function nameItems(lines: readonly ResolvedLine[]): boolean {
  if (lines.some(({sure}) => sure === 'by-number')) return true
  const share = shareOf(lines)
  return share >= MOST_OF_PLAN || (share >= SOME_OF_PHASE && lines.some(({sure}) => sure === 'certain'))
}

/** What a line of the schedule says of an item. */
function placed(phase: string, {line, text}: PhaseLine, asSection: boolean): Placement {
  return {id: phase, cause: {code: asSection ? 'line-names-section' : 'line-names-item', facts: {line, text: excerpt(text)}}}
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
function weights(targets: readonly PlacementTarget[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const {own} of targets) for (const word of own) count.set(word, (count.get(word) ?? 0) + 1)
  return new Map([...count].map(([word, seen]) => [word, 1 + Math.log(Math.max(targets.length, 1) / seen)]))
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] as number) - (b[index] as number)
    if (difference !== 0) return difference
  }
  return 0
}
