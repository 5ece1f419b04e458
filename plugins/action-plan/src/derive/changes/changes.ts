import {addAll} from '../../model/list.ts'
import {FIELD_ROWS, stated} from '../../fields/fields.ts'
import type {ChangeDoubt, ChangeValue, Doubt} from '../../model/cause.ts'
import type {Change, ChangeKind, ChangeSide, ChangeSubject} from '../../model/changes.ts'
import {label} from '../../model/label.ts'
import type {Mark} from '../../model/mark.ts'
import type {Place} from '../../model/place.ts'
import type {Item, Phase, Plan, Section, Task} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import {match, normal, type Matching} from './match.ts'
import {matchItems, matchPhases, matchSections, type Placed} from './match-items.ts'
import {matchTasks} from './match-tasks.ts'
import {placements} from '../schedule/placement.ts'

/** The semantic changes from one revision of a plan to another, in the order of the later one. Read backwards it gives each change reversed. */
export function changes(a: Plan, b: Plan): readonly Change[] {
  const found: Change[] = []
  const sections = matchSections(a, b)
  const items = matchItems(a, b, sections)
  const phases = matchPhases(a, b, sections)

  planChanges(a, b, found)
  groupChanges('section', sections, SECTION_FIELDS, (section) => section.items.reduce((sum, {tasks}) => sum + tasks.length, 0), found)
  const moves = moved(a, b, sections, phases)
  const dependencies = dependencyChange(items)
  for (const {before, after, doubt} of items.pairs) {
    fieldChanges('item', before.item, after.item, ITEM_FIELDS, doubt, found)
    addAll(found, dependencies(before.item, after.item, doubt))
    addAll(found, moves(before, after, doubt))
  }
  taskChanges(items, found)
  groupChanges('phase', phases, PHASE_FIELDS, () => 0, found)
  for (const [of, before, after] of [
    ['metric', a.metrics, b.metrics],
    ['review', a.reviews, b.reviews],
    ['next-step', a.nextSteps, b.nextSteps],
  ] as const)
    groupChanges<Place & {readonly text: string}>(
      of,
      match<Place & {readonly text: string}>(before, after, ({text}) => ({number: null, title: text, parts: []})),
      [['reworded', ({text}) => text]],
      () => 0,
      found,
    )
  return found.sort(byOrder)
}

/** Problems that one revision has and the other has not: matched by rule and facts without their lines, since lines move. */
export function problemChanges(a: readonly Problem[], b: readonly Problem[]): readonly Change[] {
  const left = new Map<string, Problem[]>()
  const keyOf = ({rule, facts}: Problem): string =>
    `${rule} ${JSON.stringify(facts, (key, value: unknown) => (/line$/i.test(key) && typeof value === 'number' ? undefined : value))}`
  for (const problem of a) left.set(keyOf(problem), [...(left.get(keyOf(problem)) ?? []), problem])
  const side = (problem: Problem): ChangeSide => ({
    id: problem.rule,
    number: null,
    title: problem.reason,
    task: null,
    line: problem.line,
    column: problem.column,
  })
  const fresh = b.filter((problem) => left.get(keyOf(problem))?.shift() === undefined)
  const fixed = [...left.values()].flat()
  return [
    ...fresh.map((problem) => change('new-problem', 'problem', null, side(problem), null, problem.severity)),
    ...fixed.map((problem) => change('fixed-problem', 'problem', side(problem), null, problem.severity, null)),
  ].sort(byOrder)
}

type Field<T> = readonly [ChangeKind, (thing: T) => ChangeValue | null]

