/** A step of a guide for contributors: what a code block is for, as the sentence before it says. */
export type Step = {readonly line: number; readonly code: string} & (
  | {readonly kind: 'create'; readonly file: string}
  | {readonly kind: 'insert'; readonly file: string; readonly side: 'before' | 'after'; readonly at: string}
  | {readonly kind: 'replace'; readonly file: string; readonly at: string}
  /** The code is commands, one a line. */
  | {readonly kind: 'run'; readonly fails: boolean}
)

/** A guide says something that is not so. The message begins with the line of the page. */
export class GuideError extends Error {}

const CODE = '`+ ?(?<$>.+?) ?`+'
const code = (name: string): string => CODE.replace('$', name)
/** The sentences that say what a code block is for. They end the paragraph right above it. */
const SENTENCES: readonly (readonly [RegExp, (found: Readonly<Record<string, string>>) => Omit<Step, 'line' | 'code'>])[] = [
  [new RegExp(`\\bCreate ${code('file')}:$`), ({file}) => ({kind: 'create', file}) as Omit<Step, 'line' | 'code'>],
  [
    new RegExp(`\\bIn ${code('file')}, insert (?<side>before|after) the line that starts with ${code('at')}:$`),
    ({file, side, at}) => ({kind: 'insert', file, side, at}) as Omit<Step, 'line' | 'code'>,
  ],
  [
    new RegExp(`\\bIn ${code('file')}, replace the line that starts with ${code('at')}:$`),
    ({file, at}) => ({kind: 'replace', file, at}) as Omit<Step, 'line' | 'code'>,
  ],
  [/\bRun .*\bfails?\b.*:$/, () => ({kind: 'run', fails: true}) as Omit<Step, 'line' | 'code'>],
  [/\bRun\b.*:$/, () => ({kind: 'run', fails: false}) as Omit<Step, 'line' | 'code'>],
]

/** The steps of a guide, in order. A code block that no sentence explains is an error: nobody could follow it, and nothing would test it. */
export function readGuide(page: string): readonly Step[] {
  const lines = page.split('\n')
  const steps: Step[] = []
  for (let at = 0; at < lines.length; at++) {
    const fence = /^( *)```(.*)$/.exec(lines[at] as string)
    if (fence === null) continue
    const end = lines.findIndex((line, index) => index > at && line.trim() === '```')
    if (end === -1) throw new GuideError(`${at + 1}: this code block is never closed. Fix: close it`)
    const indent = (fence[1] as string).length
    const body = lines.slice(at + 1, end).map((line) => line.slice(indent))
    const sentence = paragraphAbove(lines, at)
    const step = SENTENCES.flatMap(([pattern, make]) => {
      const found = pattern.exec(sentence)
      return found === null ? [] : [make(found.groups ?? {})]
    })[0]
    if (step === undefined)
      throw new GuideError(
        `${at + 1}: no sentence says what this code block is for, found "${sentence}". Fix: end the paragraph above it with one of: Create \`file\`: · In \`file\`, insert before the line that starts with \`text\`: · In \`file\`, insert after the line that starts with \`text\`: · In \`file\`, replace the line that starts with \`text\`: · Run …:`,
      )
    steps.push({...step, line: at + 1, code: `${body.join('\n')}\n`} as Step)
    const title = /\btitle="([^"]*)"/.exec(fence[2] as string)?.[1]
    if (title !== undefined && 'file' in step && step.file !== title)
      throw new GuideError(
        `${at + 1}: the title of the code block is "${title}", but the sentence names "${String(step.file)}". Fix: correct one of them`,
      )
    at = end
  }
  return steps
}

/** The paragraph above a line, as one line without the number of a list. */
function paragraphAbove(lines: readonly string[], fence: number): string {
  const above = lines.slice(0, fence)
  while (above.at(-1)?.trim() === '') above.pop()
  const start = above.findLastIndex((line) => line.trim() === '') + 1
  return above
    .slice(start)
    .map((line) => line.trim())
    .join(' ')
    .replace(/^(?:\d+[.)]|[-*]) /, '')
}
