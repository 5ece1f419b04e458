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

/** What ends no address, but makes it none. */
const CONTROL = /[\0-\u0008\u000B-\u001F\u007F]/

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
    if (char === ' ' || char === '\t' || char === '\n') break
    if (CONTROL.test(char)) return false
    if (char === '\\' && /[!-/:-@[-`{-~]/.test(subject[reader.pos + 1] ?? '')) reader.pos++
  }
  return depth === 0 && reader.pos > start
}
