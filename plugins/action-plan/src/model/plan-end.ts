/** The last day that a plan itself gives: when the last of its items ends (ISO 8601); null when none has dates. */
export function planEnd(items: readonly {readonly finish: string | null}[]): string | null {
  return items.reduce<string | null>((last, {finish}) => (finish !== null && (last === null || finish > last) ? finish : last), null)
}
