/** The text between the front matter's fences. */
export interface FrontMatter {
  readonly text: string
  /** The line that the text starts on. */
  readonly line: number
  readonly closed: boolean
  /** How many lines it takes with its fences. */
  readonly length: number
}

export const LINE_ENDING = /\r\n|\n|\r/
const FENCE = /^---[ \t]*$/

/** What leads a text between two fences. Without its closing fence it takes the whole file: so remark reads it. */
export function frontMatterOf(lines: readonly string[]): FrontMatter | null {
  if (!FENCE.test(lines[0] ?? '')) return null
  const fence = lines.findIndex((line, index) => index > 0 && FENCE.test(line))
  const close = fence === -1 ? lines.length : fence
  return {text: lines.slice(1, close).join('\n'), line: 2, closed: fence !== -1, length: close + 1}
}

/** The front matter alone, without a look at what follows it. */
export const readFrontMatter = (text: string): FrontMatter | null => frontMatterOf(text.split(LINE_ENDING))
