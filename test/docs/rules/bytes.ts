import type {Page} from '../page.ts'
import type {Finding} from '../problem.ts'

/** A page that is not UTF-8 is published with replacement signs, without a word. */
export function utf8({bytes}: Page): Finding[] {
  let line = 1
  let start = 0
  for (let index = 0; index <= bytes.length; index += 1) {
    if (index < bytes.length && bytes[index] !== 0x0a) continue
    const row = bytes.subarray(start, index)
    if (!isUtf8(row)) {
      let valid = row.length - 1
      while (!isUtf8(row.subarray(0, valid))) valid -= 1
      const column = new TextDecoder().decode(row.subarray(0, valid)).length + 1
      return [{line, column, reason: `byte 0x${row[valid]?.toString(16) ?? ''} is not UTF-8`, fix: 'save the file as UTF-8'}]
    }
    line += 1
    start = index + 1
  }
  return []
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** NUL, other control signs, and signs that change the reading direction or take no room: what is read differs from what is there. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

export function unseen({lines}: Page): Finding[] {
  return lines.flatMap((text, index) =>
    [...text.matchAll(UNSEEN)].map((match) => ({
      line: index + 1,
      column: match.index + 1,
      reason: `unseen sign U+${match[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}`,
      fix: 'delete it',
    })),
  )
}

export function empty({text}: Page): Finding[] {
  const body = text.replace(/^---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/, '')
  return body.trim() === '' ? [{line: 1, column: 1, reason: 'the page is empty', fix: 'write it or delete the file'}] : []
}
