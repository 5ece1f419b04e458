import {UserError} from 'build-kit/user-error'

/** The last second that an ISO date with four digits can write. */
const LAST = Date.parse('9999-12-31T23:59:59Z') / 1000

/**
 * The instant that a run calls now, ISO: every output speaks of its day. The one place that reads the clock. `SOURCE_DATE_EPOCH`
 * (seconds since 1970, see reproducible-builds.org) fixes it, so that the same commit gives the same bytes on another day.
 */
export function runTime(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  clock: () => number = () => Date.now(),
): string {
  const fixed = environment['SOURCE_DATE_EPOCH']
  if (fixed === undefined) return new Date(clock()).toISOString()
  if (!/^\d+$/.test(fixed) || Number(fixed) > LAST)
    throw new UserError(
      `SOURCE_DATE_EPOCH: unexpected ${JSON.stringify(fixed)}, expected a whole number of seconds since 1970-01-01 (such as the output of "git log -1 --format=%ct", or unset it for today)`,
    )
  return new Date(Number(fixed) * 1000).toISOString()
}
