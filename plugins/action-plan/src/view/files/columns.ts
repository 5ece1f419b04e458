import stringWidth from 'string-width'

/** How many columns of a terminal a text takes: two for a sign of Chinese, none for an accent of its own. */
export const columnsOf = (text: string): number => stringWidth(text)

/** A text of at most so many columns; a longer one ends with "…". */
export function cutToColumns(text: string, most: number): string {
  if (columnsOf(text) <= most) return text
  let cut = ''
  for (const character of text) {
    if (columnsOf(cut + character) > most - 1) break
    cut += character
  }
  return `${cut}…`
}
