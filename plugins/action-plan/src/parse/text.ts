import {problem} from '../model/problem.ts'
import type {Context} from './context.ts'

const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?:$|\s)/
/** A character without width before a bullet, a number sign or a box: what is seen there is no list item, no heading, no task. */
const HIDING =
  /^(?:[^\S\uFEFF]|>)*(?:(?:[-*+]|\d{1,9}[.)])[^\S\uFEFF]+)?[\u200B-\u200F\u061C\u2060\uFEFF]+(?=[^\S\uFEFF]*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\[[ xX]\]))/
const ODD = /[\u0000\u202A-\u202E\u2066-\u2069\uFFFD]/

const code = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** Says what no Markdown reader says: NUL, text that reorders itself, unresolved merges. `lines` are those of the file. */
export function inspectText(lines: readonly string[], context: Context): void {
  if (lines.every((line) => line.trim() === '')) {
    context.report(
      problem(
        'text/empty',
        {line: 1, column: 1},
        'the file is empty, expected a plan',
        'write a heading and a list of tasks: "- [ ] text"',
      ),
    )
    return
  }
  const conflict = lines.findIndex((line) => line.startsWith('<<<<<<< ') || line === '<<<<<<<')
  const resolved = conflict === -1 || !lines.some((line, index) => index > conflict && line.startsWith('>>>>>>>') && CONFLICT.test(line))
  lines.forEach((line, index) => {
    if (!resolved && CONFLICT.test(line))
      context.report(
        problem(
          'text/conflict-marker',
          {line: index + 1, column: 1},
          `unexpected merge marker "${line.slice(0, 7)}"`,
          'resolve the merge, then delete its markers',
        ),
      )
    const hiding = HIDING.exec(line)?.[0]
    if (hiding !== undefined) {
      const at = hiding.search(/[\u200B-\u200F\u061C\u2060\uFEFF]/)
      context.report(
        problem(
          'text/hidden-character',
          {line: index + 1, column: at + 1},
          `unexpected hidden character U+${code(hiding[at] ?? '')}: behind it Markdown sees no list, heading or box`,
          'delete the character',
        ),
      )
    }
    const odd = ODD.exec(line)?.[0]
    if (odd === undefined) return
    const place = {line: index + 1, column: line.indexOf(odd) + 1}
    if (odd === '\u0000')
      context.report(
        problem('text/nul', place, 'unexpected NUL character, expected text', 'delete the character; save the file as UTF-8 text'),
      )
    else if (odd === '\uFFFD')
      context.report(
        problem(
          'text/invalid-utf-8',
          place,
          'unexpected replacement character: bytes here are or were not UTF-8',
          'save the file as UTF-8 and restore the character',
        ),
      )
    else
      context.report(
        problem(
          'text/hidden-character',
          place,
          `unexpected hidden character U+${code(odd)}, which reorders the text around it`,
          'delete the character',
        ),
      )
  })
}
