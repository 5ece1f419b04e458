import {inlineText} from './library.ts'

const MARKUP = /[\\`*_[\]<>&!~]/
const STRUCK = /(~~?)(?=[^\s~])([^~]*[^\s~])\1(?!~)/g

/** Inline Markdown as plain text. `references` are the link definitions of the document. */
export function plain(raw: string, references: Readonly<Record<string, unknown>>): string {
  const text = MARKUP.test(raw) ? inlineText(raw, references).replace(STRUCK, '$2') : raw
  return text.replace(/\s+/g, ' ').trim()
}

/** A text without what is struck through in it; the rest keeps its columns. */
export const withoutStruck = (value: string): string =>
  value.replace(/(~~?)(?=[^\s~])[^~]*[^\s~]\1(?!~)/g, (struck) => ' '.repeat(struck.length))

/** True when the whole text is struck through, as GitHub Flavored Markdown does it. */
export function isStruck(raw: string): boolean {
  const struck = /^(~~?)(?=[^\s~])([\s\S]*[^\s~])\1$/.exec(raw.trim())
  return struck !== null && !(struck[2] as string).includes(struck[1] as string)
}
