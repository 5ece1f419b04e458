/** Whether so few are otherwise that the rest is a habit, and the others may be slips: at most a quarter, or one where half are not. */
export const isHabit = (count: number, others: number, slips = 1): boolean =>
  count > 0 && others <= count && others <= Math.max(slips, (count + others) / 4)
