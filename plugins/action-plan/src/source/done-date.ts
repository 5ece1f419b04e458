const [LINE_FEED, RETURN] = [0x0a, 0x0d]

// Lines are edited as bytes: what is no text in them stays as it is.
const SIGN = Buffer.from('✅').toString('latin1')
const DONE = new RegExp(`[ \\t]*${SIGN}(?:\\xEF\\xB8\\x8F)?[ \\t]*\\d{4}-\\d{2}-\\d{2}`)
/** The id of a block of Obsidian, which stays at the end. */
const BLOCK_ID = /[ \t]\^[\w-]{1,60}$/

/** Whether a text has a task with the date on which it was done, as Obsidian Tasks writes it. */
export function hasDoneDates(text: string): boolean {
  return /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[[xX]\][^\n]*✅\uFE0F?[ \t]*\d{4}-\d{2}-\d{2}/m.test(text)
}

/** The bytes with the day on which the task was done at the end of its line, or without it; `at` is a byte of the line. */
export function withDoneDate(bytes: Uint8Array, at: number, date: string | null): Uint8Array {
  let [from, to] = [at, at]
  while (from > 0 && bytes[from - 1] !== LINE_FEED && bytes[from - 1] !== RETURN) from--
  while (to < bytes.length && bytes[to] !== LINE_FEED && bytes[to] !== RETURN) to++
  const line = Buffer.from(bytes.subarray(from, to)).toString('latin1')
  const bare = line.replace(DONE, '')
  const words = bare.trimEnd()
  const end = BLOCK_ID.exec(words)?.index ?? words.length
  const made = date === null ? bare : `${bare.slice(0, end)} ${SIGN} ${date}${bare.slice(end)}`
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(made, 'latin1'), bytes.subarray(to)])
}
