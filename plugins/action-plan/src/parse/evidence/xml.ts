// The one door to the XML libraries: nothing else imports them. fast-xml-parser reads; it forgives much, also tags that nothing closes, so saxes checks.
import {XMLParser, XMLValidator} from 'fast-xml-parser'
import {SaxesParser} from 'saxes'
import {firstPart} from '../../model/text.ts'
import type {Place} from '../../model/place.ts'
import {plainLine} from './plain.ts'
import {START, Unreadable, WRITE_AGAIN} from './unreadable.ts'

const MAX_XML_DEPTH = 100

/** An element of a report: its name without a prefix, its own text without that of its children. */
export interface Element extends Place {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}
export interface Document {
  readonly root: Element
  /** Comments before and in the root: some tools sign there. */
  readonly comments: readonly string[]
}

const TEXT = '#text'
const CDATA = '#cdata'
const COMMENT = '#comment'
const ATTRIBUTES = ':@'
const META = XMLParser.getMetaDataSymbol() as symbol
type Node = Record<string | symbol, unknown>

const PARSER = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  attributeNamePrefix: '',
  cdataPropName: CDATA,
  commentPropName: COMMENT,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  maxNestedTags: MAX_XML_DEPTH,
  jPath: false,
})

/** Well-formed XML → its root. Entity declarations are refused before any library sees them. */
export function parseXml(given: string): Document {
  const text = given.replace(/\r\n?/g, '\n')
  const at = lineFinder(text)
  refuseDeclarations(text, at)
  const checked = XMLValidator.validate(text)
  if (checked !== true) {
    const {msg, line, col} = checked.err
    // What is still open at the end: a list of names, or the one that stands alone.
    const open = /^Invalid '\[[^]*"([^"]+)"\s*\]'/.exec(msg)?.[1] ?? /^Unclosed tag '([^']+)'/.exec(msg)?.[1]
    throw open === undefined
      ? new Unreadable(
          {line: line || 1, column: col || 1},
          `unexpected XML: ${firstPart(plainLine(msg).replace(/\.$/, ''), 120)}; expected it well-formed`,
          WRITE_AGAIN,
        )
      : new Unreadable(at(text.length), `unexpected end of the file, expected </${firstPart(plainLine(open), 60)}>`, WRITE_AGAIN)
  }
  refuseMalformed(text)
  let nodes: readonly Node[]
  try {
    nodes = PARSER.parse(text) as readonly Node[]
  } catch (error) {
    const deep = String(error).includes('nested tags')
    throw new Unreadable(
      START,
      deep
        ? `unexpected nesting, expected at most ${MAX_XML_DEPTH} levels`
        : `unexpected XML: ${firstPart(String((error as Error).message), 100)}`,
      deep ? 'no known tool nests like this: use the report of another' : WRITE_AGAIN,
    )
  }
  const comments = [...nodes, ...nodes.flatMap((node) => listOf(node[nameOf(node)]))].flatMap((node) =>
    nameOf(node) === COMMENT ? [textOf(node[COMMENT])] : [],
  )
  const roots = nodes.filter((node) => !nameOf(node).startsWith('#'))
  const [root] = roots
  if (root === undefined || roots.length > 1)
    throw new Unreadable(at(indexOf(roots[1])), `unexpected ${roots.length} root elements, expected one`, WRITE_AGAIN)
  return {root: toElement(root, at), comments}
}

/** What real tools write although XML forbids it, and what changes no number: control characters, and entities that nobody declared. */
const FORGIVEN =
  /: (?:disallowed character|undefined entity|malformed character entity|disallowed character in entity name|empty entity name)\.?$/

/** Everything else that is not well-formed is refused at its place: a report that was cut or mixed up shows nothing. */
function refuseMalformed(text: string): void {
  const parser = new SaxesParser({position: true})
  parser.on('error', ({message}) => {
    if (FORGIVEN.test(message)) return
    throw new Unreadable(
      {line: parser.line, column: parser.column + 1},
      `unexpected XML: ${firstPart(plainLine(message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')), 120)}; expected it well-formed`,
      WRITE_AGAIN,
    )
  })
  parser.write(text.trimStart()).close()
}

const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ATTRIBUTES) ?? TEXT
const listOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as readonly Node[]) : [])
const indexOf = (node: Node | undefined): number => (node?.[META] as {startIndex?: number} | undefined)?.startIndex ?? 0

/** The text that stands directly in an element; in CDATA nothing is an entity. */
function textOf(value: unknown): string {
  return listOf(value)
    .map((child) => (CDATA in child ? textOf(child[CDATA]) : typeof child[TEXT] === 'string' ? child[TEXT] : ''))
    .join('')
}

function toElement(node: Node, at: (index: number) => Place): Element {
  const name = nameOf(node)
  const content = listOf(node[name])
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries((node[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>).map(([key, value]) => [key, decoded(value)]),
    ),
    children: content.filter((child) => !nameOf(child).startsWith('#')).map((child) => toElement(child, at)),
    text: content
      .map((child) => (CDATA in child ? textOf(child[CDATA]) : typeof child[TEXT] === 'string' ? decoded(child[TEXT]) : ''))
      .join(''),
    ...at(indexOf(node)),
  }
}

const NAMED: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', apos: "'"}

/** The five entities that XML knows without a declaration, and characters by their number; others stay as they are written. */
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g, (written, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name as string] as string
    const code = decimal === undefined ? parseInt(hex as string, 16) : Number(decimal)
    return code > 0x10ffff || code === 0 ? written : String.fromCodePoint(code)
  })
}

/** A document type may name a DTD, which is never fetched; a declaration inside it is refused. */
const DOCTYPE = /<!DOCTYPE\s+[\w:.-]+(?:\s+(?:SYSTEM\s+(?:"[^"]*"|'[^']*')|PUBLIC\s+(?:"[^"]*"|'[^']*')(?:\s+(?:"[^"]*"|'[^']*'))?))?\s*>/iy

function refuseDeclarations(text: string, at: (index: number) => Place): void {
  const start = prologEnd(text)
  if (!/^<!DOCTYPE/i.test(text.slice(start, start + 9))) return
  DOCTYPE.lastIndex = start
  if (DOCTYPE.test(text)) return
  const entity = text.slice(start).search(/<!ENTITY/i)
  if (entity !== -1)
    throw new Unreadable(
      at(start + entity),
      'unexpected entity declaration, expected a report without any: entities can grow without end or reach for other files',
      'have the tool write its report without a DOCTYPE',
    )
  throw new Unreadable(
    at(start),
    'unexpected DOCTYPE, expected none or one that only names a DTD',
    'have the tool write its report without a DOCTYPE',
  )
}

/** Where the first thing stands that is neither white space, nor an instruction, nor a comment. */
export function prologEnd(text: string): number {
  let at = 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null
    const close = end === null ? -1 : text.indexOf(end, at + 2)
    if (end === null || close === -1) return at
    at = close + end.length
  }
}

/** Index in the text → its place, by halving. */
function lineFinder(text: string): (index: number) => Place {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (index) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] as number) <= index) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: index - (starts[low] as number) + 1}
  }
}
