import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import type {VerbatimBlock} from '../markdown/blocks.ts'
import {cellBoxes, looseCheckbox, tagBox, type IgnoredBox, type Lines} from './checkbox.ts'

/** The boxes of a block of code, HTML or a table, none of which is a task. Those in code and comments are reported by `reportHidden`. */
export function verbatimCheckboxes(block: VerbatimBlock, {lines, before}: Lines, context: Context): readonly IgnoredBox[] {
  const own = lines.slice(block.line - 1 - before.lines, block.endLine - before.lines)
  if (block.type === 'table') return tableCheckboxes(block, own, context)
  const isComment = block.type === 'html' && (own[0] ?? '').trimStart().startsWith('<!--')
  inspectEnd(block, own, isComment && !own.some((text) => text.includes('-->')), context)
  return own.flatMap((text, index): readonly IgnoredBox[] => {
    const box = looseCheckbox(text) ?? (block.type === 'html' && !isComment ? tagBox(text) : null)
    if (box === null) return []
    const place = {line: block.line + index, column: box.at + 1}
    if (isComment || block.type !== 'html') return [{...place, reason: isComment ? 'comment' : 'code'}]
    context.report(problem('task/in-html', place, {}))
    return [{...place, reason: 'html'}]
  })
}

function tableCheckboxes(block: VerbatimBlock, rows: readonly string[], context: Context): readonly IgnoredBox[] {
  const found = rows.flatMap((row, index) => cellBoxes(row).map(({at, isChoice}) => ({line: block.line + index, column: at + 1, isChoice})))
  const told = found.filter(({isChoice}) => !isChoice)
  if (told[0] !== undefined) context.report(problem('task/outside-list', told[0], {where: 'table', count: told.length}))
  return found.map(({line, column}): IgnoredBox => ({line, column, reason: 'table'}))
}

function inspectEnd(block: VerbatimBlock, own: readonly string[], isOpenComment: boolean, context: Context): void {
  if (isOpenComment) context.report(problem('markdown/unclosed-comment', block, {endLine: block.endLine}))
  // One that holds no box and no heading changes no number.
  if (!block.closed && own.some((text, at) => at > 0 && (looseCheckbox(text) !== null || /^#{1,6}\s+\S/.test(text))))
    context.report(problem('markdown/unclosed-fence', block, {}))
}

/** Reports the boxes in code and in comments: once for each, at its first. */
export function reportHidden(ignored: readonly IgnoredBox[], context: Context): void {
  for (const where of ['code', 'comment'] as const) {
    const found = ignored.filter(({reason}) => reason === where)
    if (found[0] !== undefined) context.report(problem('task/in-code', found[0], {where, count: found.length}))
  }
}
