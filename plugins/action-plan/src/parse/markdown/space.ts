/** Where the spaces and tabs begin that stand before an offset. */
export function blankFrom(text: string, end: number): number {
  let at = end
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--
  return at
}
