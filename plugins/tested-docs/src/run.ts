import {result} from './derive/result.ts'
import type {Complaint} from './model/complaint.ts'
import {FIXTURES, type FixtureName} from './model/fixture.ts'
import type {Page} from './model/page.ts'
import type {BlockResult, Result} from './model/result.ts'
import {syntaxError} from './source/syntax.ts'
import {perform} from './perform.ts'
import {STARTS} from './source/fixtures/index.ts'
import {ENVIRONMENT, hasCommand, missing, versions} from './source/machine.ts'
import {closeSandbox, openSandbox, type Sandbox, type ShellName} from './source/sandbox.ts'

export interface Ran {
  readonly result: Result
  readonly complaints: readonly Complaint[]
  /** What could not be torn down. */
  readonly left: readonly string[]
}

/** Runs one page in its own sandbox. `day` is the day that the result will carry. */
export const runPage = async (page: Page, day: string, shell: ShellName = 'bash'): Promise<Ran> => {
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
  const lacking = (await lacks(page.fixtures)) ?? (hasCommand(shell) ? null : `missing here: the command ${shell}`)
  const runs = page.blocks.some((block) => block.kind === 'run')
  if (!syntaxIsValid) because = 'a block is not valid bash'
  else if (runs && lacking !== null) because = lacking
  else if (runs) {
    for (const [index, situation] of (page.rehearsal?.situations ?? [{name: '', swaps: []}]).entries()) {
      const sandbox = openSandbox(page.id, ENVIRONMENT, shell)
      const where = situation.name === '' ? '' : `in the situation "${situation.name}": `
      try {
        because = await start(page.fixtures, sandbox)
        if (because !== null) break
        const performance = await perform(page, situation, sandbox, index === 0)
        for (const [id, verdict] of performance.verdicts) verdicts.set(id, verdict)
        complaints.push(...performance.complaints.map((complaint) => ({...complaint, reason: `${where}${complaint.reason}`})))
        if (complaints.length > 0) because = `${where}block "${complaints[0]?.block}" failed`
      } catch (error) {
        because = `${where}${error instanceof Error ? error.message : String(error)}`
      } finally {
        left.push(...(await closeSandbox(sandbox)))
      }
      if (because !== null) break
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
