import type {FoundRevision} from '../model/history.ts'
import {parseSettings} from '../parse/structure/plan.ts'
import type {Inputs} from '../report.ts'
import {sourceOf} from '../source/commit.ts'
import {textAt} from '../source/history.ts'

const NO_HISTORY: FoundRevision = {state: 'unavailable', cause: {code: 'standard-input', facts: {}}}

/** What a report is made of beside the clock and the evidence, gathered in one way by the site's build, the development server and the command line. `file` is null for standard input. */
export async function gather(file: string | null, path: string, text: string): Promise<Omit<Inputs, 'now' | 'today' | 'evidence'>> {
  const revision = parseSettings(text).baseline
  const [source, baseline] = await Promise.all([
    sourceOf(file, path),
    revision === null ? null : file === null ? NO_HISTORY : textAt(file, revision),
  ])
  return {text, source, baseline}
}
