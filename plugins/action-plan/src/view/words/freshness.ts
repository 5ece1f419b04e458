import type {Wording} from './words.ts'

/** How long ago; null is now. */
export interface TimePassed {
  readonly age: {readonly count: number; readonly unit: 'second' | 'minute' | 'hour' | 'day'} | null
}

/** "2 hours ago", "just now". */
export function agoText({say, ago}: Wording, {age}: TimePassed): string {
  return age === null ? say('plan.live.now', 'just now') : ago(age.count, age.unit)
}
