import type {State} from '../../lexicon/language.ts'
import {fold, once, words} from '../../lexicon/lexicon.ts'
import {anyOf} from '../../lexicon/pattern.ts'
import {firstWords, signedState, stateNamed, withoutPictures} from './state.ts'

/** What a text says of how far something is. */
export type Claim =
  | {readonly kind: 'state'; readonly state: State; readonly text: string; readonly onlySign?: 'before' | 'behind'}
  | {readonly kind: 'percent'; readonly percent: number; readonly text: string}
  | {readonly kind: 'count'; readonly done: number; readonly tasks: number; readonly text: string}

/** Boxes below what claims something, without those out of scope. */
export interface Boxes {
  readonly done: number
  readonly tasks: number
}

/** A longer text is prose. */
const LONGEST = 120
const patterns = once(() => ({
  count: new RegExp(`^(\\d{1,6})\\s*(?:/|${anyOf(words(({outOf}) => outOf))})\\s*(\\d{1,6})(?![\\d/.])`, 'u'),
  /** Words for what is counted, and the verb behind them. */
  work: new RegExp(`^(?:${anyOf(words(({tasks}) => tasks))}\\s*)?(?:${anyOf(words(({are}) => are))}\\s*)?`, 'u'),
}))
const PERCENT = /^[~≈]?\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*%/u

/** The claim that a text begins with, such as a status: "✅ Complete", "75% complete", "3/5 tasks done", "In progress (2 of 4)". Null when it says none. */
export function readClaim(text: string): Claim | null {
  if (text.length > LONGEST) return null
  const bare = fold(withoutPictures(text))
  const stated = shareOf(bare, text)
  if (stated !== null) return stated
  const state = stateNamed(firstWords(bare)) ?? (bare === '' ? signedState(text.trim()) : null)
  const inside = /[(（](.{1,40})[)）]\s*$/.exec(bare)?.[1]
  // "In progress (60 %)" says more by its share.
  const share = inside === undefined ? null : shareOf(inside, text)
  if (share !== null && state !== 'done') return share
  // "(abandoned 2020)" is of what the heading names.
  return state === null || (state === 'dropped' && /\s\d{4}$/.test(text)) ? null : {kind: 'state', state, text}
}

/** "75%", "75% complete", "3/5", "3 of 5 tasks done": nothing else may follow than words for it. */
function shareOf(bare: string, text: string): Claim | null {
  const percent = PERCENT.exec(bare)
  if (percent !== null && isOfWork(bare.slice(percent[0].length))) {
    const value = Number((percent[1] as string).replace(',', '.'))
    return value <= 100 ? {kind: 'percent', percent: value, text} : null
  }
  const count = patterns().count.exec(bare)
  if (count === null || !isOfWork(bare.slice(count[0].length))) return null
  const [of, tasks] = [Number(count[1]), Number(count[2])]
  return tasks > 0 && of <= tasks ? {kind: 'count', done: of, tasks, text} : null
}

/** Only words for work and its end, and what brackets or signs explain. */
function isOfWork(rest: string): boolean {
  const end = rest.trim().replace(patterns().work, '')
  const word = /^\p{L}*/u.exec(end)?.[0] ?? ''
  const isDone = word === '' || word === 'progress' || stateNamed(word) === 'done'
  return isDone && !/^\s*[\p{L}\p{N}/+→]|^\s*[-–—>]+\s*\d/u.test(end.slice(word.length))
}

/** Words in capitals at the end of a heading, behind a sign, in brackets, or a tick at either end. */
const BRACKET = /[([（［]([^()[\]（）［］]{1,60})[)\]）］][\s✅✓✔☑\uFE0F]*$/u
const BEHIND_SIGN = /\s[-–—|:]\s+([^-–—|:]{1,40})$/u
const TICK = /^[✅✓✔☑]\uFE0F?\s|[✅✓✔☑]\uFE0F?$/u

/** "60% COMPLETE" at the end of a text. */
const SHARE = /(?<![\d.,])(\d{1,3}\s?%\s?\p{L}{4,12})[\s✅✓✔☑\uFE0F]*$/u

/** A whole heading in capitals stresses nothing. */
const IN_CAPITALS = /^(?=.*\p{Lu}{3})[^\p{Ll}]*$/u

/** The words in capitals at the end of a text, at most three. */
function capitals(text: string): readonly string[] {
  const words = text.split(/[\s✅✓✔☑\uFE0F]/u).filter((word) => word !== '')
  const last = words.slice(-3)
  return [3, 2, 1].flatMap((count) => {
    const some = last.slice(-count)
    return some.length === count &&
      some.every((word) => /^\p{Lu}{2,20}$/u.test(word)) &&
      !IN_CAPITALS.test(words.slice(0, -count).join(' '))
      ? [some.join(' ')]
      : []
  })
}

/** What a heading claims beside its words: "Phase 1 ✅ COMPLETE", "Setup (75% complete)", "Login - Done", "✅ Login". A heading that only is a word for a state names a list. */
export function claimOfHeading(heading: string): Claim | null {
  if (heading.length > LONGEST) return null
  const text = heading.trim()
  const last = SHARE.exec(text)?.slice(1, 2) ?? capitals(text)
  const parts = [...[BRACKET, BEHIND_SIGN].flatMap((pattern) => pattern.exec(text)?.slice(1, 2) ?? []), ...last]
  for (const part of parts) {
    const claim = readClaim(part.trim())
    // "(1/3)" may be the first part of three.
    // "Unified TODO" is a name.
    if (claim?.kind === 'state' && claim.state === 'open' && last.includes(part)) continue
    if (claim !== null && (claim.kind !== 'count' || /\p{L}/u.test(part)) && part.trim() !== text) return claim
  }
  const sign = TICK.exec(text)
  return sign === null ? null : {kind: 'state', state: 'done', text, onlySign: sign.index === 0 ? 'before' : 'behind'}
}

/** How far a share may be from the boxes before it says something else: people round. */
const ROUNDED = 5

/** Whether boxes are as a claim says. */
export function agrees(claim: Claim, {done: ticked, tasks}: Boxes): boolean {
  // "Open" is what is not finished, "not started" is more.
  if (claim.kind === 'state')
    return AGREES[claim.state](tasks, ticked) || (claim.state === 'open' && ticked < tasks && isOpen().test(fold(claim.text)))
  // Who counts none of 11 where 5 boxes are open, or all of 19 where 7 are ticked, counts more than boxes.
  if (claim.kind === 'count')
    return (
      (claim.tasks === tasks && claim.done === ticked) ||
      (ticked === 0 && claim.done === 0) ||
      (ticked === tasks && claim.done === claim.tasks)
    )
  if (tasks === 0) return true
  const percent = (100 * ticked) / tasks
  return claim.percent === 100 || percent === 100 ? claim.percent === percent : Math.abs(claim.percent - percent) < ROUNDED
}

const isOpen = once(() => new RegExp(`^[^\\p{L}]*${anyOf(words(({states}) => [states.open[0]]))}`, 'u'))
const AGREES: Readonly<Record<State, (tasks: number, done: number) => boolean>> = {
  open: (_, ticked) => ticked === 0,
  inProgress: (tasks, ticked) => ticked < tasks,
  blocked: (tasks, ticked) => ticked < tasks,
  done: (tasks, ticked) => ticked === tasks,
  dropped: (tasks) => tasks === 0,
}
