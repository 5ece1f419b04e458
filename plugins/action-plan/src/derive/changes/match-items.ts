import type {Item, Phase, Plan, Section} from '../../model/plan.ts'
import {match, type Match, type Matching} from './match.ts'
import {matchTasks} from './match-tasks.ts'

/** An item and the section it stands in. */
export interface Placed {
  readonly item: Item
  readonly section: Section
}

/** Which section of one revision is which of the other. Of several with the same title, what stands right under them says which is which. */
export function matchSections(a: Plan, b: Plan): Matching<Section> {
  return match(a.sections, b.sections, ({number, title, items}) => ({
    number,
    title,
    parts: items.flatMap((item) => (item.implicit ? [] : [item.title])),
    otherParts: items.flatMap(({implicit, tasks}) => (implicit ? tasks.map(({text}) => text) : [])),
  }))
}

/** Which item of one revision is which of the other; `sections` are already matched. */
export function matchItems(a: Plan, b: Plan, sections = matchSections(a, b)): Matching<Placed> {
  const implicit = matchImplicit(sections)
  const taken = new Set(implicit.flatMap(({before, after}) => [before.item, after.item]))
  const itemsOf = (plan: Plan): readonly Placed[] =>
    plan.sections.flatMap((section) => section.items.flatMap((item) => (taken.has(item) ? [] : [{item, section}])))
  const homes = new Map(sections.pairs.flatMap(({before, after}, index) => [before, after].map((section) => [section, `same ${index}`])))
  const items = match(itemsOf(a), itemsOf(b), ({item, section}) => ({
    number: item.number,
    title: item.title,
    parts: item.tasks.map(({text}) => text),
    home: homes.get(section) ?? section.title,
  }))
  const [inA, inB] = [titlesOnce(a), titlesOnce(b)]
  const {pairs, gone, come} = withoutStrangers(items, sections, ({title}) => inA.has(title) && inB.has(title))
  return {pairs: [...implicit, ...pairs].sort((one, other) => one.after.item.line - other.after.item.line), gone, come}
}

/** Tasks that stand under no item are those of their section: they are not another item, whatever became of them. */
function matchImplicit({pairs}: Matching<Section>): readonly Match<Placed>[] {
  const implicitOf = (section: Section): readonly Placed[] =>
    section.items.filter(({implicit}) => implicit).map((item) => ({item, section}))
  return pairs.flatMap(({before: from, after: to, doubt}) => {
    const [[before], [after]] = [implicitOf(from), implicitOf(to)]
    return doubt !== null || before === undefined || after === undefined ? [] : [{before, after, doubt}]
  })
}

/** Two items in sections that are not the same are two, one that went and one that came, when they may not be the same or have too little in common. */
function withoutStrangers(
  {pairs, gone, come}: Matching<Placed>,
  sections: Matching<Section>,
  isOnly: (item: Item) => boolean,
): Matching<Placed> {
  const same = new Map(sections.pairs.map(({before, after}) => [before, after]))
  const areStrangers = ({before, after, doubt}: Match<Placed>): boolean =>
    same.get(before.section) !== after.section &&
    (doubt !== null || !((before.item.title === after.item.title && isOnly(before.item)) || shareTasks(before.item, after.item)))
  const strangers = pairs.filter(areStrangers)
  if (strangers.length === 0) return {pairs, gone, come}
  return {
    pairs: pairs.filter((pair) => !areStrangers(pair)),
    gone: [...gone, ...strangers.map(({before}) => before)],
    come: [...come, ...strangers.map(({after}) => after)],
  }
}

/** Titles that one item alone has: many plans have "Tests" in each section. */
function titlesOnce(plan: Plan): ReadonlySet<string> {
  const titles = plan.sections.flatMap(({items}) => items.map(({title}) => title))
  const again = new Set<string>()
  const seen = new Set<string>()
  for (const title of titles) (seen.has(title) ? again : seen).add(title)
  return new Set(titles.filter((title) => !again.has(title)))
}

/** Whether two items share half of the tasks of the one that has more; of items with the same title one task is enough. */
function shareTasks(before: Item, after: Item): boolean {
  const shared = matchTasks(before.tasks, after.tasks).pairs.filter(({doubt}) => doubt === null).length
  const enough = before.title === after.title ? 1 : Math.max(before.tasks.length, after.tasks.length) / 2
  return shared > 0 && shared >= enough
}

/** Which phase of one revision is which of the other: a phase that is the heading of a section goes where its section goes. */
export function matchPhases(a: Plan, b: Plan, sections = matchSections(a, b)): Matching<Phase> {
  const [inA, inB] = [ofSections(a), ofSections(b)]
  const headed = sections.pairs.flatMap(({before: from, after: to, doubt}) => {
    const [before, after] = [inA.get(from.id), inB.get(to.id)]
    return before === undefined || after === undefined ? [] : [{before, after, doubt}]
  })
  const taken = new Set(headed.flatMap(({before, after}) => [before, after]))
  const rest = (plan: Plan): readonly Phase[] => plan.phases.filter((phase) => !taken.has(phase))
  const {pairs, gone, come} = match(rest(a), rest(b), ({id, title, lines}) => ({number: id, title, parts: lines.map(({text}) => text)}))
  return {pairs: [...headed, ...pairs], gone, come}
}

const ofSections = ({phases}: Plan): ReadonlyMap<string, Phase> =>
  new Map(phases.flatMap((phase) => (phase.section === null ? [] : [[phase.section, phase] as const])))
