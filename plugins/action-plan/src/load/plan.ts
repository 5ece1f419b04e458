import type {FoundRevision} from '../model/history.ts'
import {parseSettings} from '../parse/structure/plan.ts'
import type {Inputs} from '../report.ts'
import {sourceOf} from '../source/commit.ts'
import type {FilePast} from '../source/history.ts'

const NO_HISTORY: FoundRevision = {state: 'unavailable', cause: {code: 'standard-input', facts: {}}}

/** What a report is made of beside the clock and the evidence, gathered in one way by the site's build, the development server and the command line. `past` is null for standard input. */
export async function gather(past: FilePast | null, path: string, text: string): Promise<Omit<Inputs, 'now' | 'today' | 'evidence'>> {
  const revision = parseSettings(text).baseline
  const [source, baseline] = await Promise.all([
    past === null ? sourceOf(null, path) : past.source(path),
    revision === null ? null : past === null ? NO_HISTORY : past.textAt(revision),
  ])
  return {text, source, baseline}
}
