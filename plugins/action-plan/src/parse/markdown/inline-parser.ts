import {newParser} from './library.ts'

/** The library's parser of inline Markdown, with its slow places made linear. */
export const inlineParser = newParser().inlineParser
const {parseHtmlTag, parseLinkDestination} = inlineParser
/** What ends a tag that starts in one of these ways. Where it comes no more, no tag begins: the library looks for it to the end of the text, each time. */
const TAG_ENDS: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<', '>'],
]
inlineParser.parseHtmlTag = function (block) {
  const [, end] = TAG_ENDS.find(([start]) => this.subject.startsWith(start, this.pos)) as readonly [string, string]
  this.absent ??= {}
  if (this.absent[end] === this.subject) return false
  if (!this.subject.includes(end, this.pos)) {
    this.absent[end] = this.subject
    return false
  }
  return parseHtmlTag.call(this, block)
}
/** How deep parentheses nest in an address, as in micromark and cmark: without a limit each opening one is looked for to the end of the text. */
const ADDRESS_DEPTH = 32
const IN_BRACKETS = /<(?:[^<>\n\\\0]|\\.)*>/y
/** Reads a link's address as the library does, once it is known to end: what does not end costs the square of the text there. */
inlineParser.parseLinkDestination = function () {
  const start = this.pos
  if (!passAddress(this)) return null
  const end = this.pos
  this.pos = start
  const address = parseLinkDestination.call(this)
  this.pos = end
  return address ?? ''
}

/** Goes over an address, and tells whether there is one. */
function passAddress(reader: {readonly subject: string; pos: number}): boolean {
  const {subject, pos: start} = reader
  if (subject[start] === '<') {
    IN_BRACKETS.lastIndex = start
    const found = IN_BRACKETS.exec(subject)
    if (found !== null) reader.pos += found[0].length
    return found !== null
  }
  let depth = 0
  for (; reader.pos < subject.length; reader.pos++) {
    const char = subject[reader.pos] as string
    if (char === '(' && ++depth > ADDRESS_DEPTH) return false
    if (char === ')' && depth-- === 0) return true
    if (/[ \t\n\v\f\r]/.test(char)) break
    if (char === '\\' && /[!-/:-@[-`{-~]/.test(subject[reader.pos + 1] ?? '')) reader.pos++
  }
  return depth === 0 && reader.pos > start
}
