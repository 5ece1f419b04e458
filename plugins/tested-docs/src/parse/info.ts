/** The words after the language of a fence: flags (`run`) and values (`id=x`, `reason="a b"`). */
export interface Info {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  /** What could not be read, word for word. */
  readonly unread: readonly string[]
}

const WORD = /\s*(?:([a-z][a-z-]*)=(?:"([^"]*)"|([^\s"]+))|(\{[\d,-]+\})|([a-z][a-z-]*)|(\S+))(?=\s|$)/gy

export const parseInfo = (meta: string): Info => {
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const unread: string[] = []
  let at = 0
  WORD.lastIndex = 0
  for (let word = WORD.exec(meta); word !== null; word = WORD.exec(meta)) {
    at = WORD.lastIndex
    const [, key, quoted, plain, , flag, other] = word
    if (key !== undefined && values.has(key)) unread.push(`${key} (twice)`)
    else if (key !== undefined) values.set(key, quoted ?? plain ?? '')
    else if (flag !== undefined) flags.add(flag)
    else if (other !== undefined) unread.push(other)
  }
  const rest = meta.slice(at).trim()
  if (rest !== '') unread.push(rest)
  return {flags, values, unread}
}
