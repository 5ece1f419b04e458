/** What steers a terminal or turns text around: C0 (but for tab and line ends), DEL, C1, and the controls of direction. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\r(?!\n)/g

/** Text as it may leave: each control character is shown as U+FFFD. */
export function visible(text: string): string {
  return text.replace(CONTROL, '\uFFFD')
}

/** At most so many characters of a text, from its begin: one that takes two is whole or not there. */
export const firstPart = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')

const SIGNS: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}

/** Text that stays text in HTML and XML, also in an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] as string)

/** A value as JSON without a raw control character: read back, it is the same value. */
export function toJsonText(value: unknown, indent?: number): string {
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  // "##[" is a command in the log of a GitHub job, wherever it stands.
  return `${JSON.stringify(value, null, indent).replace(CONTROL, escaped).replaceAll('##[', '#\\u0023[')}\n`
}