const SECTION_FIELDS: readonly Field<Section>[] = [
  ['reworded', ({title}) => title],
  ['renumbered', ({number}) => number],
  ['re-prioritised', ({priority}) => priority],
]
const ITEM_FIELDS: readonly Field<Item>[] = [
  ['reworded', ({title}) => title],
  ['renumbered', ({number}) => number],
  ...FIELD_ROWS.flatMap((row): readonly Field<Item>[] => (row.change === undefined ? [] : [[row.change, (item) => fieldText(row, item)]])),
]
/** What an item states in a field, as a change tells it. Dependencies are compared by what they mean, below. */
function fieldText({name, type, label: title}: (typeof FIELD_ROWS)[number], item: Item): ChangeValue | null {
  if (type === 'prose') return item.issue
  if (type === 'priority') return item.priority
  if (type === 'duration') return item.duration?.text ?? null
  if (type === 'date') return item.due === null ? null : {code: 'due', facts: {date: item.due.date}}
  if (type === 'names') return item.owners.length === 0 ? null : [...item.owners].sort().join(', ')
  const found = stated(item, name)
  return found === null ? null : {code: 'field', facts: {name, label: title, text: found.text}}
}
const PHASE_FIELDS: readonly Field<Phase>[] = [
  ['reworded', ({title}) => title],
  [
    're-timed',
    ({period}) =>
      period.unit === 'unknown'
        ? null
        : period.unit === 'date'
          ? {code: 'dates', facts: {start: period.start, finish: period.finish}}
          : {code: 'period', facts: {unit: period.unit, from: period.from, to: period.to}},
  ],
]

function change(
  kind: ChangeKind,
  of: ChangeSubject,
  before: ChangeSide | null,
  after: ChangeSide | null,
  from: ChangeValue | null,
  to: ChangeValue | null,
  tasks = 0,
  doubt: ChangeDoubt | null = null,
): Change {
  return {kind, of, before, after, from, to, tasks, doubt}
}

interface Named extends Place {
  readonly id?: string
  readonly number?: string | null
  readonly title?: string
  readonly text?: string
}
const sideOf = ({id, number, title, text, line, column}: Named): ChangeSide => ({
  id: id ?? null,
  number: number ?? null,
  title: title ?? text ?? '',
  task: null,
  line,
  column,
})

function planChanges(a: Plan, b: Plan, found: Change[]): void {
  const side = (plan: Plan): ChangeSide => ({id: null, number: null, title: plan.title, task: null, line: 1, column: 1})
  if (a.title !== b.title) found.push(change('reworded', 'plan', side(a), side(b), a.title, b.title))
  for (const read of PLAN_TIMES) {
    const [from, to] = [read(a), read(b)]
    if (!same(from, to)) found.push(change('re-timed', 'plan', side(a), side(b), from, to))
  }
  const deadlines = ({priorities}: Plan): ReadonlyMap<string, string | null> => new Map(priorities.map(({id, deadline}) => [id, deadline]))
  const [before, after] = [deadlines(a), deadlines(b)]
  for (const [id, from] of before) {
    const to = after.get(id)
    if (to !== undefined && to !== from)
      found.push(change('re-timed', 'plan', side(a), side(b), deadlineText(id, from), deadlineText(id, to)))
  }
}

const deadlineText = (id: string, deadline: string | null): string | null => (deadline === null ? null : `${id} ${deadline}`)
const same = (from: ChangeValue | null, to: ChangeValue | null): boolean => JSON.stringify(from) === JSON.stringify(to)

/** What every date of a plan depends on. */
const PLAN_TIMES: readonly ((plan: Plan) => ChangeValue | null)[] = [
  ({settings}) => (settings.start === null ? null : {code: 'start', facts: {date: settings.start}}),
  ({settings}) => ({code: 'working-days', facts: {days: settings.workingDays}}),
  ({settings}) => (settings.holidays.length === 0 ? null : {code: 'holidays', facts: {days: settings.holidays}}),
  ({settings}) => ({code: 'time-zone', facts: {timeZone: settings.timeZone}}),
]

function fieldChanges<T extends Named>(
  of: ChangeSubject,
  before: T,
  after: T,
  fields: readonly Field<T>[],
  doubt: Doubt | null,
  found: Change[],
): void {
  for (const [kind, read] of fields) {
    const [from, to] = [read(before), read(after)]
    if (!same(from, to)) found.push(change(kind, of, sideOf(before), sideOf(after), from, to, 0, doubt))
  }
}

