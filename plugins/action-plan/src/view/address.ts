/** Bytes that a part may have: a file is named by it, and what others put around it needs room up to the 255 of file systems and calendars. */
const LONGEST = 150

/** A part of a badge's id or an address: "2.1" → "2-1". One that is too long for the name of a file is cut, and ends with what tells it from others. */
export function part(id: string): string {
  const whole = id.toLowerCase().replace(/[^\p{L}\p{N}~]+/gu, '-')
  if (whole.length * 3 <= LONGEST) return whole
  const bytes = new TextEncoder().encode(whole)
  if (bytes.length <= LONGEST) return whole
  const kept = new TextDecoder().decode(bytes.subarray(0, LONGEST - 9)).replace(/\uFFFD$/, '')
  return `${kept}-${hashOf(whole)}`
}

/** Eight hexadecimal digits that hardly any other text has (FNV-1a): browsers have no hash that answers at once. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** A template's address of a line; `{path}` is relative to the site's folder. */
export function lineAddress(template: string, path: string, line: number): string {
  return template.replaceAll('{path}', path.split('/').map(encodeURIComponent).join('/')).replaceAll('{line}', String(line))
}

/** The id of an item on the progress page. */
export function itemAnchor(id: string): string {
  return `item-${part(id)}`
}

/** The id of a section on the progress page. */
export function sectionAnchor(id: string): string {
  return `section-${part(id)}`
}
