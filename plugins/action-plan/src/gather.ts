import {asks, urls} from './derive/asks.ts'
import type {Ask, Evidence, Exhibit} from './model/exhibit.ts'
import type {Place} from './model/place.ts'
import {parsePlan} from './parse/plan.ts'
import {readFiles, type Bytes} from './source/evidence.ts'
import {askUrl, type Web} from './source/url.ts'

/** Reads the evidence that a plan names: every edge does it through here. Addresses are asked only when a way to ask them is given. */
export async function gatherEvidence(text: string, planPath: string, root: string, web: Web | null): Promise<Evidence> {
  const {plan} = parsePlan(text)
  const wanted = asks(plan, planPath)
  const [files, answers] = await Promise.all([
    wanted.length === 0 ? [] : exhibits(root, wanted),
    web === null ? [] : Promise.all(urls(plan).map((url) => askUrl(url, web))),
  ])
  return {files, urls: answers}
}

/** The readers of reports are loaded when there is one to read: most plans name none, and the command line starts fast. */
async function exhibits(root: string, wanted: readonly Ask[]): Promise<readonly Exhibit[]> {
  const [{readEvidence}, {numberAt}] = await Promise.all([import('./parse/evidence/evidence.ts'), import('./parse/evidence/number-at.ts')])
  const files = await readFiles(
    root,
    wanted.map(({path}) => path),
  )
  return files.map((file, index): Exhibit => {
    const {numbers, texts} = wanted[index] as Ask
    const facts = file.facts ?? readEvidence(file.text ?? '')
    return {
      ...kept(file),
      facts: facts.kind === 'json' ? {...facts, value: null} : facts.kind === 'text' ? {...facts, text: ''} : facts,
      numbers: facts.kind !== 'json' ? {} : Object.fromEntries(numbers.map((path) => [path, numberAt(facts.value, path)])),
      texts: Object.fromEntries(texts.map((part) => [part, placeIn(file.text ?? '', part)])),
    }
  })
}

const kept = ({path, state, last}: Bytes): Pick<Exhibit, 'path' | 'state' | 'commit' | 'committedAt'> => ({
  path,
  state,
  commit: last?.commit ?? null,
  committedAt: last?.at ?? null,
})

/** Where a text first stands; null when it does not. */
function placeIn(text: string, part: string): Place | null {
  const at = text.indexOf(part)
  if (at === -1) return null
  const before = text.slice(0, at).split(/\r\n|\n|\r/)
  return {line: before.length, column: (before.at(-1) as string).length + 1}
}
