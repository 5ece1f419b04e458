import type {Item, Section, Task} from '../../plugins/action-plan/src/model/plan.ts'
import type {Period} from '../../plugins/action-plan/src/model/plan.ts'
import {report} from '../../plugins/action-plan/src/report.ts'
import type {Report} from '../../plugins/action-plan/src/model/report.ts'
import {STATES, type StatedFields, type StatedItem, type StatedSection, type TruePlan} from './truth.ts'

/** The values of a plan by their place and their name, such as `12 due`: the line is that of the heading or the box. */
export type Values = ReadonlyMap<string, string>

const NO_GIT = {commit: null, committedAt: null, changedAt: null, dirty: false}
const DAY = '2026-11-29'

/** Letters and digits alone: signs, spaces and capitals make no difference between two texts. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')

export function readPlan({name, text}: TruePlan): Report {
  const source = {path: `${name}.md`, ...NO_GIT}
  return report({text, source, baseline: null, now: `${DAY}T09:00:00Z`, today: DAY, evidence: null})
}

const list = (values: readonly string[]): string | null => (values.length === 0 ? null : [...values].sort().join(' & '))
const days = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(Math.round(value * 1e4) / 1e4)

/** The lines of a plan's headings and boxes in their order; each is found once, behind the one before it. */
class Places {
  private readonly lines: readonly string[]
  private next = 0
  /** The line of the last item. */
  item = 0
  constructor(text: string) {
    this.lines = text.split('\n')
  }
  find(words: string, kind: RegExp): number {
    const wanted = plain(words)
    const at = this.lines.findIndex((line, index) => index >= this.next && kind.test(line) && plain(line).includes(wanted))
    if (at < 0) throw new Error(`the plan has no line with "${words}" behind line ${this.next}`)
    this.next = at + 1
    return at + 1
  }
}
const HEADING = /^#/
const BOX = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[.\]\s/

/** Ends where the phase of a heading is asked for and the plan has no such phase. */
function fields(into: Map<string, string>, line: number, stated: Omit<StatedFields, 'phase' | 'after'>): void {
  const values = {
    number: stated.number ?? null,
    priority: stated.priority ?? null,
    owner: list(stated.owner ?? []),
    days: days(stated.days),
    due: stated.due ?? null,
    doneOn: stated.doneOn ?? null,
  }
  for (const [key, value] of Object.entries(values)) if (value !== null) into.set(`${line} ${key}`, value)
}

/** What the plan says by its truth. */
export function statedValues({text, stated}: TruePlan): Values {
  const into = new Map<string, string>()
  const places = new Places(text)
  const phases = new Map<string, number>()
  const schedule = new Places(text)
  for (const [title, period] of Object.entries(stated.phases ?? {})) {
    phases.set(title, schedule.find(title, HEADING))
    into.set(`${phases.get(title)} period`, period)
  }
  const numbers = new Map(stated.sections.flatMap(({items}) => items.map(({title, number}) => [title, number] as const)))
  for (const section of stated.sections) {
    const line = section.title === undefined ? 0 : places.find(section.title, HEADING)
    if (section.title !== undefined) into.set(`${line} section`, plain(section.title))
    fields(into, line, section)
    if (section.phase !== undefined) into.set(`${line} period`, section.phase)
    for (const item of section.items) {
      // An item is the same by its title and by its number.
      const after = item.after?.map((name) => numbers.get(name) ?? name)
      statedItem(into, places, {...item, ...(after === undefined ? {} : {after})}, section, line)
      const phase = item.phase === undefined ? (section.phase === undefined ? undefined : line) : phases.get(item.phase)
      if (item.title !== undefined && phase !== undefined) into.set(`${places.item} phase`, String(phase))
    }
  }
  return into
}

