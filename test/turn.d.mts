/** The number of the day, from 1 January 1970 on, in UTC. */
export function today(): number
/**
 * Whether the one at `index` of a long row has its turn today: what takes minutes is tried in parts, another one each day, and all of it every night.
 * @param parts In so many days each has its turn.
 */
export function hasTurn(index: number, parts: number): boolean
