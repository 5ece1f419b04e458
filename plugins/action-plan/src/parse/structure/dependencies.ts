import {firstOfEach} from '../../model/list.ts'
import type {Item, Reference, Section} from '../../model/plan.ts'
import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import {mentioned, type Known, type Mention} from '../values/reference.ts'
import {slug} from './anchor.ts'
import type {DraftHeading, SectionDraft} from './draft.ts'

/** So many names are looked up in a plan: one word can stand for all items of a section, and each of them for all of another. */
const MOST = 200_000

/** The items with what they wait for, each once: ranges with all between, and the items of sections that are named. `drafts` are those of the sections. */
export function withDependencies(
  sections: readonly Section[],
  drafts: readonly SectionDraft[],
  known: Known,
  context: Context,
): readonly Section[] {
  if (sections.every(({items}) => items.every(({dependsOn}) => dependsOn.length === 0))) return sections
  const groups = groupsOf(drafts)
  let left = MOST
  const resolved = (item: Item, own: SectionDraft | undefined): Item => {
    if (item.dependsOn.length === 0) return item
    const found = new Map<string, Reference>()
    for (const mention of firstOfEach(item.dependsOn, asWritten)) {
      const {title, line, column} = mention
      for (const name of mentioned(mention)) {
        const id = title === null ? (known.get(name) ?? name) : name
        const items = known.has(id) ? null : itemsOf(groups, id, own)
        for (const one of items ?? [id]) {
          // The names that follow are left out: it is told once, where it begins.
          if (left-- === 0) context.report(problem('depends/too-many', mention, {limit: MOST}))
          if (left < 0) return {...item, dependsOn: [...found.values()]}
          if (!found.has(one)) found.set(one, {id: one, title: items === null ? title : null, line, column})
        }
      }
    }
    const all = [...found.values()]
    return isAsWritten(item.dependsOn, all) ? item : {...item, dependsOn: all}
  }
  return sections.map((section, at) => {
    const items = section.items.map((item) => resolved(item, drafts[at]))
    return items.every((item, index) => item === section.items[index]) ? section : {...section, items}
  })
}

const asWritten = ({id, through}: Mention): string => (through === undefined ? id : `${id} ${through}`)

/** Whether every mention is one reference: then the item stays the same object, which nobody has to look at again. */
const isAsWritten = (mentions: readonly Mention[], found: readonly Reference[]): boolean =>
  mentions.length === found.length && mentions.every(({id, through}, at) => through === undefined && id === found[at]?.id)

/** The items of each section by the ids of references to it: its number, its title as a slug, and what stands before a sign in that ("Phase 1" of "Phase 1: Base"). Null for a name that two have. */
type Groups = ReadonlyMap<string, {readonly draft: SectionDraft; readonly items: readonly string[]} | null>
function groupsOf(drafts: readonly SectionDraft[]): Groups {
  const found = new Map<string, {readonly draft: SectionDraft; readonly items: readonly string[]} | null>()
  for (const draft of drafts) {
    const {number, title, items} = draft
    const group = {draft, items: items.map(({heading}) => idOf(heading ?? draft))}
    const titles = [title, title.split(/[:(（：]/u, 1)[0] ?? '', ...(number === null ? [] : [`section ${number}`])]
    for (const name of new Set([...titles.map((one) => slug(one, '')), number ?? '']))
      if (name !== '') found.set(name, found.has(name) ? null : group)
  }
  return found
}

/** "Depends on: Phase 1" waits for every item of that section, unless it is the own one; null for what is no other section. */
function itemsOf(groups: Groups, name: string, own: SectionDraft | undefined): readonly string[] | null {
  const group = groups.get(name) ?? null
  return group === null || group.draft === own || group.items.length === 0 ? null : group.items
}

/** What references call an item by. */
export function idOf({number, title}: DraftHeading): string {
  return number ?? slug(title, 'item')
}