/** Whether an item waits for others than before: for the same ones under new numbers is no change, and the same number may mean another one. */
function dependencyChange({pairs, gone, come}: Matching<Placed>): (before: Item, after: Item, doubt: Doubt | null) => readonly Change[] {
  const now = new Map(pairs.map(({before, after}) => [before.item.id, after.item.id]))
  const titles = (placed: readonly Placed[]): ReadonlyMap<string, string> => new Map(placed.map(({item}) => [item.id, label(item)]))
  const old = titles([...pairs.map(({before}) => before), ...gone])
  const own = titles([...pairs.map(({after}) => after), ...come])
  const text = (ids: readonly string[], names: ReadonlyMap<string, string> | null): string | null =>
    ids.length === 0 ? null : ids.map((id) => names?.get(id) ?? id).join(', ')
  return (before, after, doubt) => {
    const [a, b] = [before, after].map(({dependsOn}) => dependsOn.map(({id}) => id).sort()) as [string[], string[]]
    // What went, and what came, is another one even when it has the same number.
    const same = a.map((id) => now.get(id) ?? (old.has(id) ? `gone ${id}` : id)).sort()
    if (same.join() === b.join()) return []
    const [from, to] = [text(a, null), text(b, null)]
    const values = from === to ? [text(a, old), text(b, own)] : [from, to]
    return [change('dependency-changed', 'item', sideOf(before), sideOf(after), values[0] ?? null, values[1] ?? null, 0, doubt)]
  }
}

function groupChanges<T extends Named>(
  of: ChangeSubject,
  {pairs, gone, come}: Matching<T>,
  fields: readonly Field<T>[],
  tasks: (thing: T) => number,
  found: Change[],
): void {
  for (const {before, after, doubt} of pairs) fieldChanges(of, before, after, fields, doubt, found)
  // The tasks of a section come and go with its items.
  for (const one of gone) found.push(change('removed', of, sideOf(one), null, null, null, of === 'section' ? 0 : tasks(one)))
  for (const one of come) found.push(change('added', of, null, sideOf(one), null, null, of === 'section' ? 0 : tasks(one)))
}

const inSection = ({title}: Section): ChangeValue => ({code: 'section', facts: {title}})

/** Whether an item changed its phase, or its section: those that are the same in both revisions under whatever name. */
function moved(
  a: Plan,
  b: Plan,
  sections: Matching<Section>,
  phases: Matching<Phase>,
): (before: Placed, after: Placed, doubt: Doubt | null) => readonly Change[] {
  const [inA, inB] = [placements(a).byItem, placements(b).byItem]
  const [phaseA, phaseB] = [new Map(a.phases.map((phase) => [phase.id, phase])), new Map(b.phases.map((phase) => [phase.id, phase]))]
  const samePhase = new Map(phases.pairs.map(({before, after}) => [before, after]))
  const sameSection = new Map(sections.pairs.map(({before, after}) => [before, after]))
  // A heading right under the title of the plan: whether that is a section of its own depends on other headings.
  const titles = new Set([a, b].map(({title}) => normal(title)))
  const isTop = ({item, section}: Placed): boolean => item.implicit || titles.has(normal(section.title))
  return (before, after, doubt) => {
    const found: Change[] = []
    const from = phaseA.get(inA.get(before.item.id)?.id ?? '') ?? null
    const to = phaseB.get(inB.get(after.item.id)?.id ?? '') ?? null
    const [sideBefore, sideAfter] = [sideOf(before.item), sideOf(after.item)]
    // Where the phase is the heading of the section, the section says it.
    const isHeaded = isOwn(from, before.section) && isOwn(to, after.section)
    if (!isHeaded && (from === null ? to !== null : samePhase.get(from) !== to))
      found.push(change('moved', 'item', sideBefore, sideAfter, from?.title ?? null, to?.title ?? null, 0, doubt))
    if (sameSection.get(before.section) !== after.section && !(isTop(before) && isTop(after)))
      found.push(change('moved', 'item', sideBefore, sideAfter, inSection(before.section), inSection(after.section), 0, doubt))
    return found
  }
}

const isOwn = (phase: Phase | null, section: Section): boolean => phase === null || phase.section === section.id

interface Owned {
  readonly task: Task
  readonly item: Item
}

