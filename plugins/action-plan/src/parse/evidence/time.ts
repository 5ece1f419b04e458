const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})$/

/** A time that says its offset, as ISO in UTC; null for one that leaves it open: it may mean any of a day's hours. */
export function timeOf(text: string | null | undefined): string | null {
  return typeof text === 'string' && ISO.test(text.trim())
    ? isoOf(
        Date.parse(
          text
            .trim()
            .replace(' ', 'T')
            .replace(/\.(\d{3})\d+/, '.$1'),
        ),
      )
    : null
}

/** Milliseconds since 1970 as ISO; null when they are no time. */
export function isoOf(milliseconds: number): string | null {
  return Number.isFinite(milliseconds) && milliseconds > 0 && milliseconds < 4e12 ? new Date(milliseconds).toISOString() : null
}

/** The earliest of ISO times in UTC. */
export function earliest(times: readonly (string | null)[]): string | null {
  return times.flatMap((time) => time ?? []).sort()[0] ?? null
}
