/** How a character of shell text stands: in quotes of one kind or in none, and in how many command substitutions. */
interface Standing {
  readonly context: 'bare' | 'single' | 'double'
  readonly depth: number
}

interface Frame extends Standing {
  /** What ends it. */
  readonly end: string
}

type Opening = readonly [string, (around: Frame) => Frame]

const OPENINGS: readonly Opening[] = [
  ['$((', ({depth}) => ({context: 'double', depth, end: '))'})],
  ['$(', ({depth}) => ({context: 'bare', depth: depth + 1, end: ')'})],
  ['<(', ({depth}) => ({context: 'bare', depth: depth + 1, end: ')'})],
  // It is no word of its own.
  ['${', ({depth}) => ({context: 'double', depth, end: '}'})],
  ['"', ({context, depth}) => ({context: 'double', depth, end: context === 'double' ? '' : '"'})],
  ["'", ({depth}) => ({context: 'single', depth, end: "'"})],
  ['(', ({context, depth}) => ({context, depth, end: ')'})],
]

const opens = (text: string, at: number, {context}: Frame): Opening | undefined =>
  context === 'single'
    ? undefined
    : OPENINGS.find(([word]) => text.startsWith(word, at) && (context === 'bare' || (word.startsWith('$') && word !== '<(')))

/** The standing of each character. The marks themselves stand in the context that is around them, and those of a substitution in its depth. */
const standings = (text: string): Standing[] => {
  const found: Standing[] = []
  const frames: Frame[] = [{context: 'bare', depth: 0, end: ''}]
  for (let at = 0; at < text.length;) {
    const frame = frames.at(-1) as Frame
    const opening = opens(text, at, frame)
    const escaped = text[at] === '\\' && frame.context !== 'single'
    const ends = !escaped && frame.end !== '' && text.startsWith(frame.end, at)
    if (ends) frames.pop()
    else if (!escaped && opening !== undefined) frames.push(opening[1](frame))
    const width = escaped ? 2 : ends ? frame.end.length : (opening?.[0].length ?? 1)
    const now = frames.at(-1) as Frame
    const standing = {context: escaped ? ('single' as const) : (ends ? now : frame).context, depth: Math.max(frame.depth, now.depth)}
    for (let i = 0; i < width && at + i < text.length; i++) found.push(standing)
    at += width
  }
  return found
}

/** Here-documents hold the text of other programs; the lines stay, empty. */
export const withoutHereDocuments = (text: string): string => {
  let end: string | null = null
  return text
    .split('\n')
    .map((line) => {
      if (end !== null) {
        if (line.trim() === end) end = null
        return ''
      }
      end = /<<-?\s?['"]?(\w+)/.exec(line)?.[1] ?? null
      return line
    })
    .join('\n')
}

const MASK = '·'
const masked = (text: string, hides: (standing: Standing) => boolean): string => {
  const all = standings(text)
  return [...text].map((letter, index) => (letter !== '\n' && hides(all[index] ?? {context: 'bare', depth: 0}) ? MASK : letter)).join('')
}

/** The text with all that is quoted replaced, character by character. What a command substitution holds is bare again. */
export const bare = (text: string): string => masked(text, ({context}) => context !== 'bare')

/** The same for what stands in single quotes, where no shell looks for anything. */
export const expanded = (text: string): string => masked(text, ({context}) => context === 'single')

/** The simple commands, as written: what stands between the words that join commands; those of command substitutions too. A line that ends in a backslash goes on. */
export const simpleCommands = (text: string): string[] => {
  const joined = text.replaceAll('\\\n', '  ')
  const outer = masked(joined, ({context, depth}) => context !== 'bare' || depth > 0)
  const found: string[] = []
  let from = 0
  for (const separator of outer.matchAll(/[\n;|(){}]+|&&|&(?!\d)(?<!>&)|(?<![\w·-])(?:then|do|else|if|elif)(?![\w·-])/g)) {
    found.push(joined.slice(from, separator.index))
    from = separator.index + separator[0].length
  }
  const inner = masked(joined, ({depth}) => depth === 0)
    .split(new RegExp(`${MASK}+`))
    .map((one) => one.replace(/^[$<]\(/, '').replace(/\)$/, ''))
    .filter((one) => one.trim() !== '')
  return [...found, joined.slice(from), ...inner.flatMap(simpleCommands)]
    .map((command) => command.trim())
    .filter((command) => command !== '')
}