/** Tasks of the same item are matched first; what is left may have moved to another item. */
function taskChanges(items: Matching<Placed>, found: Change[]): void {
  const gone: Owned[] = items.gone.flatMap(({item}) => owned(item))
  const come: Owned[] = items.come.flatMap(({item}) => owned(item))
  const instead = new Map<Task, Task>()
  const compare = ({task: before, item: itemBefore}: Owned, {task: after, item: itemAfter}: Owned, doubt: ChangeDoubt | null): void => {
    const [sideBefore, sideAfter] = [taskSide(before, itemBefore), taskSide(after, itemAfter)]
    if (before.mark !== after.mark)
      found.push(change(markChange(before.mark, after.mark), 'task', sideBefore, sideAfter, before.mark, after.mark, 1, doubt))
    if (before.text !== after.text) found.push(change('reworded', 'task', sideBefore, sideAfter, before.text, after.text, 0, doubt))
    if (before.priority !== after.priority)
      found.push(change('re-prioritised', 'task', sideBefore, sideAfter, before.priority, after.priority, 0, doubt))
  }
  for (const {before, after, doubt: itemDoubt} of items.pairs) {
    const tasks = matchTasks(before.item.tasks, after.item.tasks)
    for (const {before: from, after: to, doubt} of tasks.pairs)
      compare({task: from, item: before.item}, {task: to, item: after.item}, doubt ?? itemDoubt)
    addAll(
      gone,
      tasks.gone.map((task) => ({task, item: before.item})),
    )
    addAll(
      come,
      tasks.come.map((task) => ({task, item: after.item})),
    )
    for (const [task, other] of tasks.instead) instead.set(task, other)
  }
  // Only a task whose words stand once on each side has moved for certain: others are gone and come.
  const moved = match(gone.filter(once(gone)), come.filter(once(come)), ({task}) => ({number: null, title: task.text, parts: []}))
  const pairs = moved.pairs.filter(({before, after}) => before.task.text === after.task.text)
  for (const {before, after} of pairs) {
    compare(before, after, null)
    found.push(
      change('moved', 'task', taskSide(before.task, before.item), taskSide(after.task, after.item), label(before.item), label(after.item)),
    )
  }
  const [left, right] = [new Set(pairs.map(({before}) => before.task)), new Set(pairs.map(({after}) => after.task))]
  const restOf = (all: readonly Owned[], taken: ReadonlySet<Task>): readonly Owned[] => all.filter(({task}) => !taken.has(task))
  const rest = [...restOf(gone, left), ...restOf(come, right)]
  // What moved elsewhere is nobody's other wording.
  const stayed = new Set(rest.map(({task}) => task))
  const doubtOf = (task: Task): ChangeDoubt | null => {
    const other = instead.get(task)
    return other === undefined || !stayed.has(other) ? null : {code: 'maybe-reworded', facts: {text: other.text}}
  }
  report('removed', items.gone, restOf(gone, left), doubtOf, found)
  report('added', items.come, restOf(come, right), doubtOf, found)
}

const owned = (item: Item): readonly Owned[] => item.tasks.map((task) => ({task, item}))
const taskSide = (task: Task, item: Item): ChangeSide => ({
  id: item.id,
  number: item.number,
  title: item.title,
  task: task.text,
  line: task.line,
  column: task.column,
})

function once(all: readonly Owned[]): (one: Owned) => boolean {
  const count = new Map<string, number>()
  for (const {task} of all) count.set(task.text, (count.get(task.text) ?? 0) + 1)
  return ({task}) => task.text !== '' && count.get(task.text) === 1
}

/** Whole items that came or went, with how many tasks, then single tasks of items that stand in both. */
function report(
  kind: 'added' | 'removed',
  whole: readonly Placed[],
  tasks: readonly Owned[],
  doubtOf: (task: Task) => ChangeDoubt | null,
  found: Change[],
): void {
  const counts = new Map<Item, number>(whole.map(({item}) => [item, 0]))
  const push = (of: ChangeSubject, side: ChangeSide, count: number, doubt: ChangeDoubt | null): void =>
    void found.push(change(kind, of, kind === 'added' ? null : side, kind === 'added' ? side : null, null, null, count, doubt))
  for (const {task, item} of tasks) {
    const count = counts.get(item)
    if (count === undefined) push('task', taskSide(task, item), 1, doubtOf(task))
    else counts.set(item, count + 1)
  }
  for (const [item, count] of counts) push('item', sideOf(item), count, null)
}

/** Out of scope outranks done: bringing a task back is more than ticking it. */
function markChange(from: Mark, to: Mark): ChangeKind {
  if (to === 'dropped') return 'dropped'
  if (from === 'dropped') return 'restored'
  return to === 'done' ? 'ticked' : from === 'done' ? 'unticked' : 'remarked'
}

function byOrder(one: Change, other: Change): number {
  const place = ({after, before}: Change): ChangeSide => (after ?? before) as ChangeSide
  return (
    place(one).line - place(other).line ||
    place(one).column - place(other).column ||
    (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0)
  )
}
