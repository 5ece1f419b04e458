/** Sums of thirds and tenths are a hair off from what they are: 0.1 + 0.2 is still three tenths. */
const TINY = 1e-9

/** Rounded down to so many decimals. */
export function floorTo(value: number, decimals = 0): number {
  const scale = 10 ** decimals
  return Math.floor(value * scale + TINY) / scale
}

/** Rounded up to so many decimals. */
export function ceilTo(value: number, decimals = 0): number {
  const scale = 10 ** decimals
  return Math.ceil(value * scale - TINY) / scale
}

/** Rounded to so many decimals. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}

/** Whole percent, rounded down: 100 only when all is done. Null when there is nothing to count. */
export function percentOf(done: number, of: number): number | null {
  return of > 0 ? Math.min(floorTo((100 * done) / of), done < of - TINY ? 99 : 100) : null
}

/** How much of a bar of so many parts is filled: never all before all is done, never nothing when something is. */
export function filledOf(done: number, tasks: number, parts: number): number {
  if (tasks === 0) return 0
  return done === tasks ? parts : Math.min(parts - 1, Math.max(done > 0 ? 1 : 0, Math.floor((parts * done) / tasks)))
}

/** A number as people read it, to six digits; whole numbers in full. What is compared keeps all of them. */
export function numberText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(6)))
}

/** Working days: "1 day", "10.9 days". */
export function daysText(days: number, unit = 'day'): string {
  const shown = roundTo(days, 1)
  return `${shown} ${unit}${shown === 1 ? '' : 's'}`
}
