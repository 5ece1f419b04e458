import type {Place} from '../../model/place.ts'
import type {Ledger, Section} from '../../model/plan.ts'
import type {Checkboxes} from './checkboxes.ts'

/** What was counted and what was not, in the order of the file. `legend` are the boxes that explain marks. */
export function makeLedger(sections: readonly Section[], boxes: Checkboxes, legend: readonly Place[]): Ledger {
  const counted: Ledger['counted'][number][] = []
  for (const {items} of sections)
    for (const {id, tasks} of items)
      for (const {line, column, mark, cell} of tasks)
        counted.push({line, column, mark, item: id, ...(cell === undefined ? {} : {kind: 'row' as const})})
  const explained = legend.map(({line, column}) => ({line, column, reason: 'legend' as const}))
  return {gfm: boxes.gfm, counted: counted.sort(byPlace), ignored: [...boxes.ignored, ...explained].sort(byPlace)}
}

const byPlace = (a: Place, b: Place): number => a.line - b.line || a.column - b.column
