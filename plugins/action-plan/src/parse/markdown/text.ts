import {problem} from '../../model/problem.ts'
import type {RuleId} from '../../model/rules.ts'
import type {Context} from '../context.ts'

const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?:$|\s)/
/** A character without width before a bullet, a number sign or a box: what is seen there is no list item, no heading, no task. */
const HIDING =
  /^(?:[^\S\uFEFF]|>)*(?:(?:[-*+]|\d{1,9}[.)])[^\S\uFEFF]+)?[\u200B-\u200F\u061C\u2060\uFEFF]+(?=[^\S\uFEFF]*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\[[ xX]\]))/
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/
/** Most lines have none of what is looked for one by one. */
const ODD = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD]/
const CONTROL = /[\u0001-\u0008\u000B-\u001F\u007F-\u009F]/

const code = (character: string): string => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
const NAMES: Readonly<Record<string, string>> = {
  '\u0007': 'BEL',
  '\u0008': 'backspace',
  '\u001B': 'ESC',
  '\u007F': 'DEL',
  '\u009B': 'CSI',
  '\u202D': 'left-to-right override',
  '\u202E': 'right-to-left override',
}
const named = (character: string): string => `${code(character)}${NAMES[character] === undefined ? '' : ` (${NAMES[character]})`}`

type Found = readonly [rule: RuleId, column: number, reason: string, fix: string]

/** The line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length
}

/** Says what no Markdown reader says: bytes that are no text, text that steers or reorders itself, unresolved merges. `lines` are those of the file; those in `malformed` held bytes that are not UTF-8. */
export function inspectText(lines: readonly string[], malformed: ReadonlySet<number>, context: Context): void {
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
  lines.forEach((text, index) => {
    const line = index + 1
    if (!resolved && CONFLICT.test(text))
      context.report(
        problem(
          'text/conflict-marker',
          {line, column: 1},
          `unexpected merge marker "${text.slice(0, 7)}"`,
          'resolve the merge, then delete its markers',
        ),
      )
    for (const [rule, column, reason, fix] of [...hiding(text), ...odd(text, malformed.has(line))])
      context.report(problem(rule, {line, column}, reason, fix))
  })
}

function hiding(text: string): readonly Found[] {
  const found = HIDING.exec(text)?.[0]
  if (found === undefined) return []
  const at = found.search(/[\u200B-\u200F\u061C\u2060\uFEFF]/)
  return [
    [
      'text/hidden-character',
      at + 1,
      `unexpected hidden character ${code(found[at] ?? '')}: behind it Markdown sees no list, heading or box`,
      'delete the character',
    ],
  ]
}

/** The first of each kind on a line. */
function odd(text: string, malformed: boolean): readonly Found[] {
  if (!ODD.test(text)) return []
  const found: Found[] = []
  const nul = text.indexOf('\u0000')
  if (nul !== -1)
    found.push(['text/nul', nul + 1, 'unexpected NUL character, expected text', 'delete the character; save the file as UTF-8 text'])
  const control = text.search(CONTROL)
  if (control !== -1)
    found.push([
      'text/control-character',
      control + 1,
      `unexpected control character ${named(text[control] ?? '')}, expected text`,
      'delete the character',
    ])
  const lost = text.indexOf('\uFFFD')
  if (lost !== -1)
    found.push(
      malformed
        ? [
            'text/invalid-utf-8',
            lost + 1,
            'bytes here are not UTF-8; shown as U+FFFD',
            'write the character again and save the file as UTF-8',
          ]
        : [
            'text/replacement-character',
            lost + 1,
            'U+FFFD stands for a character that was lost when the text was converted; the file is valid UTF-8',
            'write the character that belongs here',
          ],
    )
  return [...found, ...direction(text)]
}

/** An override, or a direction that is not closed on its line, turns around what follows; one that is closed, what it encloses. */
function direction(text: string): readonly Found[] {
  const first = text.search(DIRECTION)
  if (first === -1) return []
  const override = text.search(/[\u202D\u202E]/)
  const open = unclosed(text)
  const turns = [override, open].filter((at) => at !== -1)
  if (turns.length === 0)
    return [
      [
        'text/hidden-character',
        first + 1,
        `unexpected hidden character ${code(text[first] ?? '')}, which reorders the text around it`,
        'delete the character',
      ],
    ]
  const at = Math.min(...turns)
  const character = text[at] ?? ''
  return [
    [
      'text/bidi-control',
      at + 1,
      `unexpected ${named(character)}${at === override ? '' : ', not closed on its line'}: what follows is shown in another order than it is read`,
      at === override ? 'delete the character' : `delete the character, or close it with ${character < '\u2066' ? 'U+202C' : 'U+2069'}`,
    ],
  ]
}

/** Where the first direction begins that its line does not end; -1 when there is none. */
function unclosed(text: string): number {
  const open: {readonly at: number; readonly isolate: boolean}[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string
    if (/[\u202A\u202B\u2066-\u2068]/.test(character)) open.push({at, isolate: character >= '\u2066'})
    else if (character === '\u202C' && open.at(-1)?.isolate === false) open.pop()
    else if (character === '\u2069') {
      // It ends what was opened inside its isolate too.
      const own = open.findLastIndex(({isolate}) => isolate)
      if (own !== -1) open.splice(own)
    }
  }
  return open[0]?.at ?? -1
}
