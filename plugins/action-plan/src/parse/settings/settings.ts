import {addAll} from '../../model/list.ts'
import {MARKS, type Mark} from '../../model/mark.ts'
import type {Place} from '../../model/place.ts'
import type {Problem} from '../../model/problem.ts'
import {DEFAULT_SETTINGS, WEEKDAYS, type Settings, type Weekday} from '../../model/settings.ts'
import {problem} from '../../rules/problem.ts'
import type {MetricFault} from '../../rules/settings.ts'
import {ok, withProblem, type Read} from '../context.ts'
import {once} from '../../lexicon/lexicon.ts'
import {isOneCharacter} from '../structure/checkbox.ts'
import {isDate} from '../../model/date.ts'
import {metricFault, readMetricSetting} from './metric-setting.ts'
import {isMap, isScalar, isSeq, LONGEST_FRONT_MATTER, readYaml, type Document, type YamlNode, type YamlText} from './yaml.ts'

interface Setting<T> {
  /** The value, or undefined when it is not one; `placeOf` is where a key of it stands. */
  read(value: unknown, placeOf: (key: string) => Place): T | undefined
  /** A number is read as it is written: "1.10" is not 1.1. */
  readonly text?: true
  /** What is wrong with an entry of a map or a list. Such an entry counts as not given; the others are read. */
  readonly entryFault?: (key: string, value: unknown) => EntryFault | null
}

type EntryFault =
  | {readonly why: 'entry'; readonly found: string}
  | ({readonly why: 'metric'; readonly metric: string} & MetricFault)
  | {readonly why: 'mark'; readonly mark: string; readonly meaning: string | null}

const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? (value as readonly unknown[]) : undefined)
const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
const date = (value: unknown): string | undefined => (typeof value === 'string' && isDate(value) ? value : undefined)
const all = <T>(values: readonly unknown[] | undefined, read: (value: unknown) => T | undefined): T[] | undefined => {
  const read_ = values?.map(read)
  return read_ === undefined || read_.includes(undefined) ? undefined : (read_ as T[])
}

/** A note of more characters is no note. */
const LONGEST_NOTE = 2000

/** How each setting is read; the rule says what is expected of each. */
const SETTINGS: {readonly [Name in keyof Settings]: Setting<Settings[Name]>} = {
  start: {read: date},
  fiscalYear: {
    read: (value) => {
      const [[year, start] = ['', ''], ...more] = Object.entries(record(value) ?? {})
      const first = date(start)
      return /^20\d\d$/.test(year) && first?.endsWith('-01') === true && more.length === 0 ? {year: Number(year), start: first} : undefined
    },
  },
  timeZone: {
    read: (value) => (typeof value === 'string' && isTimeZone(value) ? value : undefined),
  },
  workingDays: {
    read: (value) => {
      const days = all(list(value), (day) => WEEKDAYS.find((name) => name === String(day).toLowerCase()))
      return days === undefined || days.length === 0 ? undefined : WEEKDAYS.filter((day: Weekday) => days.includes(day))
    },
  },
  holidays: {
    read: (value) => all(list(value), date)?.sort(),
    entryFault: (_, value) => (date(value) === undefined ? {why: 'entry', found: JSON.stringify(value)} : null),
  },
  team: {
    read: (value) => (typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : undefined),
  },
  baseline: {
    text: true,
    read: (value) => (typeof value === 'string' && /^[^\s-]\S*$/.test(value) ? value : undefined),
  },
  weeklyNote: {
    read: (value) => (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_NOTE ? value.trim() : undefined),
  },
  tables: {read: (value) => (typeof value === 'boolean' ? value : undefined)},
  marks: {
    read: (value) => {
      const marks = record(value)
      return marks === undefined ? undefined : {...DEFAULT_SETTINGS.marks, ...(marks as Record<string, Mark>)}
    },
    entryFault: (mark, meaning) => {
      if (!isOneCharacter(mark) || /^[ \txX[\]]$/.test(mark)) return {why: 'mark', mark, meaning: null}
      return MARKS.some((name) => name === meaning) ? null : {why: 'mark', mark, meaning: JSON.stringify(meaning)}
    },
  },
  metrics: {
    read: (value, placeOf) => {
      const metrics = record(value)
      return metrics === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(metrics).map(([text, setting]) => [text, readMetricSetting(record(setting) ?? {}, placeOf(text))]),
          )
    },
    entryFault: (metric, setting) => {
      const fault = metricFault(setting)
      return fault === null ? null : {why: 'metric', metric, ...fault}
    },
  },
}

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly (keyof Settings)[]

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: name})
    return true
  } catch {
    return false
  }
}

/** The settings, and where each of them stands that is given, by its name. */
export interface SettingsRead {
  readonly settings: Settings
  readonly places: Readonly<Record<string, Place>>
}
const NONE: SettingsRead = {settings: DEFAULT_SETTINGS, places: {}}

/** An alias of YAML ("*") without its anchor, or a value that holds itself. */
const UNRESOLVED = Symbol('unresolved')

function valueOf(node: YamlNode | null, document: Document, asText: boolean): unknown {
  if (asText && isScalar(node) && typeof node.value === 'number') return node.source ?? String(node.value)
  try {
    const value = node?.toJS(document) as unknown
    JSON.stringify(value)
    return value
  } catch {
    return UNRESOLVED
  }
}

/** A key as it is called; one that is a list or a map has no name, and may be as deep as the front matter is long. */
const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : 'a list or a map')

/** What was read last: from one revision of a plan to the next its settings are mostly the same. */
let last: (YamlText & {readonly read: Read<SettingsRead>}) | null = null

