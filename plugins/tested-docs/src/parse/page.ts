import {FIXTURES, type FixtureName, isFixture} from '../model/fixture.ts'
import {isLevel} from '../model/level.ts'
import type {Block, Page} from '../model/page.ts'
import type {Problem} from '../model/problem.ts'
import {parseBlock} from './block.ts'
import {type Fence, fences} from './fences.ts'
import {parseFrontMatter} from './front-matter.ts'
import {parseInfo} from './info.ts'
import {pasteTrap} from './pasteable.ts'
import {parseRehearsal} from './rehearsal.ts'

/** The text of what the harness does around a page, and where it stands. */
export interface RehearsalFile {
  readonly path: string
  readonly text: string
}

/** A runbook's text → its blocks in order, and what is wrong with it. Never throws. */
export const parsePage = (
  path: string,
  text: string,
  hash: string,
  around: RehearsalFile | null = null,
): {page: Page; problems: Problem[]} => {
  const problems: Problem[] = []
  const say = (line: number, column: number, reason: string, fix: string): void =>
    void problems.push({place: {file: path, line, column}, reason, fix})
  const {data, body, trouble} = parseFrontMatter(text)
  if (trouble !== null) say(trouble.line, 1, trouble.reason, 'start the page with --- and valid YAML, closed by ---')
  const name = path.replace(/^.*\//, '').replace(/\.mdx?$/, '')
  if (data['id'] !== undefined && data['id'] !== name)
    say(lineOf(text, 'id'), 1, `id is "${String(data['id'])}"`, `the id is the file's name: ${name}`)

  const fixtures: FixtureName[] = []
  const asked: unknown = data['fixtures'] ?? []
  for (const one of Array.isArray(asked) ? (asked as unknown[]) : [asked])
    if (typeof one === 'string' && isFixture(one)) fixtures.push(one)
    else say(lineOf(text, 'fixtures'), 1, `unknown fixture "${String(one)}"`, `use any of ${Object.keys(FIXTURES).join(', ')}`)

  const level = (data['verification'] as {level?: unknown} | null | undefined)?.level
  if (!isLevel(level))
    say(
      lineOf(text, 'verification'),
      1,
      `verification level is ${JSON.stringify(level) ?? 'missing'}`,
      'write verification: {level: 0}, 1, 2 or 3',
    )

  const blocks = join(fences(body), (fence, reason, fix) => say(fence.line, fence.column, reason, fix))
  const seen = new Map<string, number>()
  for (const block of blocks) {
    const first = seen.get(block.id)
    if (first !== undefined)
      say(block.line, block.column, `id=${block.id} is taken by the block in line ${first}`, 'give each block its own id')
    else seen.set(block.id, block.line)
  }
  for (const block of blocks) {
    const trap = around === null || block.kind === 'file' ? null : pasteTrap(block.text)
    if (trap !== null) say(block.line, block.column, `block "${block.id}": ${trap.reason}`, trap.fix)
  }
  const rehearsed = around === null ? null : parseRehearsal(around.path, around.text, new Set(seen.keys()))
  problems.push(...(rehearsed?.problems ?? []))
  const title = typeof data['title'] === 'string' ? data['title'] : name
  return {
    page: {id: name, path, title, hash, fixtures, claim: isLevel(level) ? level : 0, blocks, rehearsal: rehearsed?.rehearsal ?? null},
    problems,
  }
}

/** Puts each ```text expect under the block before it. */
const join = (all: readonly Fence[], report: (fence: Fence, reason: string, fix: string) => void): Block[] => {
  const blocks: Block[] = []
  let before: Block | null = null
  for (const fence of all) {
    const info = parseInfo(fence.meta)
    if (fence.language === 'text' && !info.values.has('file')) {
      const expects = info.flags.has('expect')
      const last: Block | null = before
      before = null
      if (!expects && last === null) continue
      if (!expects)
        report(
          fence,
          `a text block after "${last?.id}" that is not compared with its output`,
          'write ```text expect, or put words between them',
        )
      else if (last === null)
        report(fence, 'an expected output without a block that runs directly before it', 'move it under its ```bash run block')
      else {
        const lines = fence.text.split('\n')
        if (lines.every((line) => line.trim() === '' || line.trim() === '…'))
          report(fence, 'an expected output that every output matches', 'write at least one line of it')
        blocks[blocks.length - 1] = {...last, expected: {line: fence.line + 1, lines}}
      }
      continue
    }
    const block = parseBlock(fence, report)
    // Numbered, not named after its line: its result stays the same when a line is added above.
    if (block !== null)
      blocks.push(block.id === '' ? {...block, id: `no-run-${blocks.filter((one) => one.kind === 'no-run').length + 1}`} : block)
    before = block?.kind === 'run' ? block : null
  }
  return blocks
}

const lineOf = (text: string, key: string): number => {
  const index = text.split('\n').findIndex((line) => line.startsWith(`${key}:`))
  return index < 0 ? 1 : index + 1
}
