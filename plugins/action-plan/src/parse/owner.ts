const NOBODY = /^(?:tbd|tba|none|n\/?a|unassigned|nobody|open|-|–|—|\?+|\[?unassigned\]?|待定)$/i

/** Names in an `Owner` field, without `@`: "@ana, @bo and Carla Diaz" → three. Nobody yet is an empty list. */
export function parseOwners(text: string): readonly string[] {
  const names = text
    .split(/[,;，；、/&+]|\band\b|\bund\b|\bet\b|\by\b|\s(?=[@＠])/)
    .map((name) =>
      name
        .trim()
        .replace(/^[@＠]/, '')
        .replace(/[.]$/, ''),
    )
    .filter((name) => name !== '' && !NOBODY.test(name))
  return [...new Set(names)]
}
