import {judge} from './derive/judge.ts'
import {result} from './derive/result.ts'
import {toScript} from './derive/script.ts'
import type {Complaint} from './model/complaint.ts'
import {FIXTURES, type FixtureName} from './model/fixture.ts'
import type {Page} from './model/page.ts'
import type {BlockResult, Result} from './model/result.ts'
import {execute, syntaxError} from './source/execute.ts'
import {STARTS} from './source/fixtures/index.ts'
import {ENVIRONMENT, missing, versions} from './source/machine.ts'
import {closeSandbox, openSandbox, type Sandbox} from './source/sandbox.ts'

export interface Ran {
  readonly result: Result
  readonly complaints: readonly Complaint[]
  /** What could not be torn down. */
  readonly left: readonly string[]
}

/** Runs one page in its own sandbox. `day` is the day that the result will carry. */
export const runPage = async (page: Page, day: string): Promise<Ran> => {
  const began = performance.now()
  const complaints: Complaint[] = []
  const verdicts = new Map<string, BlockResult>()
  const left: string[] = []
  let because: string | null = null

  for (const block of page.blocks) {
    const error = block.kind === 'file' ? null : await syntaxError(block.text)
    if (error !== null)
      complaints.push({
        block: block.id,
        place: {file: page.path, line: block.line, column: block.column},
        reason: `not valid bash: ${error}`,
        output: '',
      })
  }
  const syntaxIsValid = complaints.length === 0
  const lacking = await lacks(page.fixtures)
  const runs = page.blocks.some((block) => block.kind === 'run')
  if (!syntaxIsValid) because = 'a block is not valid bash'
  else if (runs && lacking !== null) because = lacking
  else if (runs) {
    const sandbox = openSandbox(page.id, ENVIRONMENT)
    try {
      because = await start(page.fixtures, sandbox)
      if (because === null) {
        await execute(page, toScript(page), sandbox, ({index, status, output}) => {
          const block = page.blocks[index]
          if (block === undefined) return false
          const complaint = judge(page, block, status, output)
          verdicts.set(block.id, {
            id: block.id,
            line: block.line,
            verdict: complaint === null ? 'passed' : 'failed',
            because: complaint === null ? null : complaint.reason,
          })
          if (complaint !== null) complaints.push(complaint)
          return complaint === null
        })
        if (complaints.length > 0) because = `block "${complaints[0]?.block}" failed`
        else if (page.blocks.some((block) => block.kind !== 'no-run' && !verdicts.has(block.id)))
          because = silent(page, verdicts, complaints)
      }
    } catch (error) {
      because = String(error instanceof Error ? error.message : error)
    } finally {
      left.push(...(await closeSandbox(sandbox)))
    }
  }
  const blocks = page.blocks.map(
    (block): BlockResult =>
      verdicts.get(block.id) ?? {
        id: block.id,
        line: block.line,
        verdict: block.kind === 'no-run' ? 'no-run' : 'not-executed',
        because: block.kind === 'no-run' ? block.reason : (because ?? 'not reached'),
      },
  )
  const used = verdicts.size > 0 ? await versions(page.fixtures) : {}
  return {
    result: result(page, {blocks, versions: used, seconds: (performance.now() - began) / 1000, because, syntaxIsValid, day}),
    complaints,
    left,
  }
}

/** A page whose script ended early without a complaint: `exit` in a block. */
const silent = (page: Page, verdicts: Map<string, BlockResult>, complaints: Complaint[]): string => {
  const block = page.blocks.find((one) => one.kind !== 'no-run' && !verdicts.has(one.id))
  if (block === undefined) return 'the page ended early'
  const reason = 'not reached: the shell ended before it'
  verdicts.set(block.id, {id: block.id, line: block.line, verdict: 'failed', because: reason})
  complaints.push({block: block.id, place: {file: page.path, line: block.line, column: block.column}, reason, output: ''})
  return `block "${block.id}" was not reached`
}

const lacks = async (names: readonly FixtureName[]): Promise<string | null> => {
  const found = new Set<string>()
  for (const name of names) for (const thing of await missing(name)) found.add(thing)
  return found.size === 0 ? null : `missing here: ${[...found].join(', ')}`
}

const start = async (names: readonly FixtureName[], sandbox: Sandbox): Promise<string | null> => {
  // In the order of the table, not of the page: an authority before what it certifies.
  for (const name of Object.keys(FIXTURES) as FixtureName[]) {
    const fixture = STARTS[name]
    if (fixture === undefined || !names.includes(name)) continue
    try {
      await fixture(sandbox)
    } catch (error) {
      return `${FIXTURES[name].says} could not be started: ${error instanceof Error ? error.message : String(error)}`
    }
  }
  return null
}
