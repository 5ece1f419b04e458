import {newParser} from './library.ts'

/** The library's parser of inline Markdown, with its slow places made linear. */
export const inlineParser = newParser().inlineParser
const {parseHtmlTag, parseLinkDestination, parseReference} = inlineParser
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

/** Most definitions are shorter: what is given to the library at first. Looking through all of a long text for each of its definitions takes its square. */
const DEFINITION_LENGTH = 1024
/** What follows a definition that goes on. */
const TITLE_START = /[ \t]*["'(]/y
/** Reads a link definition as the library does, to which a tab around the address is no space. The length stays. */
inlineParser.parseReference = function (text, references) {
  for (let length = DEFINITION_LENGTH; length < text.length; length *= 4) {
    const found: Record<string, unknown> = {}
    const end = parseReference.call(this, text.slice(0, length).replaceAll('\t', ' '), found)
    TITLE_START.lastIndex = end
    if (end === 0 || end === length || TITLE_START.test(text)) continue
    for (const [label, target] of Object.entries(found)) references[label] ??= target
    return end
  }
  return parseReference.call(this, text.replaceAll('\t', ' '), references)
}

/** Goes over an address, and tells whether there is one. By codes: an address that does not end is gone over anew for each link in it. */
function passAddress(reader: {readonly subject: string; pos: number}): boolean {
  const {subject, pos: start} = reader
  if (subject[start] === '<') {
    IN_BRACKETS.lastIndex = start
    const found = IN_BRACKETS.exec(subject)
    if (found !== null) reader.pos += found[0].length
    return found !== null
  }
  let depth = 0
  let at = start
  for (; at < subject.length; at++) {
    const code = subject.charCodeAt(at)
    if (code === OPEN) depth++
    else if (code === CLOSE) depth--
    else if (code === BACKSLASH && ESCAPABLE.test(subject[at + 1] ?? '')) at++
    else if (isSpace(code)) break
    else if (isControl(code)) return false
    if (depth > ADDRESS_DEPTH) return false
    if (depth < 0) break
  }
  reader.pos = at
  return depth < 0 || (depth === 0 && at > start)
}

const [OPEN, CLOSE, BACKSLASH] = [0x28, 0x29, 0x5c]
const ESCAPABLE = /[!-/:-@[-`{-~]/
/** What ends an address: a space, a tab or the end of the line. */
const isSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a
/** What ends no address, but makes it none. */
const isControl = (code: number): boolean => code < 0x20 || code === 0x7f
