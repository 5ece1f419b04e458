/** A part of a badge's id or an address: "2.1" → "2-1". */
export function part(id: string): string {
  return id.toLowerCase().replace(/[^\p{L}\p{N}~]+/gu, '-')
}

/** The id of an item on the progress page. */
export function itemAnchor(id: string): string {
  return `item-${part(id)}`
}

/** The id of a section on the progress page. */
export function sectionAnchor(id: string): string {
  return `section-${part(id)}`
}
