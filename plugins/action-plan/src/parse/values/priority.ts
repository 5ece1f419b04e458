import type {PriorityRank} from '../../lexicon/language.ts'
import {fold, halfWidth, lookup, lower, once, rows, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import type {Place} from '../../model/place.ts'
import type {PriorityLevel} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import {ok, withProblem, type Plain, type Read} from '../context.ts'

/** What the plan's legend defines; without one, P0 to P4 and their usual words. */
export interface PriorityScale {
  readonly ids: readonly string[]
  /** Lower-case word → id. */
  readonly words: Readonly<Record<string, string>>
  /** The words among them that the legend defines. */
  readonly titles: readonly string[]
  /** Coloured signs that the legend defines, with their ids. */
  readonly signs: Readonly<Record<string, string>>
}

const RANKS: Readonly<Record<PriorityRank, string>> = {critical: 'P0', high: 'P1', medium: 'P2', low: 'P3', lowest: 'P4'}

const usual = once((): PriorityScale => ({
  ids: Object.values(RANKS),
  words: Object.fromEntries([...lookup((language) => rows(language.priorities))].map(([word, rank]) => [word, RANKS[rank]])),
  titles: [],
  signs: {},
}))

export function priorityScale(legend: readonly PriorityLevel[]): PriorityScale {
  if (legend.length === 0) return usual()
  const titled = legend.filter(({title}) => title !== '').map(({id, title}) => [fold(title), id] as const)
  return {
    ids: legend.map(({id}) => id),
    words: {...usual().words, ...Object.fromEntries(titled)},
    titles: titled.map(([title]) => title),
    signs: Object.fromEntries(legend.flatMap(({sign, id}) => (sign === null ? [] : [[sign, id] as const]))),
  }
}

const labels = once(() => anyOf(['prio', ...words((language) => language.labels.priority)]))
/** What may stand beside a word: "high priority", "Priorität: hoch". */
const beside = once(() => new RegExp(`[\\s-]?${labels()}$|^${labels()}\\s*[:：]?\\s*`, 'gu'))
/** A word of priority beside the label: "high priority", "hohe Priorität", "priorité haute". */
export const wordedPriority = once(() => {
  const ranks = anyOf(words(({priorities}) => Object.values(priorities).flat()))
  return `(?:${ranks}[\\s-]?${labels()}|${labels()}\\s${ranks})`
})
/** The word of a priority without the label beside it, as the scale knows it. */
export const withoutLabel = (text: string): string => fold(text).replace(beside(), '').trim()
/** Words that say something else in brackets, but for a legend that defines them: "Player (media)", "东京（中）". */
const UNSURE = /^(?:.|media|alto)$/u
const CODE = /^p(\d)(?![\w-]*\d)\b/i

/** The id that a code ("P1"), a word ("High") or both stand for; undefined when it is no priority at all, null when it is one that the scale lacks. */
function priorityId(text: string, scale: PriorityScale): string | null | undefined {
  const code = CODE.exec(text.trim())
  if (code !== null) {
    const id = `P${code[1]}`
    return scale.ids.includes(id) ? id : null
  }
  const word = withoutLabel(text)
  const named = scale.ids.find((id) => fold(id) === word) ?? scale.words[word]
  return named === undefined ? undefined : scale.ids.includes(named) ? named : undefined
}

const IN_BRACKETS = /[([（［【]([^()[\]（）［］【】]*)[)\]）］】]/g
const BETWEEN = /[\s,;/，、；]+/
const PREFIX = /^\s*(P\d)\s*(?:[:–—]\s+|：\s*)|^\s*(P\d)\s+-\s+/i
const suffix = once(() => new RegExp(`(?<!\\s)\\s+[-–—:]\\s*(p\\d|${wordedPriority()})\\s*$`, 'u'))
/** A word that says "at once" behind a dash: "Close the accounts – urgent". */
const URGENT = /(?<!\s)\s+[-–—]\s+(\p{L}{5,16})!{0,3}$/u
const COLOUR = /^\s*(🔴|🟠|🟡|🟢|🔵|⚪|🟣|⚫|🟤|🔥)\uFE0F?\s*/u
/** The same behind the words, where a legend says what it means. */
const COLOUR_BEHIND = /(?<!\s)\s+(🔴|🟠|🟡|🟢|🔵|⚪|🟣|⚫|🟤|🔥)\uFE0F?\s*$/u
/** Behind a word of priority in a heading: "High priority items". */
const nouns = once(() => {
  const noun = anyOf(words((language) => [...language.tasks, ...language.work]))
  return new RegExp(`\\s?${noun}$|^${noun}\\s?`, 'u')
})

/** What a bracket says: a code may stand among other things ("P0, 2 days"), a word alone or beside its code ("High - P1"). */
function bracketId(inner: string, scale: PriorityScale): string | null | undefined {
  if (inner.trim() === '') return undefined
  const isCode = (word: string): boolean => CODE.test(word) || scale.ids.includes(word)
  const words = inner.split(BETWEEN).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const [first = ''] = words
  if (isCode(first)) return priorityId(first, scale)
  const whole = UNSURE.test(fold(inner)) && !scale.titles.includes(fold(inner)) ? undefined : priorityId(inner, scale)
  if (whole !== undefined) return whole
  const code = words.find(isCode)
  return code !== undefined && words.every((word) => priorityId(word, scale) !== undefined) ? priorityId(code, scale) : undefined
}

/** "P5 - Tiers" numbers something else: without a legend there are P0 to P4. */
const isNumberOfAnother = (text: string, scale: PriorityScale): boolean => scale === usual() && /^\s*p[5-9]/i.test(text)

/** What stands before or behind every priority beside words: most texts are told by that. The last is the first half of a circle. */
const BESIDE = /[([（［【:：–—\-\uD83D]/

/** The priority that a heading or a task states beside its words, and the words without it. */
export function takePriority(
  text: string,
  place: Place,
  scale: PriorityScale,
  isHeading = false,
): Read<{readonly id: string | null; readonly rest: string}> {
  const whole = isHeading ? headingPriority(text, scale) : null
  if (whole !== null) return ok({id: whole, rest: text.replace(COLOUR, '')})
  if (!BESIDE.test(text)) return ok({id: null, rest: text})
  for (const found of text.matchAll(IN_BRACKETS)) {
    // "(urgent!)"
    const inner = (found[1] as string).replace(/\s?[!！]{1,3}$/u, '')
    const id = bracketId(inner, scale)
    if (id === undefined || (id === null && !isHeading && isNumberOfAnother(inner, scale))) continue
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim()
    return {...known(id, inner, place, scale), value: {id, rest}}
  }
  const prefix = PREFIX.exec(text)
  const stating = prefix ?? suffix().exec(lower(text))
  if (stating !== null) {
    const stated = (stating[1] ?? stating[2]) as string
    const id = priorityId(stated, scale) ?? null
    if (id === null && isNumberOfAnother(stated, scale)) return ok({id: null, rest: text})
    return {
      ...known(id, stated, place, scale),
      value: {id, rest: prefix === null ? text.slice(0, stating.index) : text.slice(prefix[0].length).trim()},
    }
  }
  const urgent = URGENT.exec(text)
  if (urgent !== null && usual().words[fold(urgent[1] as string)] === RANKS.critical && scale.ids.includes(RANKS.critical))
    return ok({id: RANKS.critical, rest: text.slice(0, urgent.index)})
  const colour = COLOUR.exec(text) ?? COLOUR_BEHIND.exec(text)
  const sign = colour?.[1] ?? ''
  if (colour === null || (colour.index > 0 && scale.signs[sign] === undefined)) return ok({id: null, rest: text})
  const id = scale.signs[sign] ?? null
  const rest = colour.index > 0 ? text.slice(0, colour.index) : text.slice(colour[0].length)
  // A colour means different things in different plans.
  if (id === null) return withProblem({id, rest}, problem('priority/colour-alone', place, {sign}))
  return withProblem({id, rest}, problem('priority/from-emoji', place, {emoji: sign, priority: id}))
}

/** Whether a text says in brackets that what it says is a priority: "Story 1 (Priority: P1)". */
export const saysPriority = (text: string): boolean =>
  /[(（]/.test(text) && [...text.matchAll(IN_BRACKETS)].some(([, inner = '']) => labelled().test(fold(inner)))
const labelled = once(() => new RegExp(`^${anyOf(['prio', ...words((language) => language.labels.priority)])}\\s*[:：]`, 'u'))

/** The id that a word of priority stands for, or a letter of todo.txt, of which A is the first; null when the scale has none. */
export function rankNamed(text: string, scale: PriorityScale): string | null {
  const word = text.trim()
  const letter = /^[A-E]$/.test(word) ? Object.values(RANKS)['ABCDE'.indexOf(word)] : undefined
  const id = priorityId(word, scale) ?? letter ?? null
  return id !== null && scale.ids.includes(id) ? id : null
}

/** "Prio 1 – muss", "1 (highest)", "2/5: high": which end of the numbers is the urgent one, the word beside it says. */
const numbered = once(
  () =>
    new RegExp(
      `^(?:${anyOf(['prio', 'prio.', ...words((language) => language.labels.priority)])}\\s*[:：]?\\s*)?(?:#|n[or]\\.?\\s?|p(?=\\d))?\\d(?:\\s*(?:\\/|of)\\s*\\d{1,2})?\\s*[-–—:=：,(（[]+\\s*([^()（）[\\]\\d]{1,40}?)\\s*[)）\\]]?$`,
      'u',
    ),
)

/** The priority of the word beside a number; undefined without one. */
function numberedId(text: string, scale: PriorityScale): string | undefined {
  const word = numbered().exec(fold(text))?.[1]
  return word === undefined ? undefined : (priorityId(word, scale) ?? undefined)
}

/** The priority that the whole of a heading says, or what stands before its colon: "🔴 High Priority", "Must Have", "Critical issues", "High priority: security". */
function headingPriority(text: string, scale: PriorityScale): string | null {
  if (text.length > 80) return null
  const named = fold(text.replace(/^[^\p{L}\p{N}]+/u, ''))
  const colon = /^([^:–—]{3,30})(?:\s?[:：]|\s[–—-])\s/u.exec(named)?.[1] ?? null
  const first = colon !== null && beside().test(colon) ? priorityId(colon, scale) : undefined
  return first ?? numberedId(named, scale) ?? priorityId(named.replace(nouns(), ''), scale) ?? null
}

/** Reads a `Priority` field. */
export function parsePriority(raw: string, place: Place, scale: PriorityScale, plain: Plain): Read<string | null> {
  const text = plain(raw)
  const bare = halfWidth(text).replace(/^[^\p{L}\p{N}]+/u, '')
  if (bare === '') {
    const sign = COLOUR.exec(text)?.[1] ?? text
    return scale.signs[sign] === undefined ? withProblem(null, problem('priority/colour-alone', place, {sign})) : ok(scale.signs[sign])
  }
  if (undecided().has(fold(bare))) return ok(null)
  const [words = ''] = bare.split(/[(（,;:|，、；–—]|\s-\s/, 1)
  const id = priorityId(bare.split(/[\s(（,;/，、；]+/)[0] ?? '', scale) ?? priorityId(bare, scale) ?? priorityId(words.trim(), scale)
  if (id != null) return ok(id)
  const beside = numberedId(bare, scale)
  if (beside !== undefined) return ok(beside)
  const number = NUMBER.exec(bare)?.[1]
  if (number !== undefined && id === undefined)
    return scale.ids.includes(number) ? ok(number) : withProblem(null, problem('priority/number', place, {value: text}))
  const isOfLegend = id === null || CODE.test(bare) || (scale.titles.length > 0 && words.trim().split(/\s+/).length <= 2)
  return isOfLegend
    ? known(null, text, place, scale)
    : withProblem(null, problem('priority/unreadable', place, {value: text, known: scale.ids}))
}
/** "1", "Priority 1", "3/5": which end is the urgent one, only a legend says. */
const NUMBER = /^(?:prio(?:rity)?\.?\s*)?#?([1-9])(?:\s*(?:\/|of)\s*\d{1,2})?$/iu
const undecided = once(() => new Set(words((language) => [...language.undecided, ...language.nothing])))

function known(id: string | null, value: string, place: Place, {ids}: PriorityScale): Read<string | null> {
  return id === null ? withProblem(id, problem('priority/unknown', place, {value, known: ids})) : ok(id)
}
