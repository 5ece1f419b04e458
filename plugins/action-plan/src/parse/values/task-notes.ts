import {fold} from '../../lexicon/lexicon.ts'
import {durationAt} from './length.ts'
import {noteOf, type Note, type NoteName} from './note.ts'

// What people write behind the words of a task without a sign of its own: "(Anna, by Dec 4, 2026)", "- @ben - 2 days", ", due 4.12.2026".

/** What makes sure of a note that may be read in two ways. */
export interface Trust {
  /** Several tasks of the plan have a length of time behind their words. */
  readonly lengths: boolean
  /** Names that the plan calls owners elsewhere, as words are looked up. */
  readonly names: ReadonlySet<string>
}
export const NO_TRUST: Trust = {lengths: false, names: new Set()}

export interface NoteAt {
  readonly from: number
  readonly to: number
  readonly name: NoteName
  readonly value: string
}
/** What may be a note, if other tasks of the plan have such notes. */
export interface Unsure {
  readonly isLength: boolean
  /** A length of half a day or more beside the names. */
  readonly isLong: boolean
  readonly names: readonly string[]
}

interface Part extends Note {
  /** Where what sets it off begins. */
  readonly from: number
  readonly isBehindDash: boolean
}
/** Notes that stand together, from where they begin. */
interface Group {
  readonly from: number
  readonly isBracket: boolean
  readonly parts: readonly Note[]
}

const LONGEST = 160
const MOST_GROUPS = 4
const MOST_PARTS = 6
const IN_BRACKETS = /[([（［]([^()[\]（）［］\n]{1,120})[)\]）］]$/u
const SEPARATOR = /\s[-–—·|]\s|[,;]\s|[，、；]|\n/gu
const AFTER_MENTION = /(?<!\S)@[\p{L}\d][\p{L}\d_.-]{0,38}\s(?=\S)/gu
const MAY_HOLD = /[)\]）］]$|[,;，、；\n]|\s[-–—·|@]/u

/** The notes behind the words of a text, of which something is left, and what may be one. */
export function notesBehind(text: string, trust: Trust): {readonly found: readonly NoteAt[]; readonly unsure: Unsure | null} {
  const found: NoteAt[] = []
  const begin = text.length - text.trimStart().length
  let end = text.trimEnd().length
  for (let count = 0; count < MOST_GROUPS; count++) {
    const at = Math.max(begin, end - LONGEST)
    const tail = text.slice(at, end)
    const group = MAY_HOLD.test(tail) ? (bracketed(tail) ?? chained(tail) ?? mentioned(tail)) : null
    if (group === null || at + group.from <= begin) break
    if (!isTrusted(group, trust)) return {found, unsure: unsureOf(group.parts)}
    for (const {name, value} of group.parts) found.push({from: at + group.from, to: end, name, value})
    end = text.slice(0, at + group.from).trimEnd().length
  }
  return {found, unsure: null}
}

/** What a bracket at the end says, if all of it says something. */
function bracketed(tail: string): Group | null {
  const bracket = IN_BRACKETS.exec(tail)
  const inner = bracket?.[1] ?? ''
  // "(blocked by #103, #104)": what is waited for may be several.
  const whole = noteOf(inner)
  if (bracket !== null && whole?.name === 'dependsOn') return {from: bracket.index, isBracket: true, parts: [whole]}
  const parts = bracket === null ? [] : partsBehind(`, ${inner}`)
  return bracket === null || parts[0]?.from !== 0 ? null : {from: bracket.index, isBracket: true, parts}
}

/** What stands behind dashes and commas. A name behind a comma may be one of a row of other names. */
function chained(tail: string): Group | null {
  const parts = partsBehind(tail)
  const first = parts.findIndex(({name, isSure, isBehindDash}) => name !== 'owner' || isSure || isBehindDash)
  return first === -1 ? null : {from: parts[first]?.from ?? 0, isBracket: false, parts: parts.slice(first)}
}

/** "@ann by Dec 4, 2026". */
function mentioned(tail: string): Group | null {
  const last = [...tail.matchAll(AFTER_MENTION)].at(-1)
  if (last === undefined) return null
  const from = last.index + last[0].length
  const note = noteOf(tail.slice(from))
  return note?.name === 'due' && note.isSure ? {from: from - 1, isBracket: false, parts: [note]} : null
}

/** The parts at the end of a text that say something, the first one first. A date may hold a comma. */
function partsBehind(tail: string): readonly Part[] {
  const marks = [...tail.matchAll(SEPARATOR)]
  const parts: Part[] = []
  let end = tail.length
  let at = marks.length - 1
  while (at >= 0 && parts.length < MOST_PARTS) {
    const tried = [at, at - 1, at - 2].flatMap((index): readonly (Part & {readonly index: number})[] => {
      const mark = marks[index]
      const note = mark === undefined ? null : noteOf(tail.slice(mark.index + mark[0].length, end))
      return mark === undefined || note === null ? [] : [{...note, from: mark.index, isBehindDash: /[-–—·|]/.test(mark[0]), index}]
    })
    // "Dec 4, 2026" is more than "2026", and "by Friday, Dec 4" more than "Dec 4".
    const part = tried.findLast(({name}) => name === 'due' && tried[0]?.name === 'due') ?? tried[0]
    if (part === undefined) break
    parts.unshift(part)
    end = part.from
    at = part.index - 1
  }
  return parts
}

const isBareName = ({name, isSure}: Note): boolean => name === 'owner' && !isSure

/** Whether what stands together is no accident: each part is sure, or is by what stands beside it. */
function isTrusted({parts, isBracket}: Group, {lengths, names}: Trust): boolean {
  const isKnown = (part: Note): boolean => isBareName(part) && part.value.split(', ').some((name) => names.has(fold(name)))
  const isSure = parts.some((part) => part.isSure || isKnown(part))
  return parts.every((part) => {
    if (part.isSure || isKnown(part)) return true
    if (part.name === 'owner') return parts.some((other) => makesOwner(other, isBracket)) || (isTwo(part) && parts.length > 1)
    if (part.name === 'due') return parts.some(({name}) => name === 'owner')
    return isSure || (part.name === 'duration' && (lengths || parts.some(isBareName)))
  })
}

/** A name beside a date is whose that is, and so it is beside a length of time behind a dash; in brackets it may be a place: "(Zoom, 1 hour)". */
const makesOwner = ({name, isSure}: Note, isBracket: boolean): boolean => name === 'due' || (name === 'duration' ? !isBracket : isSure)
/** "Ann and Bo" are people. */
const isTwo = ({value}: Note): boolean => value.includes(', ')

function unsureOf(parts: readonly Note[]): Unsure {
  return {
    isLength: parts.some(({name}) => name === 'duration'),
    isLong: parts.some(({name, value}) => name === 'duration' && (durationAt(value)?.days ?? 0) >= 0.5),
    names: parts.flatMap((part) => (isBareName(part) ? part.value.split(', ') : [])),
  }
}