function statedItem(into: Map<string, string>, places: Places, item: StatedItem, section: StatedSection, above: number): void {
  const line = item.title === undefined ? above : places.find(item.title, HEADING)
  if (item.title !== undefined) {
    into.set(`${line} item`, plain(item.title))
    fields(into, line, {...item, ...(section.priority === undefined ? {} : {priority: item.priority ?? section.priority})})
    places.item = line
  } else fields(into, line, item)
  if (item.after !== undefined) into.set(`${line} after`, list(item.after.map(plain)) ?? '')
  for (const task of item.tasks) {
    const state = STATES.find((one) => task[one] !== undefined) ?? 'open'
    const at = places.find(task[state] ?? '', BOX)
    into.set(`${at} task`, `${plain(task[state] ?? '')} in ${line}`)
    into.set(`${at} state`, state)
    fields(into, at, task)
    if (task.after !== undefined) into.set(`${at} after`, list(task.after.map(plain)) ?? '')
  }
}

/** What the reader says of it, in the same words. */
export function readValues({title, phases, sections: made}: Report): Values {
  const into = new Map<string, string>()
  // The plan's title stands for what no heading of a section holds: that is line 0.
  const sections = made.map((one) => (one.section.title === title ? {...one, section: {...one.section, line: 0}} : one))
  for (const {phase} of phases) into.set(`${phase.line} period`, periodText(phase.period))
  const items = sections.flatMap(({items: all}) => all.map(({item}) => item))
  for (const {section, items: held} of sections) {
    readSection(into, section)
    for (const {item, phase} of held) {
      const of = phases.find(({phase: {id}}) => id === phase?.id)?.phase
      readItem(into, item, section, items, of === undefined ? null : String(of.line))
    }
  }
  return into
}

const periodText = (period: Period): string =>
  period.unit === 'unknown'
    ? 'unknown'
    : period.unit === 'date'
      ? `${period.start}..${period.finish ?? ''}`
      : `${period.unit} ${period.from}${period.to === null ? '+' : period.to === period.from ? '' : `-${period.to}`}`

function readSection(into: Map<string, string>, section: Section): void {
  if (section.line === 0) return
  into.set(`${section.line} section`, plain(section.title))
  fields(into, section.line, {
    ...(section.number === null ? {} : {number: section.number}),
    ...(section.priority === null ? {} : {priority: section.priority}),
  })
}

function readItem(into: Map<string, string>, item: Item, section: Section, all: readonly Item[], phase: string | null): void {
  const line = item.implicit ? section.line : item.line
  if (!item.implicit) {
    into.set(`${line} item`, plain(item.title))
    if (phase !== null) into.set(`${line} phase`, phase)
  }
  const fromTasks = item.tasks.some(({due, mark}) => mark !== 'done' && due === item.due?.date)
  const own = {owner: item.owners, days: item.duration?.days, due: fromTasks ? undefined : item.due?.date}
  fields(into, line, {
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    ...(item.number === null || item.implicit ? {} : {number: item.number}),
    ...(item.priority === null ? {} : {priority: item.priority}),
  })
  const names = item.dependsOn.map(({id, title}) => {
    const found = all.find((one) => one.id === id)
    return plain(found?.number ?? found?.title ?? title ?? id)
  })
  if (names.length > 0) into.set(`${line} after`, list(names) ?? '')
  for (const task of item.tasks) readTask(into, task, line)
}

function readTask(into: Map<string, string>, task: Task, line: number): void {
  const text = task.number !== null && task.text.startsWith(task.number) ? task.text.slice(task.number.length) : task.text
  into.set(`${task.line} task`, `${plain(text)} in ${line}`)
  into.set(`${task.line} state`, task.mark === 'unknown' ? 'doing' : task.mark)
  const {priority, due, doneOn, owners, duration, number} = task
  const own = {priority, due, doneOn, days: duration?.days ?? null, owner: owners, number}
  fields(into, task.line, Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null)))
  if (task.waitsFor !== null) into.set(`${task.line} after`, task.waitsFor)
}
