import type {BlockStart} from './library.ts'

/** Bullets on one line look like the start of a thematic break, each again: what was found of the first holds for those after it. */
export function startBreak(start: BlockStart): BlockStart {
  return (parser, container) => {
    const {currentLine: line, nextNonspace: from, lineNumber, noBreak} = parser
    const char = line[from] ?? ''
    if (parser.indented || !(char === '-' || char === '*' || char === '_')) return 0
    if (noBreak?.line === lineNumber && noBreak.char === char && from < noBreak.before) return 0
    let at = from
    while (at < line.length && (line[at] === char || line[at] === ' ' || line[at] === '\t')) at++
    if (at === line.length) return start(parser, container)
    parser.noBreak = {line: lineNumber, before: at, char}
    return 0
  }
}
