import {addAll, smallest} from '../../model/list.ts'
import type {Place} from '../../model/place.ts'
import type {Problem} from '../../model/problem.ts'
import {problem} from '../../rules/problem.ts'
import {kept} from '../kept.ts'
import type {Markdown} from './blocks.ts'
import type {Passage} from './passages.ts'

const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?:$|\s)/
/** A character without width before a bullet, a number sign or a box: what is seen there is no list item, no heading, no task. */
const HIDING =
  /^(?:[^\S\uFEFF]|>)*(?:(?:[-*+]|\d{1,9}[.)])[^\S\uFEFF]+)?[\u200B-\u200F\u061C\u2060\uFEFF]+(?=[^\S\uFEFF]*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|\[[ xX]\]))/
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/
/** Most lines have none of what is looked for one by one. */
const ODD = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFD]/
const CONTROL = /[\u0001-\u0008\u000B-\u001F\u007F-\u009F]/

/** The line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length
}

/** What no Markdown reader says: bytes that are no text, text that steers or reorders itself, unresolved merges. The lines in `malformed` held bytes that are not UTF-8. */
export function inspectText(
  {lines, frontMatter, passages}: Pick<Markdown, 'lines' | 'frontMatter' | 'passages'>,
  malformed: ReadonlySet<number>,
): readonly Problem[] {
  if (lines.every((line) => line.trim() === '')) return [problem('text/empty', {line: 1, column: 1}, {})]
  const wrong = malformed.size === 0 ? NONE : malformed
  const head = lines.slice(0, frontMatter?.length ?? 0)
  return [...conflicts(lines), ...inspectLines(head, 1, wrong), ...passages.flatMap((passage) => inspectPassage(passage, wrong))]
}

const NONE: ReadonlySet<number> = new Set()

const inspectPassage = kept(({lines, before}: Passage, malformed: ReadonlySet<number>) => inspectLines(lines, before.lines + 1, malformed))

function inspectLines(lines: readonly string[], from: number, malformed: ReadonlySet<number>): readonly Problem[] {
  const found: Problem[] = []
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at] as string
    const hidden = hiding(text, from + at)
    if (hidden !== null) found.push(hidden)
    if (ODD.test(text)) addOdd(found, text, from + at, malformed.has(from + at))
  }
  return found
}

/** The marks of a merge that nobody resolved. */
function conflicts(lines: readonly string[]): readonly Problem[] {
  const conflict = lines.findIndex((line) => line.startsWith('<<<<<<< ') || line === '<<<<<<<')
  const resolved = conflict === -1 || !lines.some((line, index) => index > conflict && line.startsWith('>>>>>>>') && CONFLICT.test(line))
  if (resolved) return []
  return lines.flatMap((text, index) =>
    CONFLICT.test(text) ? [problem('text/conflict-marker', {line: index + 1, column: 1}, {marker: text.slice(0, 7)})] : [],
  )
}

function hiding(text: string, line: number): Problem | null {
  const found = HIDING.exec(text)?.[0]
  if (found === undefined) return null
  const at = found.search(/[\u200B-\u200F\u061C\u2060\uFEFF]/)
  const facts = {character: found.charAt(at), hides: 'markup', length: found.length - at} as const
  return problem('text/hidden-character', {line, column: at + 1}, facts)
}

/** Adds the first of each kind on a line. */
function addOdd(found: Problem[], text: string, line: number, malformed: boolean): void {
  const place = (at: number): Place => ({line, column: at + 1})
  const nul = text.indexOf('\u0000')
  if (nul !== -1) found.push(problem('text/nul', place(nul), {}))
  const control = text.search(CONTROL)
  if (control !== -1) found.push(problem('text/control-character', place(control), {character: text.charAt(control)}))
  const lost = text.indexOf('\uFFFD')
  if (lost !== -1) found.push(problem(malformed ? 'text/invalid-utf-8' : 'text/replacement-character', place(lost), {}))
  addAll(found, direction(text, line))
}

/** An override, or a direction that is not closed on its line, turns around what follows; one that is closed, what it encloses. */
function direction(text: string, line: number): readonly Problem[] {
  const first = text.search(DIRECTION)
  if (first === -1) return []
  const override = text.search(/[\u202D\u202E]/)
  const turns = [override, unclosed(text)].filter((at) => at !== -1)
  if (turns.length === 0)
    return [problem('text/hidden-character', {line, column: first + 1}, {character: text.charAt(first), hides: 'order'})]
  const at = smallest(turns)
  return [problem('text/bidi-control', {line, column: at + 1}, {character: text.charAt(at), override: at === override})]
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
