import type {Place} from '../../model/place.ts'
import type {Problem} from '../../model/problem.ts'
import {problem} from '../../rules/problem.ts'
import type {Context} from '../context.ts'
import type {TextLine} from '../markdown/blocks.ts'
import {looseCheckbox, type IgnoredBox, type LooseCheckbox} from './checkbox.ts'

/** Reports the boxes that start lines of something else than a list item, and returns them. `goesOn` tells that the lines go on with a list item. */
export function looseCheckboxes(lines: readonly TextLine[], goesOn: boolean, context: Context): readonly IgnoredBox[] {
  return lines.flatMap(({line, column, text}, index): readonly IgnoredBox[] => {
    const box = looseCheckbox(text)
    if (box === null) return []
    context.report(problemOf(box, {line, column}, goesOn || index > 0))
    return [{line, column, reason: box.bullet === '' ? 'no-bullet' : 'malformed'}]
  })
}

function problemOf({at, bullet, written, known, spaced}: LooseCheckbox, place: Place, goesOn: boolean): Problem {
  if (bullet === '') return problem('task/outside-list', place, {where: 'no-bullet'})
  const near = {...written, offset: at + written.offset}
  if (!known) return problem('task/near-box', place, {why: 'foreign-bullet', ...near})
  if (!spaced) return problem('task/near-box', place, {why: 'no-space-before', ...near})
  return /\d/.test(bullet) && goesOn
    ? problem('task/list-not-started', place, {bullet, atStart: near.offset === 0})
    : problem('task/near-box', place, {why: 'continues', ...near})
}
