import {labelsOf} from '../../fields/words.ts'
import {fold, lower, once, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import {numberParts} from '../../model/item-number.ts'
import {fieldNamed} from '../fields.ts'
import {dayAt} from './due.ts'
import {parseOwners} from './owner.ts'
import {durationAt} from './length.ts'
import {priorityScale, rankNamed} from './priority.ts'
import {stateNamed} from './state.ts'

/** What a note beside the words of a task says. */
export type NoteName = 'due' | 'owner' | 'duration' | 'priority' | 'dependsOn'

/** One of the things that a bracket or what stands behind a dash says. `isSure` without anything else that says so. */
export interface Note {
  readonly name: NoteName
  readonly value: string
  readonly isSure: boolean
}

const FIELDS: Readonly<Partial<Record<string, NoteName>>> = {
  due: 'due',
  owner: 'owner',
  duration: 'duration',
  priority: 'priority',
  dependsOn: 'dependsOn',
}
const patterns = once(() => {
  const by = words(({before, until}) => [...before, ...until])
  const behind = anyOf(by.filter(isUnspaced), 'none')
  const due = words(({labels}) => [...labels.due, ...labels.term])
  const waits = words((language) => [...language.labels.dependsOn, ...labelsOf('blockedBy', language)])
  return {
    /** "half a day", "zwei Tage". */
    number: new RegExp(
      `^(?:${anyOf(
        words(({half, numbers}) => [...half, ...numbers.flat()]),
        'start',
      )})`,
      'u',
    ),
    about: new RegExp(`^(?:[~≈]|${anyOf(words(({about}) => about))})`, 'u'),
    /** Before a date: "due", "Frist". */
    due: new RegExp(`^${anyOf(due)}\\s*[:：]?\\s*`, 'u'),
    /** Behind a date: the name of its day, and "まで". */
    behind: new RegExp(`^\\s?(?:[(（][^()（）]{1,12}[)）])?\\s?(?:${behind})?に?$`, 'u'),
    after: new RegExp(`^${anyOf(words(({from, after}) => [...from, ...after]))}\\s+(?=\\S)`, 'u'),
    /** "T003の後", "T003에 의존". */
    waitsBehind: new RegExp(`^(\\S.{0,78}?)\\s?${anyOf(words(({after}) => after).filter(isUnspaced), 'none')}$`, 'u'),
    waits: new RegExp(`^(?:${anyOf(waits)}|(${anyOf(words(({labels}) => labels.requires))}))\\s*[:：]?\\s*(?=\\S)`, 'u'),
  }
})
/** What items and tasks are numbered by: "(after T003)", and not "(requires 2 days)". */
export const NUMBERED = /^(?:#\d|\d+\.\d|[A-Z][A-Z\d]{0,11}[-_]?\d)/
/** "@NotBlank" is code. */
const MENTION = /^@(?!\p{Lu}\p{Ll}{1,20}\p{Lu})[\p{L}\d][\p{L}\d_.-]{0,38}$/u
const NAME =
  /^(?:\p{Lu}[\p{Ll}\p{M}'’-]{1,20}(?:\s\p{Lu}[\p{Ll}\p{M}'’-]{1,20}|\s\p{Lu}\.)?|\p{Script=Han}{2,4}|\p{Script=Hangul}{2,4}|[\p{Script=Katakana}ー]{2,8})$/u
/** A shorter length is how long something takes that the task is about. */
const SHORTEST = 1 / 8

/** What a text says as a whole; null for any other text. */
export function noteOf(text: string): Note | null {
  const written = text.trim()
  if (written.length > 100 || /^\d*$/.test(written)) return null
  if (MENTION.test(written)) return {name: 'owner', value: written.slice(1), isSure: true}
  // Most texts are told by a look: what says something has a digit or a colon, or is a word or two.
  const isShort = FEW_WORDS.test(written)
  if (!isShort && !/[\d:：½]/u.test(written)) return null
  return (
    labelled(written) ??
    dueOf(written) ??
    lengthOf(written, isShort) ??
    waitingOf(written) ??
    (isShort ? (rankOf(written) ?? nameOf(written)) : null)
  )
}

const FEW_WORDS = /^[\p{L}\p{M}\d.'’・-]{1,24}(?:\s[\p{L}\p{M}.'’-]{1,24}){0,2}$/u

