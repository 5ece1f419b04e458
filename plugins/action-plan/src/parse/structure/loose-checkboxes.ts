import type {Place} from '../../model/place.ts'
import {problem, type Problem} from '../../model/problem.ts'
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

function problemOf({bullet, known, spaced}: LooseCheckbox, place: Place, goesOn: boolean): Problem {
  if (bullet === '')
    return problem('task/outside-list', place, 'a box without a bullet is not a task; not counted', 'put a bullet before it: "- [ ] text"')
  if (!known)
    return problem(
      'task/near-box',
      place,
      `"${bullet}" starts no list item in Markdown; not counted`,
      'write "- [ ] text" for an open task, "- [x] text" for a done one',
    )
  if (!spaced)
    return problem(
      'task/near-box',
      place,
      `"${bullet}[" looks like a task but is none in GitHub Flavored Markdown; not counted`,
      `put a space after the bullet: "${bullet} [ ] text"`,
    )
  if (/\d/.test(bullet) && goesOn)
    return problem(
      'task/list-not-started',
      place,
      `a list can interrupt a paragraph only at 1; "${bullet}" goes on with the text above; not counted`,
      'put an empty line before it',
    )
  return problem(
    'task/near-box',
    place,
    'this line goes on with the text above, so it is no task; not counted',
    'put an empty line before it, or indent it by 2 to 4 spaces under its parent',
  )
}