/** Reads `plan:` of the front matter. A bad value is an error at its line and its setting counts as not given. */
export function readSettings(frontMatter: (YamlText & {readonly closed: boolean}) | null): Read<SettingsRead> {
  if (frontMatter?.closed !== true) return ok(NONE)
  const {text, line} = frontMatter
  if (last?.text !== text || last.line !== line) last = {text, line, read: settingsIn(frontMatter)}
  return last.read
}

function settingsIn(frontMatter: YamlText): Read<SettingsRead> {
  if (frontMatter.text.length > LONGEST_FRONT_MATTER) {
    const facts = {setting: null, why: 'too-long', characters: frontMatter.text.length, limit: LONGEST_FRONT_MATTER} as const
    return withProblem(NONE, problem('settings/invalid', {line: frontMatter.line, column: 1}, facts))
  }
  const {document, broken, place} = readYaml(frontMatter)
  if (broken !== null) {
    if (/call stack/.test(broken.message))
      return withProblem(NONE, problem('settings/invalid', {line: frontMatter.line, column: 1}, {setting: null, why: 'too-deep'}))
    // The front matter of another tool: a plan's settings are not in it.
    if (!/^["']?plan["']?\s*:/m.test(frontMatter.text)) return ok(NONE)
    const detail = broken.message.split('\n', 1)[0] as string
    return withProblem(NONE, problem('settings/invalid', place(broken.pos[0]), {setting: null, why: 'yaml', detail}))
  }
  const plan = isMap(document.contents) ? (document.contents.get('plan', true) as YamlNode | undefined) : undefined
  if (plan === undefined || (isScalar(plan) && plan.value === null)) return ok(NONE)
  if (!isMap(plan)) return withProblem(NONE, problem('settings/invalid', place(plan.range?.[0] ?? 0), {setting: null, why: 'not-settings'}))
  return readPlanSettings(plan.items as readonly Pair[], document, place)
}

type Pair = {readonly key: YamlNode | null; readonly value: YamlNode | null}

function readPlanSettings(pairs: readonly Pair[], document: Document, place: (offset: number) => Place): Read<SettingsRead> {
  const problems: Problem[] = []
  const places: Record<string, Place> = {}
  const settings: Record<string, unknown> = {...DEFAULT_SETTINGS}
  for (const pair of pairs) {
    const at = place(pair.key?.range?.[0] ?? 0)
    const name = nameOf(pair.key)
    if (!isSettingName(name)) {
      problems.push(problem('settings/unknown', at, {setting: name}))
      continue
    }
    const {value, problems: found} = readSetting(name, pair, document, place)
    addAll(problems, found)
    if (value === undefined) continue
    settings[name] = value
    places[name] = at
  }
  return {value: {settings: settings as unknown as Settings, places}, problems}
}

const isSettingName = (name: string): name is keyof Settings => Object.hasOwn(SETTINGS, name)

/** The value of a setting; undefined with a problem when it is not one. */
function readSetting(name: keyof Settings, {key, value}: Pair, document: Document, place: (offset: number) => Place): Read<unknown> {
  const setting = SETTINGS[name] as Setting<unknown>
  const ofKey = place(key?.range?.[0] ?? 0)
  const ofValue = value === null ? ofKey : place(value.range?.[0] ?? 0)
  const given = valueOf(value, document, setting.text === true)
  if (given === UNRESOLVED) return withProblem(undefined, problem('settings/invalid', ofValue, {setting: name, why: 'alias'}))
  // Made once: a map has thousands of entries, and each can be wrong.
  const keys = once(() => new Map(isMap(value) ? value.items.map(({key: one}) => [nameOf(one), one as YamlNode] as const) : []))
  const placeOf = (inner: string): Place => {
    const at = isSeq(value) ? (value.items[Number(inner)] as YamlNode | undefined) : keys().get(inner)
    return at === undefined ? ofKey : place(at.range?.[0] ?? 0)
  }
  const {entries, faults} = entriesOf(given, setting)
  const read = given === null || given === undefined ? undefined : setting.read(entries, placeOf)
  if (read !== undefined)
    return {value: read, problems: faults.map(([entry, fault]) => problem('settings/invalid', placeOf(entry), {setting: name, ...fault}))}
  const found = (JSON.stringify(given) as string | undefined) ?? null
  return withProblem(read, problem('settings/invalid', ofValue, {setting: name, why: 'value', found}))
}

/** A map or a list without the entries that cannot be used, and what is wrong with those. */
function entriesOf(
  given: unknown,
  {entryFault}: Setting<unknown>,
): {readonly entries: unknown; readonly faults: readonly (readonly [entry: string, fault: EntryFault])[]} {
  const entries = list(given) ?? record(given)
  if (entryFault === undefined || entries === undefined) return {entries: given, faults: []}
  const faults = Object.entries(entries).flatMap(([key, value]) => {
    const fault = entryFault(key, value)
    return fault === null ? [] : [[key, fault] as const]
  })
  const bad = new Set(faults.map(([key]) => key))
  const good = Object.entries(entries).filter(([key]) => !bad.has(key))
  return {entries: Array.isArray(entries) ? good.map(([, value]) => value) : Object.fromEntries(good), faults}
}

/** Where the entries of a list stand in the front matter, in their order. */
export function placesOfList(frontMatter: YamlText | null, key: string): readonly Place[] {
  if (frontMatter === null) return []
  const {document, place} = readYaml(frontMatter)
  const {contents} = document
  const list: unknown = isMap(contents) ? contents.get(key, true) : undefined
  if (!isSeq(list)) return []
  return list.items.map((entry) => place((entry as YamlNode | null)?.range?.[0] ?? 0))
}
