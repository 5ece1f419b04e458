import {isHabit} from '../../model/few.ts'
import {isVersion, numberParts} from '../../model/item-number.ts'
import {letteredNames} from '../../model/item-references.ts'
import {numberRange} from '../../model/number-range.ts'
import type {Item, Phase, PhaseLine, Plan} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import {problem} from '../../rules/problem.ts'
import {fewNames} from '../names.ts'
import {lineTargets, MOST_WORDS, telling, type Fits, type LineTargets, type PlacementTarget} from './line-targets.ts'
import {firstOfEach} from '../../model/list.ts'

/** What brackets hold; behind the last that closes, none is looked for. */
// eslint-disable-next-line regexp/no-super-linear-move -- is used up to the last bracket that closes: each that opens finds one, and goes on behind it
const IN_BRACKETS = /[([]([^)\]]*)[)\]]/g
const closedEnd = (text: string): number => Math.max(text.lastIndexOf(')'), text.lastIndexOf(']')) + 1

/** "1.2", and "1.1-1.3" with all between. */
const NUMBERS = /(?<![\w.])(\d+(?:\.\d+)+)(?![\w.]*\d)(?:\s*(?:-|–|—|to)\s*(\d+(?:\.\d+)+)(?![\w.]*\d))?/g

/** What a line of the schedule names, and what would be wrong with it if its author meant it as a reference. */
export interface Resolved {
  readonly items: readonly Item[]
  readonly asSection: boolean
  readonly sure: 'by-number' | 'by-title' | 'certain' | 'likely' | 'none'
  /** Wrong in any case. */
  readonly problems: readonly Problem[]
  /** Wrong where lines of the schedule are references. */
  readonly doubts: readonly Problem[]
}
export type ResolvedLine = Resolved & {readonly line: PhaseLine}
const NOTHING: Resolved = {items: [], asSection: false, sure: 'none', problems: [], doubts: []}

interface Named {
  /** Items by their numbers. */
  readonly byNumber: ReadonlyMap<string, Item>
  /** What their numbers with letters begin with. */
  prefixes(): ReadonlySet<string>
  readonly targets: LineTargets
}

/** Reads what a line of a phase names: items by number, else by the words in its brackets, else by all its words. */
export function lineResolver(plan: Plan): (line: PhaseLine, phase: Phase) => Resolved {
  const items = plan.sections.flatMap((section) => section.items)
  const byNumber = new Map(items.map((item) => [item.number ?? item.id, item]))
  let known: ReadonlySet<string> | null = null
  const prefixes = (): ReadonlySet<string> => (known ??= new Set([...byNumber.keys()].flatMap((one) => numberParts(one)?.prefix ?? [])))
  const named: Named = {byNumber, prefixes, targets: lineTargets(plan)}
  let left = MOST
  return (line, phase) => {
    if (left < 0) return NOTHING
    const found = resolve(line, phase, named)
    // A section is one list, which many lines may name; numbers make a list for each line.
    if (found.sure === 'by-number') left -= found.items.length
    return left < 0 ? {...NOTHING, problems: [problem('schedule/too-many', line, {limit: MOST})]} : found
  }
}

/** So many items the lines of a schedule may name by their numbers: a few characters can stand for a thousand. */
const MOST = 100_000

function resolve(line: PhaseLine, phase: Phase, named: Named): Resolved {
  const {byNumber, targets} = named
  const lettered = letteredNames(line.text, (number) => byNumber.has(number)).flatMap(({numbers}) => numbers)
  const numbered = new Set([...numbersIn(line.text), ...lettered].flatMap((number) => byNumber.get(number) ?? []))
  if (numbered.size > 0) return {...NOTHING, items: [...numbered], sure: 'by-number'}
  const {main, parts} = bracketed(line.text)
  const told = telling(main)
  const whole = targets.best(told, targets.sharing(told, false), phase)
  return inBrackets(line, parts, whole.fits, phase, targets) ?? byWords(line, told, whole, lettered, named)
}

