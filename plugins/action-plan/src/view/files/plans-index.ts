import {INDEX_VERSION, type IndexedPlan, type PlansIndex, type PlansIndexSummary} from '../../model/plans-index.ts'
import type {Output} from '../../model/output.ts'
import {toJsonText} from '../../model/text.ts'

/** The file that lists many plans, and the small one beside it that open pages ask for first. */
export const INDEX_FILE = 'plans.json'
const INDEX_SUMMARY_FILE = 'plans.summary.json'
const INDEX_TYPE = 'application/json; charset=utf-8'

/** An index of plans as its two files, the small one last: whoever sees it finds the index that it names. */
export function toIndexFiles(
  plans: readonly IndexedPlan[],
  madeBy: string,
  checkedAt: string,
  hash: (text: string) => string,
): readonly Output[] {
  const index: PlansIndex = {schemaVersion: INDEX_VERSION, madeBy, plans}
  const body = toJsonText(index)
  const summary: PlansIndexSummary = {schemaVersion: INDEX_VERSION, digest: hash(body).slice(0, 32), checkedAt}
  return [
    {path: INDEX_FILE, type: INDEX_TYPE, body},
    {path: INDEX_SUMMARY_FILE, type: INDEX_TYPE, body: toJsonText(summary)},
  ]
}
