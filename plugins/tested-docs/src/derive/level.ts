import type {Level} from '../model/level.ts'
import type {Block} from '../model/page.ts'
import type {BlockResult} from '../model/result.ts'

/** Shares of the commands that must have been executed. */
const MOST = 3 / 4
const HALF = 1 / 2

/**
 * 1: every shell block is valid bash. 2: at least half of the commands were executed, and each ended and printed what the page says.
 * 3: at least three quarters, among them something under Roll back and a failure: one that the page shows,
 * or one that its rehearsal makes (`refuses`).
 */
export const level = (blocks: readonly Block[], results: readonly BlockResult[], syntaxIsValid: boolean, refuses = false): Level => {
  if (!syntaxIsValid) return 0
  const passed = new Set(results.filter((result) => result.verdict === 'passed').map((result) => result.id))
  const commands = blocks.filter((block) => block.kind !== 'file')
  const executed = commands.filter((block) => passed.has(block.id))
  if (
    results.some((result) => result.verdict === 'failed' || result.verdict === 'not-executed') ||
    executed.length === 0 ||
    executed.length < commands.length * HALF
  )
    return 1
  const rolledBack = executed.some((block) => block.section === 'Roll back')
  return executed.length >= commands.length * MOST && rolledBack && (refuses || executed.some((block) => block.fails)) ? 3 : 2
}
