import type {Place} from '../../model/place.ts'
import type {Item, Section} from '../../model/plan.ts'
import {problem} from '../../model/problem.ts'
import {slug, unique} from './anchor.ts'
import type {Context} from '../context.ts'
import {inspectStatus, readItemFields} from './item.ts'
import type {Block} from '../markdown/blocks.ts'
import type {OutlineNode} from './outline.ts'
import type {PriorityScale} from '../values/priority.ts'
import {fieldsOf, tasksOf, type Checkboxes} from './task.ts'

/** A section before it is named for good: its heading (null for tasks before any heading) and the headings of its items. */
export interface SectionDraft {
  readonly node: OutlineNode
  readonly title: string
  readonly place: Place
  readonly items: ItemDraft[]
}
export interface ItemDraft {
  readonly node: OutlineNode
  /** Headings inside the item: their tasks are the item's. */
  readonly children: OutlineNode[]
  readonly implicit: boolean
}

/** Gives sections and items their ids, priorities, fields and tasks. */
export function makeSections(
  drafts: readonly SectionDraft[],
  blocks: readonly Block[],
  boxes: Checkboxes,
  scale: PriorityScale,
  context: Context,
): readonly Section[] {
  const sectionId = unique()
  const itemId = unique()
  const firstWith = new Map<string, Place>()
  const ids = new Set(drafts.flatMap(({items}) => items.map(({node}) => node.text?.number ?? slug(node.text?.title ?? '', 'item'))))
  return drafts.map((draft) => {
    const {node, title, place} = draft
    const number = node.text?.number ?? null
    const id = sectionId(number ?? slug(title, 'section'))
    const fields = fieldsOf(node, boxes)
    const stated = readItemFields(
      draft.items.some(({implicit}) => implicit) ? [] : fields.filter(({name}) => name === 'priority'),
      context,
      scale,
      ids,
    )
    const priority = stated.fieldPriority ?? node.text?.priority ?? null
    const items = draft.items.map((item) => makeItem(item, {id, priority, title, place}, number))
    inspectNumbers(items, context)
    return {id, number, title, anchor: node.anchor, priority, items, line: place.line, column: place.column}
  })

  function makeItem({node, children: inner, implicit}: ItemDraft, section: SectionFacts, sectionNumber: string | null): Item {
    const nodes = [node, ...inner]
    const heading = implicit ? null : node.heading
    const place: Place = heading === null ? section.place : {line: heading.line, column: heading.column}
    const number = implicit ? null : (node.text?.number ?? null)
    const title = implicit ? section.title : (node.text?.title ?? section.title)
    const id = itemId(implicit ? section.id : (number ?? slug(title, 'item')))
    if (number !== null) inspectNumber(number, id, place, sectionNumber)
    const {fieldPriority, statedAt, ...fields} = readItemFields(
      nodes.flatMap((part) => fieldsOf(part, boxes)),
      context,
      scale,
      ids,
    )
    const own = fieldPriority ?? (implicit ? null : (node.text?.priority ?? null))
    if (fieldPriority !== null && !implicit && node.text?.priority != null && node.text.priority !== fieldPriority)
      context.report(
        problem(
          'priority/conflict',
          place,
          `the heading says ${node.text.priority}, the Priority line ${fieldPriority}; the line counts`,
          'keep one of them',
        ),
      )
    const tasks = nodes.flatMap((part) => tasksOf(part, boxes))
    if (tasks.length === 0 && !implicit) inspectTaskless(nodes, place, fields)
    inspectStatus({...fields, tasks}, statedAt.get('status'), context)
    return {
      id,
      number,
      title,
      anchor: implicit ? null : node.anchor,
      implicit,
      ownPriority: own,
      priority: own ?? section.priority,
      ...fields,
      tasks,
      ...place,
    }
  }

  function inspectNumber(number: string, id: string, place: Place, sectionNumber: string | null): void {
    const before = firstWith.get(number)
    if (before === undefined) firstWith.set(number, place)
    else
      context.report(
        problem(
          'item/duplicate-number',
          place,
          `a second item ${number}; the first is on line ${before.line}; this one is called ${id}`,
          'give it a number of its own',
        ),
      )
    if (sectionNumber !== null && number.includes('.') && !number.startsWith(`${sectionNumber}.`))
      context.report(
        problem(
          'item/wrong-section',
          place,
          `item ${number} stands in section ${sectionNumber}`,
          `renumber it, or move it to section ${number.split('.')[0] ?? ''}`,
        ),
      )
  }

  /** An item without a task. Of bullets without boxes its author may believe that they count; dates keep it open for ever. */
  function inspectTaskless(nodes: readonly OutlineNode[], place: Place, {duration, due}: Pick<Item, 'duration' | 'due'>): void {
    const bullets = nodes
      .flatMap(({blocks: own}) => own)
      .filter((index) => {
        const block = blocks[index]
        return block?.type === 'item' && (boxes.fields.get(index)?.length ?? 0) === 0
      })
    if (bullets.length > 0)
      context.report(
        problem(
          'item/no-boxes',
          place,
          `no tasks: its ${bullets.length} bullet${bullets.length === 1 ? ' has no box' : 's have no boxes'}`,
          'write "- [ ] text" for what is to be done',
        ),
      )
    else if (duration !== null || due !== null)
      context.report(
        problem(
          'item/no-tasks',
          place,
          `no tasks, and ${due === null ? `a duration ("${duration?.text ?? ''}")` : `a due date (${due.date})`}: nothing can show that it is done`,
          'write "- [ ] text" for what is to be done',
        ),
      )
  }
}

type SectionFacts = {readonly id: string; readonly priority: string | null; readonly title: string; readonly place: Place}

function inspectNumbers(items: readonly Item[], context: Context): void {
  let last: {stem: string; n: number} | null = null
  for (const {number, line, column} of items) {
    if (number === null) continue
    const dot = number.lastIndexOf('.')
    const here = {stem: number.slice(0, dot + 1), n: Number(number.slice(dot + 1))}
    if (last !== null && last.stem === here.stem && here.n > last.n + 1)
      context.report(
        problem('item/skipped-number', {line, column}, `${number} follows ${last.stem}${last.n}`, 'renumber, if nothing is missing'),
      )
    last = here
  }
}
