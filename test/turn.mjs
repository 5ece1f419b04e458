const DAY = 86_400_000

/** The number of the day, from 1 January 1970 on. */
export const today = () => Math.floor(Date.now() / DAY)

/** Whether the one at `index` of a long row has its turn today, when in `parts` days each has one. In a nightly run all have. */
export const hasTurn = (index, parts) => process.env.NIGHTLY !== undefined || (index + today()) % parts === 0
