import {inlineParser} from './inline-parser.ts'
import {descendants, newNode} from './library.ts'

const TEXT = new Set(['text', 'code', 'html_inline'])
/** A longer text is read in pieces. Markup of that length is no one's, and the library's time grows with the square of what it cannot match. */
const PIECE = 8192

/** A text in pieces of which none is too long; each but the first begins with the white space that was cut at. */
function pieces(raw: string): readonly string[] {
  const found: string[] = []
  for (let from = 0; from < raw.length;) {
    const to = from + PIECE >= raw.length ? raw.length : cutBefore(raw, from, from + PIECE)
    found.push(raw.slice(from, to))
    from = to
  }
  return found
}

/** The last white space between two offsets, so that no word is cut; without one, the second. */
function cutBefore(text: string, from: number, to: number): number {
  for (let at = to; at > from; at--) if (text[at] === ' ' || text[at] === '\n') return at
  return to
}

/** The nodes of a piece of inline Markdown, in its order. */
function inlineNodes(piece: string, references: Readonly<Record<string, unknown>>): ReturnType<typeof descendants> {
  const paragraph = newNode('paragraph')
  paragraph._string_content = piece
  inlineParser.refmap = references
  inlineParser.parse(paragraph)
  return descendants(paragraph)
}

/** A tag as it is written, or the address of a link or an image. */
export interface InlineHtml {
  readonly kind: 'tag' | 'address'
  readonly text: string
}

/** What of inline Markdown is HTML, and where its links lead. Parts of a long text that are not worth it are not read. */
export function inlineHtml(
  raw: string,
  references: Readonly<Record<string, unknown>>,
  isWorth: (part: string) => boolean,
): readonly InlineHtml[] {
  return pieces(raw)
    .filter(isWorth)
    .flatMap((piece) => htmlOfPiece(piece, references))
}

function htmlOfPiece(piece: string, references: Readonly<Record<string, unknown>>): readonly InlineHtml[] {
  const found: InlineHtml[] = []
  for (const {type, literal, destination} of inlineNodes(piece, references)) {
    if (type === 'html_inline') found.push({kind: 'tag', text: literal ?? ''})
    else if (type === 'link' || type === 'image') found.push({kind: 'address', text: destination ?? ''})
  }
  return found
}

/** The text of inline Markdown: links and images by their words, HTML as written, comments left out. */
export function inlineText(raw: string, references: Readonly<Record<string, unknown>>): string {
  if (raw.length <= PIECE) return pieceText(raw, references)
  return pieces(raw)
    .map((piece) => `${/^\s/.test(piece) ? ' ' : ''}${pieceText(piece, references)}`)
    .join('')
}

function pieceText(piece: string, references: Readonly<Record<string, unknown>>): string {
  let text = ''
  for (const {type, literal} of inlineNodes(piece, references)) {
    if (type === 'softbreak' || type === 'linebreak') text += ' '
    else if (TEXT.has(type) && !(type === 'html_inline' && literal?.startsWith('<!--'))) text += literal ?? ''
  }
  return text
}
