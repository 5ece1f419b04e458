import {contradictions, dropped, keepsCommitted} from './derive/result.ts'
import type {Page} from './model/page.ts'
import type {Ran} from './run.ts'
import {readResult, writeResult} from './source/pages.ts'
import {toComplaint} from './view/terminal.ts'

export interface Ways {
  /** Write nothing, and compare with what is committed. */
  readonly check?: true
  /** Steps may be gone. */
  readonly accept?: true
  readonly folder: string
}

/** Writes or checks the result of one run; returns what is wrong, a line each. A page that lost a step keeps its old result. */
export const settle = async (
  page: Page,
  {result, complaints, left}: Ran,
  siteDir: string,
  {check, accept, folder}: Ways,
): Promise<string[]> => {
  const committed = readResult(siteDir, folder, result.id)
  const found = [
    ...complaints.map(toComplaint),
    ...left.map((thing) => `${result.page}:1:1 left behind: ${thing}; fix the page's "Clean up" or the fixture's undo`),
  ]
  if (result.verdict === 'failed' && complaints.length === 0) found.push(`${result.page}:1:1 ${result.because}; fix the page`)
  if (check) {
    const fix = `run \`npm run runbooks -- ${result.id}\` and commit the result`
    return [...found, ...contradictions(committed, result).map((reason) => `${result.page}:1:1 ${reason}; ${fix}`)]
  }
  const gone = accept ? [] : dropped(committed, page)
  for (const {id, line} of gone)
    found.push(
      `${result.page}:${line}:1 block "${id}": executed by the last run, now gone or not run; put it back, or add --accept when that is meant`,
    )
  if (gone.length === 0 && !keepsCommitted(committed, result)) await writeResult(siteDir, folder, result)
  return found
}