/** "owner: Ann". */
function labelled(text: string): Note | null {
  const [, label = '', value = ''] = /^([^:：]{2,30})[:：]\s*([^:：\s][^:：]*)$/u.exec(text) ?? []
  const name = FIELDS[fieldNamed(label.trim(), value) ?? '']
  if (name === undefined) return null
  const isValue = name === 'due' ? dueOf(value) !== null : name === 'duration' ? lengthOf(value, true) !== null : true
  return isValue ? {name, value, isSure: true} : null
}

function dueOf(text: string): Note | null {
  if (!/\d/.test(text)) return null
  const label = patterns().due.exec(lower(text))?.[0].length ?? 0
  const {written, found, isLimit} = dayAt(text.slice(label))
  const rest = written.slice(found?.length ?? 0)
  if (found?.date == null || !patterns().behind.test(lower(rest))) return null
  return {name: 'due', value: written.slice(0, found.length), isSure: label > 0 || isLimit || /[^\s)）]$/u.test(rest)}
}

/** "about 3 days", "3 days"; "within 24 hours" says when, and not how long. */
function lengthOf(text: string, isShort: boolean): Note | null {
  const small = lower(text)
  const isCounted = /^[\d½]/u.test(text) || patterns().number.test(small)
  const isAbout = patterns().about.test(small)
  const found = (isCounted || isAbout) && (isShort || /[\d½]/u.test(text)) ? durationAt(text) : null
  if (found === null || found.length < text.replace(/\.$/, '').length || !(found.days >= SHORTEST)) return null
  return {name: 'duration', value: text, isSure: isAbout}
}

/** Whether a text is numbers of items or tasks alone: "T-12 and AUTH-7", "#3, 1.2". */
const areNumbers = (text: string): boolean =>
  text.split(several()).every((one) => numberParts(one) !== null || /^(?:#\d+|\d+(?:\.\d+)+)$/.test(one))
const several = once(() => new RegExp(`\\s*[,，、;；/&+]\\s*|\\s*${anyOf(words(({and}) => and))}\\s*`, 'u'))

/** What a text says that is waited for: "depends on T001", "blocked by #103", "T003に依存". */
function waitingOf(text: string): Note | null {
  if (!/\d/.test(text)) return null
  // "after T003": only a number of something tells that from "since V2".
  const after = patterns().after.exec(lower(text))?.[0].length ?? 0
  if (after > 0 && areNumbers(text.slice(after))) return {name: 'dependsOn', value: text.slice(after), isSure: true}
  const before = patterns().waits.exec(lower(text))
  const behind = before === null ? (patterns().waitsBehind.exec(text)?.[1] ?? '') : ''
  // "3月1日後" is a day, and no number of a task.
  const value = before === null ? (areNumbers(behind) ? behind : '') : text.slice(before[0].length)
  // "requires 2 reviewers" is a condition.
  if (before?.[1] !== undefined && !NUMBERED.test(value)) return null
  return /\d/.test(value) ? {name: 'dependsOn', value, isSure: true} : null
}

function rankOf(text: string): Note | null {
  const {words: ranks} = priorityScale([])
  const id = text.length < 2 ? null : ((/^p\d$/i.test(text) ? rankNamed(text, priorityScale([])) : ranks[fold(text)]) ?? null)
  return id === null ? null : {name: 'priority', value: text, isSure: id === 'P0' && text.length > 4}
}

/** "Ann", "Ann and Bo", "中村・小川". */
function nameOf(text: string): Note | null {
  const names = parseOwners(text.replaceAll('・', '、'))
  const isName = (name: string): boolean => NAME.test(name) && stateNamed(fold(name)) === null && !nobody().has(fold(name))
  return names.length > 0 && names.every(isName) ? {name: 'owner', value: names.join(', '), isSure: false} : null
}
const nobody = once(
  () =>
    new Set(
      words(({nothing, nobody: none, undecided, ongoing, sizes, weekdays, months, shortMonths, immediate}) => [
        ...nothing,
        ...none,
        ...undecided,
        ...ongoing,
        ...sizes,
        ...immediate,
        ...weekdays.flat(),
        ...months.flat(),
        ...shortMonths.flat(),
      ]),
    ),
)
