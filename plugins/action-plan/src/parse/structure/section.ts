import {isHabit} from '../../model/few.ts'
import type {Section} from '../../model/plan.ts'
import {slug, UniqueIds} from './anchor.ts'
import type {Known} from '../values/reference.ts'
import {fieldsOf, holdsTask, tasksOf} from './checkboxes.ts'
import {idOf, withDependencies} from './dependencies.ts'
import type {ItemDraft, SectionDraft} from './draft.ts'
import {inspectStatusOf, readItemFields} from './item.ts'
import {inspectItemNumbers} from './item-numbers.ts'
import {makeItem, type Sources} from './make-item.ts'

/** Gives sections and items their ids, priorities, fields and tasks. */
export function makeSections(drafts: readonly SectionDraft[], sources: Sources): readonly Section[] {
  const [sectionIds, itemIds] = [new UniqueIds(), new UniqueIds()]
  // Only to tell what names an item: the ids that are given have an end where they would be given twice.
  const known = knownOf(drafts, sources)
  const mostOfPlanHaveTasks = mostHaveTasks(
    drafts.flatMap(({items}) => items),
    sources,
  )
  const made = drafts.map((draft): Section => {
    const {number, title, anchor, place} = draft
    const id = sectionIds.next(number ?? slug(title, 'section'))
    const priority = fieldPriority(draft, known, sources) ?? draft.priority
    if (draft.items.every(({heading}) => heading !== null))
      inspectStatusOf(
        fieldsOf(draft.blocks, sources.boxes),
        draft.items.flatMap((item) => tasksOf(item.blocks, sources.boxes)),
        sources.context,
      )
    const most = {mostHaveTasks: mostHaveTasks(draft.items, sources), mostOfPlanHaveTasks}
    const home = {id, number, title, priority, place, ...most}
    const items = draft.items.map((item) => makeItem(item, home, {ids: itemIds, known, ...sources}))
    return {id, number, title, anchor, priority, items, line: place.line, column: place.column}
  })
  const sections = withDependencies(made, drafts, known, sources.context)
  inspectItemNumbers(sections, sources.context)
  return sections
}

/** Whether items that have a heading have tasks, but for a few. */
function mostHaveTasks(items: readonly ItemDraft[], {boxes}: Pick<Sources, 'boxes'>): boolean {
  const own = items.filter(({heading}) => heading !== null)
  const held = own.filter(({blocks}) => blocks.some((index) => holdsTask(index, boxes))).length
  return isHabit(held, own.length - held)
}

/** What a Priority line right below the heading says; with an implicit item the line is that item's. */
function fieldPriority({items, blocks}: SectionDraft, known: Known, {boxes, context, scale}: Sources): string | null {
  if (items.some(({heading}) => heading === null)) return null
  const fields = fieldsOf(blocks, boxes).filter(({name}) => name === 'priority')
  return fields.length === 0 ? null : readItemFields(fields, context, scale, known).fieldPriority
}

/** What references call items by. A number of a task counts where no item has it. */
function knownOf(drafts: readonly SectionDraft[], {boxes}: Pick<Sources, 'boxes'>): Known {
  const [known, ofTasks] = [new Map<string, string>(), new Map<string, string>()]
  const byTitle = new Map<string, string | null>()
  for (const draft of drafts)
    for (const {heading, blocks} of draft.items) {
      const id = idOf(heading ?? draft)
      known.set(id, id)
      if (heading !== null && heading.number !== null) {
        const name = slug(heading.title, '')
        byTitle.set(name, byTitle.has(name) ? null : id)
      }
      for (const {number} of tasksOf(blocks, boxes)) if (number !== null && !ofTasks.has(number)) ofTasks.set(number, id)
    }
  for (const [name, id] of byTitle) if (name !== '' && id !== null && !known.has(name)) known.set(name, id)
  for (const [number, id] of ofTasks) if (!known.has(number)) known.set(number, id)
  return known
}
