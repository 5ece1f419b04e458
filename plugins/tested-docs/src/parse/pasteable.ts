/** Commands that end, change or block the shell of the person who pastes them. */
const TRAPS: readonly (readonly [RegExp, string, string])[] = [
  [/^exit\b/, '`exit` ends the shell of whoever pastes the block', 'leave it out, or put the commands into a function with `return`'],
  [/^set -[a-z]*[eu]/, '`set -e` and `set -u` stay in force in the shell of whoever pastes the block', 'join the commands with &&'],
  [/^(?:until\b|while (?:true|:))/, 'a loop that may wait for ever', 'write `for try in $(seq 60); do … && break; sleep 1; done`'],
  [
    /^rm -\w*r\w* (?:-- )?(?!"?\$)/,
    'it removes a folder by a name that whoever pastes the block may have too',
    'make the folder with `mktemp -d`, and remove `"${NAME:?}"`',
  ],
  [/^(?:status|path)=(?!~)/, '`status` and `path` cannot be assigned in zsh', 'choose another name'],
]
const OPEN_GATE = /\$\{[A-Z_]+-yes\}/

/** Why a block cannot be pasted into an interactive shell; null when it can. */
export const pasteTrap = (text: string): {reason: string; fix: string} | null => {
  if (OPEN_GATE.test(text)) return {reason: 'a gate that is open unless somebody closes it', fix: 'write `${NAME-no}`'}
  for (const command of commands(text)) for (const [pattern, reason, fix] of TRAPS) if (pattern.test(command)) return {reason, fix}
  return null
}

/** The simple commands of a block, roughly: what stands at the beginning of a line or after a word of the shell. */
const commands = (text: string): string[] =>
  withoutHereDocuments(text)
    .replace(/'[^']*'/g, "''")
    .split(/[\n;&|{]|\b(?:then|do|else)\b/)
    .map((command) => command.trim())

/** Here-documents hold the text of other programs. */
const withoutHereDocuments = (text: string): string => {
  const kept: string[] = []
  let end: string | null = null
  for (const line of text.split('\n')) {
    if (end !== null) {
      if (line.trim() === end) end = null
      continue
    }
    kept.push(line)
    end = /<<-?\s?'?(\w+)/.exec(line)?.[1] ?? null
  }
  return kept.join('\n')
}
