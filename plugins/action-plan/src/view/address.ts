/** A part of a badge's id or an address: "2.1" → "2-1". */
export function part(id: string): string {
  return id.toLowerCase().replace(/[^\p{L}\p{N}~]+/gu, '-')
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
