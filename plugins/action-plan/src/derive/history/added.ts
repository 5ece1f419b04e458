import type {Plan} from '../../model/plan.ts'
import {matchItems} from '../changes/match-items.ts'

/** When the items of a plan came into it, found as its revisions are read, oldest first. What the first revision holds may be older than the history: it has no day. */
export function additions(): {keep(plan: Plan, day: string): void; added(): readonly (readonly [id: string, day: string])[]} {
  let before: Plan | null = null
  let known: ReadonlyMap<string, string> = new Map()
  return {
    keep(plan, day) {
      if (before !== null && headings(before) !== headings(plan)) {
        const {pairs, come} = matchItems(before, plan)
        known = new Map([
          ...pairs.flatMap((pair): readonly (readonly [string, string])[] => {
            const since = known.get(pair.before.item.id)
            return since === undefined ? [] : [[pair.after.item.id, since]]
          }),
          ...come.map(({item}): readonly [string, string] => [item.id, day]),
        ])
      }
      before = plan
    },
    added: () => [...known],
  }
}

/** Most revisions leave the items what they are: then nothing has to be matched. */
const headings = ({sections}: Plan): string =>
  JSON.stringify(sections.map(({title, items}) => [title, items.map(({id, title: name}) => [id, name])]))
