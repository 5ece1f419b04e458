/** Longer words or titles are none of a link, and a longer address is none of a file. */
const LONGEST = 300
const LONGEST_ADDRESS = 1000

export interface Link {
  readonly words: string
  readonly address: string
}

/** The inline links of a text, each as it is written: `[words](address "title")`. Goes through the text once. */
export function readLinks(text: string): readonly Link[] {
  const found: Link[] = []
  const opening = following(text, '[')
  const closing = following(text, ')')
  let from = 0
  for (let bracket = text.indexOf(']'); bracket !== -1; bracket = text.indexOf(']', bracket + 1)) {
    const open = opening(Math.max(from, bracket - LONGEST - 1))
    from = bracket + 1
    if (text[bracket + 1] !== '(' || open >= bracket) continue
    const start = bracket + (text[bracket + 2] === '<' ? 3 : 2)
    const close = closing(start)
    if (close === Infinity) break
    if (close - start > LONGEST_ADDRESS + LONGEST + 1) continue
    const address = /^[^\s>]{1,1000}/.exec(text.slice(start, close))?.[0] ?? ''
    if (address === '' || close - start - address.length > LONGEST + 1) continue
    found.push({words: text.slice(open + 1, bracket), address})
    from = close + 1
    bracket = close
  }
  return found
}

/** Finds the next place of a character at or behind an offset; asked with ever larger offsets. */
function following(text: string, character: string): (from: number) => number {
  let at = -1
  return (from) => {
    if (at < from) {
      const next = text.indexOf(character, from)
      at = next === -1 ? Infinity : next
    }
    return at
  }
}

/** A text with everything between `open` and the next `close` after it replaced by as many spaces. Goes through the text once. */
export function blankBetween(text: string, open: string, close: string): string {
  let out = ''
  let from = 0
  for (let at = text.indexOf(open); at !== -1; at = text.indexOf(open, from)) {
    const end = text.indexOf(close, at + open.length)
    if (end === -1) break
    out += text.slice(from, at) + ' '.repeat(end + close.length - at)
    from = end + close.length
  }
  return out + text.slice(from)
}
