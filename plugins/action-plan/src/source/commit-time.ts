/** Git's format of when a commit was made: seconds, and the same as ISO time with the offset of its author. */
export const COMMIT_TIME = '%ct/%cI'

const LAST = Date.parse('9999-12-31T00:00:00Z') / 1000

/** When a commit was made, as an ISO time that every reader knows. Git keeps offsets of 99 hours and years of nine digits, and says nothing of times before 1970: those are 1970, and what comes after the year 9999 is its last day. */
export function commitTime(text: string): string {
  const [seconds = '', iso = ''] = text.split('/')
  if (/^\d{4}-/.test(iso) && !Number.isNaN(Date.parse(iso))) return iso
  return `${new Date(Math.min(Number(seconds) || 0, LAST) * 1000).toISOString().slice(0, 19)}+00:00`
}
