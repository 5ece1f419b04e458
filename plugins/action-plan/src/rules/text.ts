import {replace} from './edit.ts'
import {group, rule} from './rule.ts'

const NAMES: Readonly<Record<string, string>> = {
  '\u0007': 'BEL',
  '\u0008': 'backspace',
  '\u001B': 'ESC',
  '\u007F': 'DEL',
  '\u009B': 'CSI',
  '\u202D': 'left-to-right override',
  '\u202E': 'right-to-left override',
}
const code = (character: string): string => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
const named = (character: string): string => `${code(character)}${NAMES[character] === undefined ? '' : ` (${NAMES[character]})`}`
const DELETE = 'delete the character'

/** An HTML tag or an address that runs code, as it is quoted. */
export interface Html {
  readonly found: string
  readonly count: number
}

export const TEXT_RULES = group('The text', 'What the file contains, before Markdown is read.', {
  'text/empty': rule({
    severity: 'error',
    finds: 'The file holds no text.',
    help: 'Write a heading and a list of tasks, or name another file.',
    message: () => 'the file is empty, expected a plan',
    fix: () => 'write a heading and a list of tasks: "- [ ] text"',
  }),
  'text/invalid-utf-8': rule({
    severity: 'error',
    finds: 'Bytes that are not UTF-8.',
    help: 'Open the file in an editor at that column, put the right character back and save it as UTF-8. Until then each broken byte is shown as `U+FFFD`.',
    message: () => 'these bytes are not UTF-8; they are shown as U+FFFD',
    fix: () => 'write the character again and save the file as UTF-8',
  }),
  'text/replacement-character': rule<{readonly count?: number}>({
    severity: 'warning',
    finds: 'U+FFFD, which stands for a character that was lost before.',
    help: 'Write the character that belongs there. The file itself is valid UTF-8: the character was lost when the text was converted earlier. It is said once, at the first line that has one.',
    message: ({count = 1}) =>
      `U+FFFD stands for a character that was lost when the text was converted; the file is valid UTF-8${count === 1 ? '' : `, and ${count} lines have one`}`,
    fix: () => 'write the character that belongs here',
  }),
  'text/nul': rule({
    severity: 'error',
    finds: 'A NUL character.',
    help: 'Delete the character. A file full of them was saved as UTF-16: save it as UTF-8.',
    message: () => 'unexpected NUL character, expected text',
    fix: () => 'delete the character; save the file as UTF-8 text',
  }),
  'text/control-character': rule<{readonly character: string}>({
    severity: 'error',
    finds: 'A character that steers a terminal instead of being shown.',
    help: 'Delete the character. ESC, DEL and the other control characters of C0 and C1 are meant, not tabs and line ends. Every text output shows them as `U+FFFD`; JSON escapes them.',
    message: ({character}) => `unexpected control character ${named(character)}, expected text`,
    fix: () => DELETE,
  }),
  'text/bidi-control': rule<{readonly character: string; readonly override: boolean}>({
    severity: 'error',
    finds: 'A character that shows the text after it in another order than it is read.',
    help: 'Delete the character. An override (`U+202D`, `U+202E`) always counts, an embedding or an isolate when its line does not close it. An isolate that is closed is a [hidden character](#texthidden-character).',
    message: ({character, override}) =>
      `unexpected ${named(character)}${override ? '' : ', not closed on its line'}: the text after it is shown in another order than it is read`,
    fix: ({character, override}) => (override ? DELETE : `${DELETE}, or close it with ${character < '\u2066' ? 'U+202C' : 'U+2069'}`),
  }),
  'text/raw-html': rule<Html>({
    severity: 'info',
    finds: 'HTML in the plan: shown as text in progress pages, rendered by a page that shows the file itself.',
    help: 'Write it in backticks if it is meant as text (`<name>` disappears from a page otherwise), or write Markdown instead. Comments do not count. It is one note for the whole plan, at the first element.',
    message: ({found, count}) =>
      `${count === 1 ? `the HTML element ${found} is` : `${count} HTML elements, the first ${found}, are`} shown as text in progress pages, but as HTML in a page that shows this file`,
    fix: () => 'write it in backticks if it is meant as text, or as Markdown',
  }),
  'text/script': rule<Html>({
    severity: 'warning',
    finds: 'HTML or a link that runs code in a page that shows the file itself.',
    help: 'Delete it, or write it in backticks. `<script>`, `<iframe>`, `<object>`, `<embed>`, event handlers (`onclick=`) and links to `javascript:`, `vbscript:` or `data:text/html` are meant. The progress pages show them as text; a docs page made of the same file runs them unless a Content-Security-Policy forbids it.',
    message: ({found, count}) =>
      count === 1
        ? `${found} runs code in a page that shows this file`
        : `${found} and ${count - 1} more run code in a page that shows this file`,
    fix: () => 'delete it, or write it in backticks',
  }),
  'text/hidden-character': rule<
    {readonly character: string} & ({readonly hides: 'markup'; readonly length: number} | {readonly hides: 'order'})
  >({
    severity: 'warning',
    finds: 'A character that nobody sees and that changes how the text is read.',
    help: 'Delete the character. It makes a line read differently from what it is, which is a known way to hide a change from a reviewer.',
    message: ({character, hides}) =>
      `unexpected hidden character ${code(character)}${hides === 'markup' ? ': Markdown sees no list, heading or check box behind it' : ', which changes the order of the text around it'}`,
    fix: () => DELETE,
    edits: (facts, place) => (facts.hides === 'markup' ? [replace(place, facts.length, '')] : []),
  }),
  'text/conflict-marker': rule<{readonly marker: string}>({
    severity: 'error',
    finds: 'Markers of an unresolved merge.',
    help: 'Resolve the merge, then delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`. Until then both sides are counted.',
    message: ({marker}) => `unexpected merge marker "${marker}"`,
    fix: () => 'resolve the merge, then delete its markers',
  }),
})
