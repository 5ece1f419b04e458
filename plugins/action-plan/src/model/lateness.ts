/** How late something is, as people say it: in days below two weeks, then in whole weeks. */
export function lateness(days: number): {readonly count: number; readonly unit: 'day' | 'week'} {
  return days < 14 ? {count: days, unit: 'day'} : {count: Math.floor(days / 7), unit: 'week'}
}
