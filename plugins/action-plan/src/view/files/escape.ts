/** Keeps apart what would be a name or a number to GitHub. */
const APART = '\u200B'
/** How many digits of a hash are none yet. */
const SHORT_HASH = 6

/** What GitHub turns into a notification or a link after Markdown is read, where a backslash no longer stands; and addresses, which it makes links. */
const REFERENCES: readonly (readonly [RegExp, string])[] = [
  // @name, @organisation/team, name@host, repository@hash
  [/@(?=[A-Za-z0-9_])/g, `@${APART}`],
  // #1, repository#1
  [/#(?=\d)/g, `#${APART}`],
  [/(gh-)(?=\d)/gi, `$1${APART}`],
  [/((?:https?|ftp):)(?=\/\/)/gi, `$1${APART}`],
  [/(www)(?=\.)/gi, `$1${APART}`],
]
const HASH = /(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])/gi

/** What Markdown would read wherever it stands in a line. */
const INLINE = /[\\`*|~<$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\](?=[([:]|$)|&(?=#|[A-Za-z][A-Za-z0-9]*;)/gu
/** What it would read at the begin of a block: a heading, a quote, a list, a box, a line, a definition. */
const START = /^(?:#{1,6}(?= |$)|[>+=[-])/
const NUMBERED = /^(\d{1,9})([.)])(?= |$)/
/** Signs that would close a heading. */
const CLOSING = /(?<= )#(?=#*$)/

/** Text that stays text in Markdown, in a heading, a list or a table's cell, and that notifies nobody. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const escaped = line.replace(INLINE, '\\$&').replace(START, '\\$&').replace(NUMBERED, '$1\\$2').replace(CLOSING, '\\#')
  return REFERENCES.reduce((made, [pattern, apart]) => made.replace(pattern, apart), escaped).replace(HASH, (hash) =>
    (hash.match(new RegExp(`.{1,${SHORT_HASH}}`, 'g')) ?? []).join(APART),
  )
}
