/** A text in its paragraphs: blank lines part them; none for no text. */
export const paragraphs = (text: string | null): readonly string[] =>
  text === null ? [] : text.split(/\n\s*\n/).filter((part) => part.trim() !== '')