/** The numbers that a text states, ranges with all between; versions are none. */
function numbersIn(text: string): readonly string[] {
  const stated = [...text.matchAll(NUMBERS)].flatMap(({1: first, 2: last, index}) =>
    isVersion(text, index) ? [] : [[first as string, last ?? null] as const],
  )
  return firstOfEach(stated, (range) => range.join(' ')).flatMap((range) => numberRange(...range))
}

/** A text without what its brackets hold, and the parts of that. */
function bracketed(text: string): {readonly main: string; readonly parts: readonly string[]} {
  const closed = text.slice(0, closedEnd(text))
  const parts = [...closed.matchAll(IN_BRACKETS)]
    .flatMap(([, inner]) => (inner as string).split(/[,;&]|\sand\s/))
    .map((part) => part.trim())
    .slice(0, MOST_WORDS)
    .filter((part) => telling(part).length > 0)
  return {main: closed.replace(IN_BRACKETS, ' ') + text.slice(closed.length), parts}
}

/** What the brackets of a line name, inside the section that the rest of it names; null when they name nothing. */
function inBrackets(
  line: PhaseLine,
  parts: readonly string[],
  whole: readonly PlacementTarget[],
  phase: Phase,
  targets: LineTargets,
): Resolved | null {
  if (parts.length === 0) return null
  const [section] = whole.length === 1 && !whole[0]?.isItem ? whole : []
  const inside = section?.items.flatMap((item) => targets.itself(item) ?? [])
  const found = parts.map((part) => {
    const told = telling(part)
    return {part, ...targets.best(told, inside ?? targets.sharing(told, true).filter(({isItem}) => isItem), phase, true)}
  })
  const named = found.flatMap(({fits}) => (fits.length === 1 ? (fits[0]?.items ?? []) : []))
  const ties = found.filter(({fits}) => fits.length > 1).map(({part, fits}) => ambiguous(line, part, fits))
  // What brackets hold are names of items where all but a few are titles; else they explain.
  const lost = found.filter(({fits}) => fits.length === 0)
  const missing = isHabit(found.filter(({isTitle}) => isTitle).length, lost.length)
    ? lost.map(({part}) => unresolved(line, part, telling(part), targets))
    : []
  if (named.length > 0) return {...NOTHING, items: [...new Set(named)], sure: 'certain', problems: [...ties, ...missing]}
  if (ties.length > 0) return section === undefined ? {...NOTHING, doubts: ties} : {...NOTHING, problems: ties}
  return null
}

function byWords(
  line: PhaseLine,
  told: readonly string[],
  {fits, isSure, isTitle}: Fits,
  lettered: readonly string[],
  {prefixes, targets}: Named,
): Resolved {
  const [only] = fits
  if (only !== undefined && fits.length === 1)
    return {...NOTHING, items: only.items, asSection: !only.isItem, sure: isTitle ? 'by-title' : isSure ? 'certain' : 'likely'}
  // "AUTH-99" where the plan has AUTH-7.
  if (lettered.some((number) => prefixes().has(numberParts(number)?.prefix ?? '')))
    return {...NOTHING, problems: [unresolved(line, null, told, targets)]}
  if (fits.length === 0) return {...NOTHING, doubts: [unresolved(line, null, told, targets)]}
  const tie = [ambiguous(line, line.text, fits)]
  return isSure ? {...NOTHING, problems: tie} : {...NOTHING, doubts: tie}
}

function ambiguous(line: PhaseLine, text: string, fits: readonly PlacementTarget[]): Problem {
  const names = fits.map(({name}) => name)
  return problem('schedule/ambiguous-line', line, {text, names: fewNames(names, ' and ')})
}

/** `part` is the part of the line that names nothing; null for the whole line. */
function unresolved(line: PhaseLine, part: string | null, told: readonly string[], targets: LineTargets): Problem {
  const nearest = targets.sharing(told, false)[0]?.name ?? null
  return problem('schedule/unresolved-line', line, {line: line.text, part, nearest})
}
