const DAY = 86_400_000

/**
 * Whether the one at `index` of a long row has its turn today: what takes minutes is tried in parts, another one each day, and all of it every night.
 * @param parts In so many days each has its turn.
 */
export const hasTurn = (index: number, parts: number): boolean =>
  process.env.NIGHTLY !== undefined || (index + Math.floor(Date.now() / DAY)) % parts === 0
