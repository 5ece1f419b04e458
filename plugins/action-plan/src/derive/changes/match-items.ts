import type {Item, Plan, Section} from '../../model/plan.ts'
import {match, type Matching} from './match.ts'

/** An item and the section it stands in. */
export interface Placed {
  readonly item: Item
  readonly section: Section
}

const itemsOf = (plan: Plan): readonly Placed[] => plan.sections.flatMap((section) => section.items.map((item) => ({item, section})))

/** Which section of one revision is which of the other. */
export function matchSections(a: Plan, b: Plan): Matching<Section> {
  return match(a.sections, b.sections, ({number, title, items}) => ({number, title, parts: items.map((item) => item.title)}))
}

/** Which item of one revision is which of the other; `sections` are already matched. */
export function matchItems(a: Plan, b: Plan, sections = matchSections(a, b)): Matching<Placed> {
  const items = match(itemsOf(a), itemsOf(b), ({item, section}) => ({
    number: item.number,
    title: item.title,
    parts: item.tasks.map(({text}) => text),
    home: section.title,
  }))
  return withoutStrangers(items, sections)
}

/** Two items in sections that are not the same are two, one that went and one that came, when they may not be the same or have neither their title nor half of their tasks in common. */
function withoutStrangers({pairs, gone, come}: Matching<Placed>, sections: Matching<Section>): Matching<Placed> {
  const same = new Map(sections.pairs.map(({before, after}) => [before, after]))
  const areStrangers = ({before, after, doubt}: Matching<Placed>['pairs'][0]): boolean =>
    same.get(before.section) !== after.section && (doubt !== null || (before.item.title !== after.item.title && !shareTasks(before, after)))
  const strangers = pairs.filter(areStrangers)
  if (strangers.length === 0) return {pairs, gone, come}
  return {
    pairs: pairs.filter((pair) => !areStrangers(pair)),
    gone: [...gone, ...strangers.map(({before}) => before)],
    come: [...come, ...strangers.map(({after}) => after)],
  }
}

/** Whether half of the tasks of the item with fewer are in the other, too. */
function shareTasks(before: Placed, after: Placed): boolean {
  const [one, other] = [before, after].map(({item}) => new Set(item.tasks.map(({text}) => text))) as [Set<string>, Set<string>]
  const shared = [...one].filter((text) => other.has(text)).length
  return shared > 0 && shared * 2 >= Math.min(one.size, other.size)
}
