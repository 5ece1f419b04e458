import type {Complaint} from '../model/complaint.ts'
import type {Block, Page} from '../model/page.ts'
import {compare} from './compare.ts'

/** What is wrong with the way a block ended; null when it ended as the page says. `status` is null when its time was up. */
export const judge = (page: Page, block: Block, status: number | null, output: string): Complaint | null => {
  const at = (line: number, reason: string): Complaint => ({
    block: block.id,
    place: {file: page.path, line, column: line === block.line ? block.column : 1},
    reason,
    output,
  })
  if (status === null) return at(block.line, `still running after ${block.limitSeconds} s`)
  if (status !== block.exit) return at(block.line, `exit status ${status}, expected ${block.exit}`)
  const difference = compare(block.expected?.lines ?? [], output)
  if (difference === null) return null
  const line = block.expected === null ? block.line : block.expected.line + difference.index
  if (block.expected === null)
    return at(line, `printed ${quoted(difference.actual)}, expected no output (a \`\`\`text expect block would follow)`)
  if (difference.actual === null) return at(line, `the output ends before ${quoted(difference.expected)}`)
  return at(
    line,
    `printed ${quoted(difference.actual)}, expected ${difference.expected === null ? 'the end of the output' : quoted(difference.expected)}`,
  )
}

const quoted = (text: string | null): string => JSON.stringify(text ?? '')
