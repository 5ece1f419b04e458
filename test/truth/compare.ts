import type {Report} from '../../plugins/action-plan/src/model/report.ts'
import type {TruePlan} from './truth.ts'
import {plain, readPlan, readValues, statedValues} from './values.ts'

/** A value that the reader does not have as the plan says it. `missed` is what it left out: the words still stand where they stood. */
export interface Difference {
  readonly plan: string
  readonly place: string
  readonly kind: 'wrong' | 'missed' | 'invented'
  readonly stated: string | null
  readonly read: string | null
  /** Whether a problem on these lines says so. */
  readonly told: boolean
}
export interface Outcome {
  readonly values: number
  readonly differences: readonly Difference[]
}

/** The rules that tell of a value, by the first part of their ids. */
const TELLS: Readonly<Record<string, RegExp>> = {
  days: /^(?:timeline|field)\//,
  due: /^(?:due|timeline|field)\//,
  owner: /^(?:owner|field)\//,
  priority: /^(?:priority|field)\//,
  after: /^(?:depends|field)\//,
  phase: /^schedule\//,
  period: /^schedule\//,
  state: /^(?:task|claim)\//,
  task: /^task\//,
}

/** How the two agree: titles may hold more of their headings, and names of what a task waits for stand as they are written. */
function agrees(name: string, stated: string, read: string): boolean {
  if (stated === read) return true
  if (name === 'section' || name === 'item') return read.includes(stated)
  if (name !== 'after') return false
  const names = stated.split(' & ')
  const rest = names.toSorted((a, b) => b.length - a.length).reduce((text, one) => text.replace(one, ' '), plain(read))
  return rest.split(' ').length > names.length && rest.replaceAll(' ', '').length <= 2 * (names.length - 1)
}

export function compare(plan: TruePlan): Outcome {
  const made = readPlan(plan)
  const [stated, read] = [statedValues(plan), readValues(made)]
  const places = [...new Set([...stated.keys(), ...read.keys()])].sort((a, b) => parseInt(a) - parseInt(b))
  const differences = places.flatMap((place): readonly Difference[] => {
    const [says, has] = [stated.get(place) ?? null, read.get(place) ?? null]
    const name = place.split(' ').at(-1) ?? ''
    if (says !== null && has !== null && agrees(name, says, has)) return []
    const kind = says === null ? 'invented' : has === null || (name === 'task' && keepsMore(says, has)) ? 'missed' : 'wrong'
    return [{plan: plan.name, place, kind, stated: says, read: has, told: isTold(made, place, plan)}]
  })
  return {values: places.length, differences}
}

/** Whether a text holds the stated one, with notes behind it that were not read, and stands where it should. */
function keepsMore(stated: string, read: string): boolean {
  const [[words, place], [text, at]] = [stated, read].map((one) => one.split(' in ')) as [[string, string], [string, string]]
  return place === at && text.includes(words)
}

function isTold({problems}: Report, place: string, {text}: TruePlan): boolean {
  const [at, name] = [parseInt(place), place.split(' ').at(-1) ?? '']
  const rules = TELLS[name]
  if (rules === undefined || Number.isNaN(at)) return false
  const lines = text.split('\n')
  // To the next heading; of a task, to the next box.
  const end = lines.findIndex(
    (line, index) => index >= at && (/^#/.test(line) || (!/^#/.test(lines[at - 1] ?? '') && /^\s*\S+\s+\[.\]/.test(line))),
  )
  return problems.some(({rule, line}) => rules.test(rule) && line >= at && (end < 0 || line <= end))
}
