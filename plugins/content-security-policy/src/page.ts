// The one door to the HTML parser: its tokenizer, which is all that the questions here need, and much faster than a tree.
import {type Token, Tokenizer, type TokenHandler, TokenizerMode} from 'parse5'

/** What a page holds that a policy must name, and what no policy may allow. */
export interface Page {
  /** Texts of inline scripts that stand where only the site, its plugins and its theme write. */
  readonly scripts: readonly string[]
  /** Other inline scripts: what a page's Markdown may have written, each with its place. */
  readonly content: readonly {readonly text: string; readonly place: string}[]
  /** Texts of style elements. */
  readonly styles: readonly string[]
  /** Event handlers and addresses that are scripts, each with its place. */
  readonly refused: readonly string[]
  /** Where a meta tag goes: behind the charset, before everything that runs. */
  readonly headAt: number
}

/** Data in script elements, which no browser runs. */
const DATA = ['application/ld+json', 'application/json']
/** Elements whose content is text, and how it is read. */
const TEXTS: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
}

/** What React draws into: all in it may be content. What is written there is balanced, so its end is found by counting. */
const ROOT = '__docusaurus'
/** What a component put into the head carries this, a page's own `<head>` too. */
const BY_COMPONENT = 'data-rh'

/** An address that is code. */
const SCRIPT = /^[\0-\x20]*(?:javascript|vbscript):/i

/** Reads a page as a browser does. Places take time to count, and a page that may be published needs none. */
export function parsePage(html: string): Page {
  const page = read(html, false)
  return page.refused.length === 0 ? page : read(html, true)
}

function read(html: string, sourceCodeLocationInfo: boolean): Page {
  const scripts: string[] = []
  const content: {text: string; place: string}[] = []
  /** How many of them are open: React's own, and those in it. */
  let divisions = 0
  const styles: string[] = []
  const refused: string[] = []
  let charsetAt: number | null = null
  let headAt: number | null = null
  /** The inline script or style that is open. */
  let open: {text: string; readonly end: (text: string) => void} | null = null
  const characters = ({chars}: Token.CharacterToken): void => {
    if (open !== null) open.text += chars
  }
  const close = (): void => {
    open?.end(open.text)
    open = null
  }
  const handler: TokenHandler = {
    onStartTag({tagName, attrs, location}) {
      const value = (name: string): string | undefined => attrs.find((one) => one.name === name)?.value
      const text = TEXTS[tagName]
      if (text !== undefined) tokenizer.state = text
      const place = `${location?.startLine ?? 1}:${location?.startCol ?? 1}`
      if (tagName === 'div' && (divisions > 0 || value('id') === ROOT)) divisions++
      if (tagName === 'script' && value('src') === undefined && !DATA.includes(value('type') ?? '')) {
        const written = divisions > 0 || value(BY_COMPONENT) !== undefined
        const at = tokenizer.preprocessor.offset
        open = {text: '', end: (text) => void (written ? content.push({text, place: placeOf(html, at)}) : scripts.push(text))}
      }
      if (tagName === 'style') open = {text: '', end: (text) => void styles.push(text)}
      for (const one of attrs)
        if (one.name.startsWith('on') || (one.value.includes(':') && SCRIPT.test(one.value.replace(/[\t\n\r]/g, ''))))
          refused.push(`${place} <${tagName} ${one.name}="${one.value.slice(0, 60)}">`)
      // Its ">" is the character being read.
      const end = tokenizer.preprocessor.offset + 1
      if (tagName === 'head') headAt ??= end
      if (tagName === 'meta' && value('charset') !== undefined) charsetAt ??= end
    },
    onEndTag({tagName}) {
      close()
      if (tagName === 'div' && divisions > 0) divisions--
    },
    onEof: close,
    onCharacter: characters,
    onWhitespaceCharacter: characters,
    onNullCharacter: characters,
    onComment() {},
    onDoctype() {},
  }
  const tokenizer = new Tokenizer({sourceCodeLocationInfo}, handler)
  tokenizer.write(html, true)
  return {scripts, content, styles, refused, headAt: charsetAt ?? headAt ?? 0}
}

/** Where the tag begins that ends at an offset. */
function placeOf(html: string, end: number): string {
  const start = html.lastIndexOf('<', end)
  const line = html.lastIndexOf('\n', start)
  return `${html.slice(0, start).split('\n').length}:${start - line}`
}
