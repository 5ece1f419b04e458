import {parseDocument} from 'yaml'

export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>
  /** The page with the front matter blanked out, so that line numbers stay. */
  readonly body: string
  readonly trouble: {readonly line: number; readonly reason: string} | null
}

/** The YAML between the first two `---` lines. */
export const parseFrontMatter = (text: string): FrontMatter => {
  const found = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text)
  if (found === null) return {data: {}, body: text, trouble: {line: 1, reason: 'no front matter'}}
  const body = found[0].replace(/[^\n]/g, '') + text.slice(found[0].length)
  const document = parseDocument(found[1] ?? '')
  const error = document.errors[0]
  if (error !== undefined)
    return {data: {}, body, trouble: {line: (error.linePos?.[0].line ?? 0) + 1, reason: error.message.split('\n')[0] ?? 'invalid YAML'}}
  const data: unknown = document.toJS()
  return {data: typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}, body, trouble: null}
}
