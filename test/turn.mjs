const DAY = 86_400_000

/** Whether the one at `index` of a long row has its turn today, when in `parts` days each has one. In a nightly run all have. */
export const hasTurn = (index, parts) => process.env.NIGHTLY !== undefined || (index + Math.floor(Date.now() / DAY)) % parts === 0
