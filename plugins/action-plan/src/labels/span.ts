import {translate} from '@docusaurus/Translate'

/** When something is worked on: "from 2026-11-23", "2026-11-23 to 2026-11-27"; null without a start. */
export function spanWords(start: string | null, finish: string | null): string | null {
  if (start === null) return null
  return finish === null
    ? translate({id: 'plan.item.from', message: 'from {start}'}, {start})
    : translate({id: 'plan.item.between', message: '{start} to {finish}'}, {start, finish})
}
