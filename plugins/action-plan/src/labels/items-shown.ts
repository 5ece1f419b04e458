import {WORDS} from './words.ts'

/** How many items a filter leaves: "3 of 22 items". */
export function itemsShown(shown: number, items: number): string {
  return shown === items
    ? WORDS.plural('plan.number.items', '{count} item|{count} items', items)
    : WORDS.say('plan.timeline.shown', '{shown} of {items} items', {shown, items})
}
