import {labelsOf} from '../../fields/words.ts'
import {fold, lower, once, remembered, words} from '../../lexicon/lexicon.ts'
import {anyOf, isUnspaced} from '../../lexicon/pattern.ts'
import {numberParts} from '../../model/item-number.ts'
import {fieldNamed} from '../fields.ts'
import {readDate} from './date.ts'
import {durationAt} from './length.ts'
import {blankBetween} from './link.ts'
import {noteOf, NUMBERED, type NoteName} from './note.ts'
import {isTime} from './owner.ts'
import {notesBehind, NO_TRUST, type Trust, type Unsure} from './task-notes.ts'

/** What a task says beside its words, as it is written. */
export interface TaskFields {
  /** Its Markdown without the signs. */
  readonly raw: string
  readonly due: string | null
  readonly doneOn: string | null
  /** A word of priority, or a letter of todo.txt. */
  readonly priority: string | null
  readonly owners: readonly string[]
  readonly duration: string | null
  readonly dependsOn: string | null
  /** What may be a note, if other tasks of the plan have such notes. */
  readonly unsure: Unsure | null
}

type Name = NoteName | 'doneOn' | 'other'
interface Found {
  readonly from: number
  readonly to: number
  readonly name: Name
  readonly value: string
}

const DATED: Readonly<Record<string, Name>> = {'📅': 'due', '🗓': 'due', '📆': 'due', '✅': 'doneOn'}
const RANKED: Readonly<Record<string, string>> = {'🔺': 'critical', '⏫': 'high', '🔼': 'medium', '🔽': 'low', '⏬': 'lowest'}
/** Signs of Obsidian Tasks with a date; a picture without one is a picture. */
const DATE_SIGN = /(📅|🗓|📆|⏳|⌛|🛫|✅|❌|➕)\uFE0F?[ \t]{0,3}(\d{4}-\d{2}-\d{2})(?!\d)/gu
const RANK_SIGN = /(🔺|⏫|🔼|🔽|⏬)\uFE0F?/gu
const TEXT_SIGN = /(🔁|🆔|⛔|🏁)\uFE0F?[ \t]{0,3}([^\n📅🗓📆⏳⌛🛫✅❌➕🔺⏫🔼🔽⏬🔁🆔⛔🏁#[\]]{0,80})/gu
/** Inline fields of Dataview: "[due:: 2026-01-12]", "(owner:: Ann)". */
const DATAVIEW = /\[([^[\]():\n]{1,30})::([^[\]\n]{0,120})\]|\(([^[\]():\n]{1,30})::([^()\n]{0,120})\)/g
const BRACKET = /[(（]([^()（）\n]{3,100})[)）]/g
/** "due:2026-01-12", "est:3d", "t:2026-01-10" of todo.txt. */
const KEYED = /(?<!\S)(due|est|pri|t|rec):[ ]?([\p{L}\d+.,-]{1,20})(?!\S)/gu
/** A date of Obsidian Kanban: "@{2026-01-12}". */
const KANBAN = /(?<!\S)@\{(\d{4}-\d{2}-\d{2})\}/g
/** What may stand before the words: a number, and "[P]" or "[US1]" of spec-kit; "(A)" of todo.txt; "@name". */
const TAGS = /^(?:([\p{L}\d_.-]{1,20})[ \t]{1,3})?((?:\[(?:P|US-?\d{1,3})\][ \t]*){1,5})(?=\S)/u
const LETTER = /^\(([A-Z])\)[ \t]/
const AT_START = /^@([\p{L}\d][\p{L}\d_.-]{0,38}):?[ \t]+(?=[^\s/])/u
const AT_END = /(?<!\S)(?:@([\p{L}\d][\p{L}\d_.-]{0,38})|([#+]\p{L}[\p{L}\d_/-]{0,40})|~[ ]?(\d[\d.,-]{0,8}[ ]?\p{L}{1,10})),?$/u
/** Words behind "@" that are nobody. */
const NOBODY =
  /^(?:media|deprecated|override|import|param|returns?|types?|todo|next|latest|supports|keyframes|property|layer|apply|all|here|everyone|channel)$/i
/** Longest of what stands at the end. */
const TAIL = 64
const MOST = 40

const completion = once(() => new Set(words(({labels}) => labels.doneOn)))
const FIELDS: Readonly<Partial<Record<string, Name>>> = {
  due: 'due',
  priority: 'priority',
  owner: 'owner',
  duration: 'duration',
  dependsOn: 'dependsOn',
}
const spoken = once(() => {
  const depends = words(({labels}) => labels.dependsOn).filter((word) => word.includes(' ') || /^[^a-z]/.test(word))
  const requires = words(({labels}) => labels.requires)
  const blocked = words((language) => labelsOf('blockedBy', language)).filter((word) => word.includes(' '))
  const after = words((language) => language.after).filter((word) => !isUnspaced(word))
  return {
    said: new RegExp(
      `^(?:(${anyOf([...depends, ...requires, ...blocked, ...after])})|(due|due by)|(est\\.?|estimate|estimated))(?:\\s+|(?<=[\\p{Script=Han}])\\s*)(.{1,80})$`,
      'u',
    ),
    /** Words before other things than numbers of items, too: "(after lunch)". */
    weak: new Set([...after, ...requires]),
  }
})

/** Most tasks have none: told by a look. */
const MAY_HAVE = /[@#~(（\n\]］,;，、；]|\s[-–—·|]\s|[📅🗓📆⏳⌛🛫✅❌➕🔺⏫🔼🔽⏬🔁🆔⛔🏁]|::|\[(?:P|US)|:\S/u

/** Reads the fields of a task: Obsidian Tasks, Dataview, todo.txt, spec-kit, "(est: 3d)", "@anna", "#tag", and notes behind the words. Code holds none. */
export function readTaskFields(raw: string, trust = NO_TRUST): TaskFields {
  if (!MAY_HAVE.test(raw)) return {...NONE, raw}
  return trust === NO_TRUST ? alone(raw) : fieldsIn(raw, trust)
}

const alone = remembered((raw) => fieldsIn(raw, NO_TRUST))

function fieldsIn(raw: string, trust: Trust): TaskFields {
  const text = masked(raw)
  const found = [...signs(text), ...brackets(text), ...keyed(text)]
  const begin = beginning(cut(text, found))
  const inner = [...found, ...begin]
  const isTodoTxt = begin.some(({name}) => name === 'priority') || PROJECT.test(text.slice(-200))
  const behind = ends(cut(text, inner), isTodoTxt)
  const notes = notesBehind(cut(text, [...inner, ...behind]), trust)
  const all = [...inner, ...behind, ...notes.found]
  const own = sorted(notes.found.length === 0 ? all : [...all, ...ends(cut(text, all), isTodoTxt)])
  if (own.length === 0) return {...NONE, raw, unsure: notes.unsure}
  const first = (name: Name): string | null => own.find((one) => one.name === name)?.value ?? null
  return {
    raw: without(raw, own),
    due: first('due'),
    doneOn: first('doneOn'),
    priority: first('priority'),
    owners: [
      ...new Set(
        own
          .flatMap(({name, value}) => (name === 'owner' ? value.split(/[,;&，；、]/u) : []))
          .map((name) => name.trim().replace(/^@/, ''))
          .filter((name) => name !== '' && !isTime(name)),
      ),
    ],
    duration: first('duration'),
    dependsOn: first('dependsOn'),
    unsure: notes.unsure,
  }
}
const NONE: Omit<TaskFields, 'raw'> = {
  due: null,
  doneOn: null,
  priority: null,
  owners: [],
  duration: null,
  dependsOn: null,
  unsure: null,
}

/** The same length, with code and addresses blank. */
function masked(raw: string): string {
  const text = raw.includes('](') ? blankBetween(raw, '](', ')') : raw
  return text.includes('`') ? text.replace(/`[^`]*`/g, (code) => '\0'.repeat(code.length)) : text
}

function signs(text: string): readonly Found[] {
  const at = (found: RegExpExecArray, name: Name, value: string): Found => ({
    from: found.index,
    to: found.index + found[0].length,
    name,
    value,
  })
  return [
    ...Array.from(text.matchAll(DATE_SIGN), (found) => at(found, DATED[found[1] as string] ?? 'other', found[2] as string)),
    ...Array.from(text.matchAll(KANBAN), (found) => at(found, 'due', found[1] as string)),
    ...Array.from(text.matchAll(RANK_SIGN), (found) => at(found, 'priority', RANKED[found[1] as string] as string)),
    ...Array.from(text.matchAll(TEXT_SIGN), (found) => at(found, found[1] === '⛔' ? 'dependsOn' : 'other', (found[2] as string).trim())),
  ]
}

function brackets(text: string): readonly Found[] {
  const fields = [...text.matchAll(DATAVIEW)].flatMap((found): readonly Found[] => {
    const [key, value] = [(found[1] ?? found[3] ?? '').trim(), (found[2] ?? found[4] ?? '').trim()]
    const name = completion().has(fold(key)) ? 'doneOn' : nameOf(key, value)
    return name === null ? [] : [{from: found.index, to: found.index + found[0].length, name, value}]
  })
  const said = [...text.matchAll(BRACKET)].flatMap((found): readonly Found[] => {
    const inner = (found[1] as string).trim()
    // What stands in brackets of full width with others is read among the notes.
    const colon = found[0].startsWith('（') ? null : /^([^:：]{2,25})[:：]\s*([^:：\s].*)$/u.exec(inner)
    const [, depends, due, , value = ''] = (colon === null ? spoken().said.exec(lower(inner)) : null) ?? []
    const written = inner.slice(inner.length - value.length)
    const name =
      colon !== null
        ? nameOf(colon[1] as string, colon[2] as string)
        : value === '' || (depends !== undefined && spoken().weak.has(fold(depends)) && !NUMBERED.test(written))
          ? null
          : readable(depends !== undefined ? 'dependsOn' : due !== undefined ? 'due' : 'duration', written)
    if (name === null) return []
    const at = {from: found.index, to: found.index + found[0].length}
    const said = colon?.[2] ?? written
    return name === 'owner' ? ownersIn(said).map((one) => ({...at, ...one})) : [{...at, name, value: said}]
  })
  return [...fields, ...apart(said, fields)]
}

/** "owner: Ann, 2 days": what stands beside a name and is a time is no name. */
function ownersIn(value: string): readonly Pick<Found, 'name' | 'value'>[] {
  const parts = value.split(/[,;，、；]/u).map((part) => ({part, note: noteOf(part)}))
  const times = parts.flatMap(({note}) => (note?.name === 'due' || note?.name === 'duration' ? [note] : []))
  const names = parts.filter(({part, note}) => !isTime(part.trim()) && note?.name !== 'due' && note?.name !== 'duration')
  return [
    {name: 'owner', value: names.map(({part}) => part.trim()).join(', ')},
    ...times.map(({name, value: time}) => ({name, value: time})),
  ]
}

/** What stands in none of the others; both lists are in the order of the text. */
function apart(all: readonly Found[], others: readonly Found[]): readonly Found[] {
  let at = 0
  return all.filter(({from, to}) => {
    while ((others[at]?.to ?? Infinity) <= from) at++
    return (others[at]?.from ?? Infinity) >= to
  })
}

function keyed(text: string): readonly Found[] {
  return [...text.matchAll(KEYED)].flatMap((found): readonly Found[] => {
    const [whole, key, value = ''] = found
    const name =
      key === 'due'
        ? readable('due', value)
        : key === 'est'
          ? readable('duration', value)
          : key === 'pri'
            ? 'priority'
            : /^\+?\d+[dwmyb]$|^\d{4}-\d{2}-\d{2}$/.test(value)
              ? 'other'
              : null
    return name === null ? [] : [{from: found.index, to: found.index + whole.length, name, value}]
  })
}

/** The field that a label names, when its value is one. */
function nameOf(label: string, value: string): Name | null {
  const word = label.trim()
  if (/^est\.?$/i.test(word)) return readable('duration', value)
  if (/^(?:start|scheduled|created|cancelled|repeat|id)$/i.test(word)) return 'other'
  const name = FIELDS[fieldNamed(word, value) ?? ''] ?? null
  return name === null ? null : readable(name, value)
}

function readable(name: Name, value: string): Name | null {
  if (value.trim() === '') return null
  if (name === 'due') return readDate(value.trim()) === null ? null : name
  return name === 'duration' && durationAt(value.trim()) === null ? null : name
}

/** In todo.txt, "@phone" says where, and "+Family" for which project. */
const PROJECT = /(?:^|\s)\+\p{L}[\p{L}\d_-]{0,40}(?:\s|$)/u

/** What stands before the words. */
function beginning(text: string): readonly Found[] {
  const begin = text.length - text.trimStart().length
  const rest = text.slice(begin, begin + 120)
  const letter = LETTER.exec(rest)
  const at = AT_START.exec(rest)
  const tags = TAGS.exec(rest)
  if (letter !== null) return [{from: begin, to: begin + letter[0].length, name: 'priority', value: letter[1] as string}]
  if (at !== null && !NOBODY.test(at[1] as string)) return [{from: begin, to: begin + at[0].length, name: 'owner', value: at[1] as string}]
  if (tags === null || (tags[1] !== undefined && numberParts(tags[1]) === null && !/^[\d.]+$/.test(tags[1]))) return []
  const to = begin + tags[0].length
  return [{from: to - (tags[2] as string).length, to, name: 'other', value: ''}]
}

/** What stands behind them. */
function ends(text: string, isTodoTxt: boolean): readonly Found[] {
  const found: Found[] = []
  const begin = text.length - text.trimStart().length
  let end = text.trimEnd().length
  while (found.length < MOST) {
    const from = Math.max(begin, end - TAIL)
    const last = AT_END.exec(text.slice(from, end))
    const [whole = '', owner, tag, duration] = last ?? []
    if (last === null || (owner !== undefined && NOBODY.test(owner)) || from + last.index <= begin) break
    if (duration !== undefined && durationAt(duration) === null) break
    const value = (owner ?? tag ?? duration ?? '').replace(/[.]$/, '')
    found.push({
      from: from + last.index,
      to: end,
      name: owner !== undefined ? (isTodoTxt ? 'other' : 'owner') : tag !== undefined ? 'other' : 'duration',
      value,
    })
    end = text.slice(0, end - whole.length).trimEnd().length
  }
  return found
}

/** Blank where something was taken. */
function cut(text: string, found: readonly Found[]): string {
  let out = ''
  let from = 0
  for (const one of sorted(found)) {
    if (one.from < from) continue
    out += text.slice(from, one.from) + ' '.repeat(one.to - one.from)
    from = one.to
  }
  return out + text.slice(from)
}

/** The Markdown without what was taken, and without the space and the signs that only led to it. */
function without(raw: string, found: readonly Found[]): string {
  let out = ''
  let from = 0
  for (const one of sorted(found)) {
    if (one.from < from) continue
    const before = raw.slice(from, one.from)
    out += /\s$/.test(before) && /^\s/.test(raw.slice(one.to, one.to + 1)) ? before.trimEnd() : before
    from = one.to
  }
  const rest = (out + raw.slice(from)).trim()
  return rest.endsWith('|') || /\s[-–—·,]$/.test(rest.slice(-2)) ? rest.slice(0, -1).trimEnd() : rest
}

const sorted = (found: readonly Found[]): readonly Found[] => [...found].sort((a, b) => a.from - b.from)
