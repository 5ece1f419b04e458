import {translate} from '@docusaurus/Translate'

/** How many items a filter leaves: "3 of 22 items". */
export function itemsShown(shown: number, items: number): string {
  if (shown !== items)
    return translate({id: 'plan.timeline.shown', message: '{shown} of {items} items'}, {shown: String(shown), items: String(items)})
  return items === 1
    ? translate({id: 'plan.filter.one', message: '1 item'})
    : translate({id: 'plan.timeline.items', message: '{items} items'}, {items: String(items)})
}
