import {KINDS, REFUSED, type Kind, type Statement} from './kinds.ts'
import type {DiagramProblem} from './problem.ts'

/** A diagram that can be drawn: its words for readers who do not see it, and the text for the renderer. */
export type Diagram = {
  readonly kind: string
  readonly title: string
  readonly description: string
  readonly body: string
}

type Line = {readonly number: number; readonly column: number; readonly text: string}

/** More lines than this cannot be read as a picture, and layout time grows faster than the diagram. */
export const MAX_LINES = 150

/** The content of a Mermaid fence → the diagram, or every reason why it must not be published. */
export function parseDiagram(source: string): {readonly diagram: Diagram | null; readonly problems: readonly DiagramProblem[]} {
  const problems: DiagramProblem[] = []
  const report = (line: Pick<Line, 'number' | 'column'>, reason: string, fix: string): void => {
    problems.push({line: line.number, column: line.column, reason, fix})
  }
  const {words, rest} = takeWords(linesOf(source))
  const first = {number: 1, column: 1}
  for (const name of ['accTitle', 'accDescr'] as const) {
    if (!words[name]) report(first, `no ${name}`, `begin the fence with "${name}: …"`)
  }
  const header = rest[0]
  if (!header) {
    report(first, 'the diagram is empty', 'write its kind, such as "flowchart LR", and its lines')
    return {diagram: null, problems}
  }
  for (const line of rest) {
    const refused = REFUSED.find(({pattern}) => pattern.test(line.text))
    if (refused) report(line, `${refused.reason}: "${line.text}"`, refused.fix)
  }
  const kind = KINDS.find(({starts}) => starts.test(header.text))
  if (!kind) {
    if (!problems.some((problem) => problem.line === header.number && problem.reason.includes(header.text))) {
      report(header, `unsupported kind of diagram: "${header.text}"`, `use one of: ${KINDS.map(({example}) => example).join(', ')}`)
    }
  } else {
    if (!kind.header.test(header.text))
      report(header, `unexpected first line "${header.text}"`, `write "${kind.example}" alone on the line`)
    checkLines(kind, rest.slice(1), new Set(problems.map(({line}) => line)), report)
    if (rest.length > MAX_LINES) report(header, `${rest.length} lines, more than ${MAX_LINES}`, 'split the diagram')
  }
  if (problems.length > 0 || !kind) return {diagram: null, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column)}
  return {
    diagram: {kind: kind.name, title: words.accTitle, description: words.accDescr, body: rest.map(({text}) => text).join('\n')},
    problems,
  }
}

/** The diagram, or an error with all its problems: for callers that cannot go on without it. */
export function toDiagram(source: string): Diagram {
  const {diagram, problems} = parseDiagram(source)
  if (!diagram) throw new Error(problems.map(({line, reason, fix}) => `line ${line}: ${reason} (${fix})`).join('\n'))
  return diagram
}

/** The lines that carry something, trimmed, with the place of their first sign; comments are left out. */
function linesOf(source: string): Line[] {
  return source
    .split(/\r\n|\r|\n/)
    .map((raw, index) => ({number: index + 1, column: raw.search(/\S|$/) + 1, text: raw.trim()}))
    .filter(({text}) => text !== '' && (!text.startsWith('%%') || text.startsWith('%%{')))
}

/** Takes accTitle and accDescr (in one line or in braces) out of the lines: the renderer would draw them. */
function takeWords(lines: readonly Line[]): {words: {accTitle: string; accDescr: string}; rest: Line[]} {
  const words = {accTitle: '', accDescr: ''}
  const rest: Line[] = []
  let open = false
  for (const line of lines) {
    const match = /^(accTitle|accDescr)\s*:\s*(\S.*)?$/.exec(line.text)
    if (open) {
      words.accDescr = `${words.accDescr} ${line.text.replace('}', '')}`.trim()
      open = !line.text.includes('}')
    } else if (match) {
      words[match[1] as keyof typeof words] = (match[2] ?? '').trim()
    } else if (/^accDescr\s*\{/.test(line.text)) {
      words.accDescr = line.text
        .replace(/^accDescr\s*\{/, '')
        .replace('}', '')
        .trim()
      open = !line.text.includes('}')
    } else {
      rest.push(line)
    }
  }
  return {words, rest}
}

/** Every line must be one that the renderer draws, blocks must close, and a label must stand where its id is first named. */
function checkLines(
  kind: Kind,
  lines: readonly Line[],
  known: ReadonlySet<number>,
  report: (line: Line, reason: string, fix: string) => void,
): void {
  const blocks: {line: Line; statement: Statement}[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    if (known.has(line.number)) continue
    const body = blocks.at(-1)?.statement.body
    if (body && !/^\}$/.test(line.text)) {
      if (!body.test(line.text))
        report(line, `"${line.text}" is not a line that can be drawn inside this block`, `see the lines of a ${kind.name} that can`)
      continue
    }
    const statement = kind.statements.find(({pattern}) => pattern.test(line.text))
    if (!statement) {
      report(line, `"${line.text}" is not a line of a ${kind.name} that can be drawn`, FIXES[kind.name] ?? 'rewrite the line')
      continue
    }
    if (statement.block === 'opens') blocks.push({line, statement})
    else if (statement.block && blocks.length === 0)
      report(line, `"${line.text}" outside a block`, 'delete the line or open its block first')
    else if (statement.block === 'closes') blocks.pop()
    if (statement.block) continue
    for (const id of matches(kind.labelled, line.text)) {
      if (seen.has(id))
        report(line, `the label of "${id}" comes after its first use and would be lost`, `give "${id}" its label where it is first named`)
    }
    for (const id of [...matches(kind.labelled, line.text), ...matches(kind.mention, withoutLabels(line.text))]) seen.add(id)
  }
  for (const {line} of blocks) report(line, `"${line.text}" is never closed`, 'add its "end" or "}"')
}

const FIXES: Readonly<Record<string, string>> = {
  flowchart: 'write A["text"] --> B["text"], with a space on both sides of the arrow and a link of the form -->|text|',
  'sequence diagram':
    'write A->>B: text, with one-word names declared by "participant A as …" that do not begin like loop, alt, opt, par, break, critical, else or and',
  'state diagram': 'write A --> B: text, A : text, or state "text" as A',
  'class diagram': 'write A --> B : text, class A { … }, or A : member',
  'entity relationship diagram': 'write A ||--o{ B : text, or A { type name PK "comment" }',
}

/** The first group that matched, for each match. */
function matches(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map((match) => match.slice(1).find((group) => group !== undefined) ?? '').filter(Boolean)
}

/** The text without what stands in quotes, brackets or after a colon: only the ids remain. */
function withoutLabels(text: string): string {
  const bare = text
    .replace(/"[^"]*"/g, '""')
    .replace(/\|[^|]*\|/g, ' ')
    .replace(/(--|-\.|==)\s[^-=|>"[\](){}&]+\s(-->|---|\.->|\.-|==>|===)/g, ' ')
  return bare
    .split(/(?<=[\])}])(?![\])}])/)
    .map(withoutBracket)
    .join('')
}

/** A part of a text that ends with brackets, without the first bracket that opens and all that follows. */
function withoutBracket(part: string): string {
  const opens = part.search(/[[({]/)
  return opens === -1 || !/[\])}]$/.test(part) ? part : part.slice(0, opens)
}
