import type {Finding} from '../problem.ts'
import type {Fence} from './fence.ts'

/** What a tool said about a line of a fence, as a finding of the page; `line` is 1-based within the fence. */
export function toFinding({line: start}: Fence, line: number, reason: string): Finding {
  return {line: start + line, column: 1, reason: reason.replace(/\s+/g, ' ').trim(), fix: 'fix the snippet, or take "check" away when it is not complete'}
}
