import {addDays, dateIn} from './date.ts'
import type {Covered} from './tool-report.ts'
import type {EvidenceFile} from './evidence-file.ts'
import {floorTo, numberText} from './number.ts'

/**
 * When the content of a report was made: the earlier one of the time that its tool states and of its last commit.
 * A file cannot be newer than the commit that holds it, so a later time of the tool comes from a wrong clock; a commit may be much newer
 * than the run whose result it stores. Evidence must never look fresher than it is. Null when neither time is known.
 */
export function createdAt({facts, committedAt}: Pick<EvidenceFile, 'facts' | 'committedAt'>): string | null {
  const times = [facts.kind === 'unreadable' ? null : facts.at, committedAt].filter((at) => at !== null && !Number.isNaN(Date.parse(at)))
  return times.sort((a, b) => Date.parse(a as string) - Date.parse(b as string))[0] ?? null
}

/** The commit that a report is of: the one that its tool states, else the last one of the file. */
export function commitOf({facts, commit}: Pick<EvidenceFile, 'facts' | 'commit'>): string | null {
  return (facts.kind === 'unreadable' ? null : facts.commit) ?? commit
}

/** The last day on which something made at a time counts. */
export function expiresOn(at: string, maxAge: number, timeZone: string): string {
  return addDays(dateIn(timeZone, at), Math.floor(maxAge))
}

/** The sum of coverage counts. */
export function sumOf(counts: readonly Covered[]): Covered {
  return counts.reduce((sum, {covered, total}) => ({covered: sum.covered + covered, total: sum.total + total}), {covered: 0, total: 0})
}

/**
 * A percentage as it is shown and handed on: rounded down to two decimals, so that 100 stands only for all. It has more decimals where two
 * would put it on the other side of a limit (80 for 79.996 of "at least 79.995"), or would make something nothing.
 */
export function shareOf(percent: number, limits: readonly number[] = []): number {
  for (let decimals = 2; decimals < 12; decimals++) {
    const shown = floorTo(percent, decimals)
    if ([0, ...limits].every((limit) => Math.sign(shown - limit) === Math.sign(percent - limit))) return shown
  }
  return percent
}

/** A number with its unit: "83.45 %", "1.5 s", "3 findings". Shares have the decimals of `shareOf` already; a target has those of its author. */
export function amountText(value: number, unit: string | null): string {
  if (unit === '%') return `${value} %`
  return unit === null ? numberText(value) : `${numberText(value)} ${unit}`
}
