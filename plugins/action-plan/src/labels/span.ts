import {WORDS} from './words.ts'

/** When something is worked on: "from 23 Nov 2026", "23 Nov 2026 to 27 Nov 2026"; null without a start. */
export function spanWords(start: string | null, finish: string | null): string | null {
  const {say, day} = WORDS
  if (start === null) return null
  return finish === null
    ? say('plan.item.from', 'from {start}', {start: day(start)})
    : say('plan.item.between', '{start} to {finish}', {start: day(start), finish: day(finish)})
}
