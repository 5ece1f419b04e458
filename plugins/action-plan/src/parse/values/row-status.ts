import type {Mark} from '../../model/mark.ts'
import type {Settings} from '../../model/settings.ts'
import {fold, LANGUAGES, spellings} from '../../lexicon/lexicon.ts'
import type {State} from '../../lexicon/language.ts'
import type {Plain} from '../context.ts'
import {readClaim} from './claim.ts'
import {signedState, stateNamed, valueWords, withoutPictures} from './state.ts'

/** A box, or a mark of one by itself. */
const BOX = /^(?:\[([^[\]\s]?|\s)\]|([☐☑☒🔲xX]))\uFE0F?$/u
const SYMBOLS: Readonly<Record<string, Mark>> = {'☐': 'open', '🔲': 'open', '☑': 'done', '☒': 'done'}

/** What a cell of a table says of its row; null where it says nothing of it. Work that has begun is not done. */
export function markOfCell(raw: string, plain: Plain, {marks}: Pick<Settings, 'marks'>): Mark | null {
  const box = BOX.exec(raw)
  if (box !== null) {
    const char = (box[1] ?? box[2] ?? '').trim()
    return char === ''
      ? 'open'
      : /^[xX✓✔✅☑]$/u.test(char)
        ? 'done'
        : (SYMBOLS[char] ?? (Object.hasOwn(marks, char) ? (marks[char] as Mark) : null))
  }
  const state = stateOfCell(plain(raw))
  return state === null ? null : state === 'done' || state === 'dropped' ? state : 'open'
}

/** The state that a cell says in words, as a share, or with a sign before other words. */
function stateOfCell(text: string): State | null {
  const claim = readClaim(text)
  // "N/A" ends nowhere.
  if (claim === null) return stateNamed(fold(withoutPictures(text))) ?? signedState(text.trim())
  if (claim.kind === 'state') return claim.state
  const [part, whole] = claim.kind === 'percent' ? [claim.percent, 100] : [claim.done, claim.tasks]
  return part === whole ? 'done' : part === 0 ? 'open' : 'inProgress'
}

const BOXES: readonly (readonly [open: string, done: string])[] = [
  ['[ ]', '[x]'],
  ['☐', '☑'],
]
const SHARE = /^(~?)\d[\d.,]*(\s?)%$/
const COUNT = /^\d+(\s?\/\s?)(\d+)$/
/** Words and signs alone: what has a number, a name or a link in it is about its own row. */
const SIMPLE = /^[^\d[\]()<>@|]{1,24}$/

/** What a cell says when its row is done, or open again: in the form that it has now, else as other rows write it, else in words of its language. `others` are cells of rows with that mark, the nearest first. */
export function cellFor(mark: 'open' | 'done', now: string, others: readonly string[]): string {
  const isDone = mark === 'done'
  const box = BOXES.find((pair) => pair.some((one) => one.toLowerCase() === now.toLowerCase()))
  if (box !== undefined) return box[isDone ? 1 : 0]
  const share = SHARE.exec(now)
  if (share !== null) return `${isDone ? 100 : 0}${share[2] ?? ''}%`
  const count = COUNT.exec(now)
  if (count !== null) return `${isDone ? (count[2] ?? '') : '0'}${count[1] ?? '/'}${count[2] ?? ''}`
  if (/^x$/i.test(now) && !isDone) return ''
  const [alike] = others.filter((text) => (SIMPLE.test(text) && stateOfCell(text) === mark) || (isDone && /^x$/i.test(text)))
  return alike ?? wordFor(mark, now)
}

function wordFor(mark: 'open' | 'done', now: string): string {
  const bare = now.replace(/[*_`~]/g, '')
  const said = valueWords(bare)
  const sign = signedState(bare.trim()) === null ? '' : mark === 'done' ? '✅' : '⬜'
  if (sign !== '' && said === '') return sign
  const language = LANGUAGES.find(({states, tag}) =>
    Object.values(states).some((all) => all.some((word) => spellings(word, tag).includes(said))),
  )
  const [word] = (language ?? LANGUAGES[0]).states[mark]
  const isCapital = !/^\p{Ll}/u.test(bare.replace(/^[^\p{L}]+/u, ''))
  return `${sign === '' ? '' : `${sign} `}${isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word}`
}
